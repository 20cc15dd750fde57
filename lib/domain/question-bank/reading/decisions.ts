import type { Candidate } from './candidates';
import type { Evidence } from './evidence';
import {
  announcesAsked,
  announcesList,
  announcesQuestions,
  asksBack,
  isAppendix,
  isFrame,
  mayBeStep,
  namesInterview,
  promisesQuestions,
} from './likeness';
import { isKindTitle, setsTasks } from './metadata';

/*
 * Thresholds, chosen on the eighteen development documents and five seeds so that all are read within their ranges;
 * each is far from the values measured there (question groups .6..1, notes and answers 0...25).
 */
const NUMBERED = 0.4;
const UNNUMBERED = 0.55;
/** "Exercises" above a numbered list. */
const PROMISED = 0.3;
/** "What they asked in the interview:" above it: short-hand of nouns, a few of which still ask. */
const ANNOUNCED = 0.1;
/** "Some company, first interview" above a bare list: names of subjects, some of which are to be explained. */
const INTERVIEW = 0.2;
const SURE = 0.8;
/** Share of numbered English headings that only name, from which on they are chapters. */
const NAMING = 0.4;
/** So many alike with text below need ask less often: the others of a bank only name what is to be explained. */
const MANY = 8;
const VERY_MANY = 20;
const UNIFORM = 0.45;
/** So many lines that ask below each heading make chapters of headings that do not. */
const CHAPTER = 2;
/** Below the one question of a document so many others may be asked on the way; more are what it asks. */
const MOST_ASKED_ON = 8;
/** Share of spans with an answer label or options that makes questions of them. */
const ANSWERED = 0.5;
/** A few answers are enough when the titles ask as well. */
const SOME_ANSWERED = 0.1;

/** Share of items with text below, up to which a list is bare. */
const BARE = 0.2;
/** The same of a list that its title calls questions or tasks. */
const SOME_BODIES = 0.5;
/** So many bullets that ask are a list of questions, even without an answer or a title that promises them. */
const BARE_LIST = 8;
/** Share of asking bullets that makes questions of the others as well: "Generate unique random numbers". */
const MOSTLY = 0.7;

/** How surely the only line with a label is a question. */
const SINGLE = 0.4;

/** Share of links with a question mark, from which on a list of links is one of questions. */
const ASKING_LINKS = 0.3;

/** Plain question lines carry a bank when they are followed by their answer and little else, in paragraphs. */
const MOST_BLOCKS = 1.3;

/** Share of indented lines below lines that are not: answers that hang on their questions. */
const HANGING = 0.9;

/** "## Question" alone says something only where an answer follows or the questions are counted. */
function isLabelled(group: readonly Candidate[], evidence: Evidence): boolean {
  const isBare = (candidate: Candidate): boolean =>
    candidate.mark.title === '' && candidate.mark.path.length === 0;
  return (
    !group.every(isBare) ||
    evidence.answers > 0 ||
    group.some((candidate) => candidate.mark.language !== null)
  );
}

/** A document's own title that is a question: one question to a file. */
function asksByItself(candidate: Candidate): boolean {
  return candidate.likeness === 1 && /[?？]$/u.test(candidate.mark.title);
}

/** The words of an English title that carry its subject, without the plural's ending. */
function subjectWords(title: string): string[] {
  return (title.toLowerCase().match(/[a-z]{4,}/gu) ?? []).map((word) => word.replace(/s$/u, ''));
}

/**
 * "1. What is a pool?", "2. Types", "3. Best practices" under "Pools": chapters, of which only those ask that introduce the
 * document's own subject.
 */
function areChapters(group: readonly Candidate[], documentTitle: string): boolean {
  if (promisesQuestions(documentTitle) || group.some(({ mark }) => /[\u4e00-\u9fff]/u.test(mark.title)))
    return false;
  const subject = new Set(subjectWords(documentTitle));
  const asking = group.filter(({ likeness }) => likeness === 1);
  const naming = group.filter(({ likeness }) => likeness === 0);
  const areOwn = asking.every(({ mark }) => subjectWords(mark.title).some((word) => subject.has(word)));
  return areOwn && naming.length >= group.length * NAMING;
}

/** Whether headings of one shape are questions. */
export function acceptsHeadings(
  group: readonly Candidate[],
  evidence: Evidence,
  documentTitle = '',
): boolean {
  const first = group[0];
  if (first === undefined || evidence.innerLabels >= 1.5) return false;
  if (first.mark.kind === 'question') return isLabelled(group, evidence);
  if (evidence.likeness === 0 && evidence.innerAsking >= CHAPTER) return false;
  const supported = evidence.answers + evidence.options;
  if (evidence.count === 1)
    return (
      (supported > 0 && evidence.likeness >= 0.5) ||
      (first.level === 1 && asksByItself(first) && evidence.innerAsking < MOST_ASKED_ON)
    );
  if (supported >= ANSWERED && (evidence.likeness >= 0.25 || first.mark.kind !== 'none')) return true;
  if (supported >= SOME_ANSWERED && evidence.likeness >= 0.3) return true;
  if (first.mark.kind !== 'none') {
    const least = evidence.count === 2 && !promisesQuestions(documentTitle) ? SURE : NUMBERED;
    return evidence.likeness >= least && !areChapters(group, documentTitle);
  }
  if (group.every(asksByItself) && evidence.bodies === 1 && promisesQuestions(documentTitle)) return true;
  const isUniform = evidence.count >= (evidence.bodies >= SURE ? MANY : VERY_MANY);
  return evidence.count >= 3 && evidence.likeness >= (isUniform ? UNIFORM : UNNUMBERED);
}

/** Longer items name nothing, they state something; in characters. */
const LONGEST_NAME = 30;

/**
 * Few members borrow from how their shape looks over the whole document; numbers with their section's inside go on. Three
 * of which none asks borrow nothing, nor does what states something.
 */
function blended(group: readonly Candidate[], evidence: Evidence, overall: Evidence | undefined): number {
  const prior = overall ?? evidence;
  const isDotted = group[0]?.mark.kind === 'dotted';
  const isMute = !group.some(({ likeness }) => likeness === 1);
  const states = group.some(({ likeness, mark }) => likeness === 0 && mark.title.length > LONGEST_NAME);
  if (!isDotted && isMute && (group.length >= 3 || states)) return evidence.likeness;
  const most = isDotted ? 2 * evidence.count : 2;
  const weight = Math.min(most, Math.max(0, prior.count - evidence.count));
  return (evidence.likeness * evidence.count + prior.likeness * weight) / (evidence.count + weight);
}

/** How surely a group of body candidates under one section title are questions; ≤ 0: they are not. */
export function acceptsGroup(
  group: readonly Candidate[],
  evidence: Evidence,
  overall: Evidence | undefined,
  title: string,
  documentTitle = '',
): number {
  const first = group[0];
  if (first === undefined || asksBack(title)) return 0;
  const supported = evidence.answers + evidence.options;
  const likeness = blended(group, evidence, overall);
  const isListed = announcesList(title, documentTitle);
  const promised = isListed || promisesQuestions(title);
  const isBank = promisesQuestions(documentTitle);
  const isAnnounced = isListed || announcesQuestions(title === '' ? documentTitle : title);
  const often = Math.max(evidence.count, overall?.count ?? 0) >= 3;
  switch (first.carrier) {
    case 'label':
      // A single "题目：…" among others says less than what the others have in common.
      return Math.max(evidence.count, overall?.count ?? 0) > 1 || supported > 0 ? 3 : SINGLE;
    case 'options':
      return likeness >= UNNUMBERED ? 1.2 : 0;
    case 'numbered':
      // A quoted list is mostly a quotation: many of its items must ask, or have options.
      if (first.shape.endsWith('quoted') && (!often || Math.max(likeness, supported) < UNNUMBERED)) return 0;
      if (isAppendix(title) && supported === 0) return 0;
      if (isFrame(title) && evidence.likeness < PROMISED && supported === 0) return 0;
      if (supported >= ANSWERED || (supported >= SOME_ANSWERED && likeness >= 0.3)) return 2 + supported;
      if (first.level > 1) return 0;
      if (isKindTitle(title) || (setsTasks(title) && often)) return 1;
      if (isAnnounced && evidence.count >= 3) return likeness >= ANNOUNCED ? 1 : 0;
      if (namesInterview(title) && isBareList(evidence) && often)
        return evidence.likeness >= INTERVIEW ? 1 : 0;
      if (!promised && !isBank && areSteps(group, evidence)) return 0;
      if (evidence.count === 1) return first.likeness === 1 && (promised || isUsual(overall)) ? 0.5 : 0;
      return likeness >= (promised ? PROMISED : NUMBERED) ? 1 + likeness : 0;
    case 'bold':
      // What holds labelled questions is their section.
      if (evidence.innerLabels >= 1) return 0;
      if (supported >= ANSWERED && likeness >= 0.3) return 1.5 + supported;
      return often && likeness >= (isBank ? NUMBERED : UNNUMBERED) ? 1 + likeness : 0;
    case 'bullet':
      if (isReadingList(group) && supported === 0) return 0;
      return bulletVerdict(first, evidence, {
        likeness,
        promised,
        isAsked: announcesAsked(title) || setsTasks(title),
        appendix: isAppendix(title),
        overallCount: overall?.count ?? 0,
        overallLikeness: overall?.likeness ?? 0,
        isBank,
      });
    case 'summary':
      return likeness >= (often && evidence.count >= MANY ? UNIFORM : UNNUMBERED) ? 2 : 0;
    case 'line':
      if (first.shape.includes('listed')) return 1;
      if (supported >= ANSWERED && evidence.count >= 2) return 1 + supported;
      if (evidence.count < 3 || evidence.bodies < SURE) return 0;
      return evidence.blocks <= MOST_BLOCKS || evidence.hanging >= HANGING ? 1 : 0;
    case 'heading':
      return 0;
  }
}

/**
 * A list in which lines order and none asks, with the verbs of instructions: most lines of a bare list, or nothing but
 * such verbs where the other lines neither ask nor order.
 */
function areSteps(group: readonly Candidate[], evidence: Evidence): boolean {
  const titles = group.map((candidate) => candidate.mark.title.replace(/^[*_]+/u, ''));
  if (titles.some((title) => /[?？]$/u.test(title))) return false;
  const steps = titles.filter(mayBeStep).length;
  if (isBareList(evidence)) return steps * 2 > titles.length;
  const asking = group.filter((candidate) => candidate.likeness >= 0.5).length;
  return steps > 0 && steps >= asking && asking < group.length * MOSTLY;
}

/** Nothing but one line for each. */
function isBareList(evidence: Evidence): boolean {
  return evidence.bodies <= BARE;
}

/** Over the whole document items of this shape are mostly questions. */
function isUsual(overall: Evidence | undefined): boolean {
  return overall !== undefined && overall.count >= 3 && overall.likeness >= UNNUMBERED;
}

interface BulletContext {
  likeness: number;
  promised: boolean;
  /** The line above says that an interviewer asks what follows. */
  isAsked: boolean;
  appendix: boolean;
  overallCount: number;
  overallLikeness: number;
  /** The document calls itself a list of questions. */
  isBank: boolean;
}

/** A list of articles: mostly links, hardly one of which asks. */
function isReadingList(group: readonly Candidate[]): boolean {
  const links = group.filter((candidate) => candidate.mark.isLink);
  const asking = links.filter((candidate) => /[?？]$/u.test(candidate.mark.title));
  return links.length >= group.length * MOSTLY && asking.length < links.length * ASKING_LINKS;
}

function bulletVerdict(first: Candidate, evidence: Evidence, context: BulletContext): number {
  const { likeness, promised, appendix, overallCount, isBank: isCalledBank } = context;
  const supported = evidence.answers + evidence.options;
  if (supported >= ANSWERED && likeness >= 0.3) return 1.5 + supported;
  if (appendix) return 0;
  if (context.isAsked && first.level === 1 && evidence.count >= 3 && evidence.bodies <= SOME_BODIES) return 1;
  // Topics outside, questions inside; where the outer ones ask, they come first and own the inner ones.
  if (first.level > 1) {
    const isList = evidence.count >= 3 && evidence.bodies <= 0.5 && likeness >= SURE;
    return first.level === 2 && isList && (promised || isCalledBank) ? 0.5 : 0;
  }
  const often = Math.max(evidence.count, overallCount);
  if (first.mark.isBold) {
    const isUsual = often >= BARE_LIST && context.overallLikeness >= NUMBERED;
    const isSure = evidence.count >= 3 && likeness >= UNNUMBERED;
    return isSure || (isUsual && likeness >= NUMBERED) ? 1 + likeness : 0;
  }
  if (promised && often >= 3) return likeness >= (evidence.count >= 2 ? UNNUMBERED : 1) ? 1 : 0;
  if (isCalledBank && isBareList(evidence) && often >= 3 && likeness >= NUMBERED) return 1;
  // Many alike, each with its answer below: the others of a bank only name what is to be explained.
  if (evidence.count >= MANY && evidence.bodies >= SURE && evidence.likeness >= UNIFORM) return 0.5;
  const isBank = promised || often >= BARE_LIST || (evidence.bodies >= SURE && often >= 3);
  return likeness >= SURE && evidence.count >= 2 && isBank ? 1 : 0;
}

/**
 * Within an accepted group a number or a label is proof enough; without one the title itself must ask, or `title` says that
 * an interviewer does.
 */
export function acceptsMember(candidate: Candidate, evidence: Evidence, title = ''): boolean {
  if (!/[\p{L}\p{N}]/u.test(candidate.mark.title)) return candidate.mark.kind === 'question';
  if (candidate.mark.kind !== 'none' || candidate.carrier === 'options') return true;
  if (isAppendix(candidate.mark.title)) return false;
  if (candidate.carrier === 'bullet' && (announcesAsked(title) || setsTasks(title))) return true;
  if (candidate.carrier === 'line' && candidate.shape.includes('listed')) return true;
  if (candidate.likeness > 0 || candidate.mark.emoji !== '' || candidate.carrier === 'summary') return true;
  const isPlainHeading = candidate.carrier === 'heading' && !isFrame(candidate.mark.title);
  if (isPlainHeading && evidence.likeness >= MOSTLY && evidence.count >= 5) return true;
  const isPlainBullet = candidate.carrier === 'bullet' && !/https?:|^@/u.test(candidate.mark.title);
  if (isPlainBullet && evidence.count >= 3 && evidence.likeness >= (isBareList(evidence) ? NUMBERED : MOSTLY))
    return true;
  return candidate.mark.isBold && candidate.carrier === 'bullet' && evidence.likeness >= NUMBERED;
}
