import { bulletVerdict, isBareList, isReadingList } from './bullet-decisions';
import type { Candidate } from './candidates';
import type { DocumentTitle } from './document-title';
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
  questionLikeness,
} from './likeness';
import { isKindTitle, setsTasks } from './metadata';
import { ANSWERED, MANY, MOSTLY, NUMBERED, SOME_ANSWERED, SURE, UNIFORM, UNNUMBERED } from './thresholds';

/** "Exercises" above a numbered list. */
const PROMISED = 0.3;
/** "What they asked in the interview:" above it: short-hand of nouns, a few of which still ask. */
const ANNOUNCED = 0.1;
/** "Some company, first interview" above a bare list: names of subjects, some of which are to be explained. */
const INTERVIEW = 0.2;
/** How surely the only line with a label is a question. */
const SINGLE = 0.4;
/** Lines that a sheet or a block of asking lines was told by: surer than numbers, which count anything. */
const LISTED = 2.2;
/** Share of the plain question lines of a bank with text below, up to which they are a list of questions. */
const FEW_BODIES = 0.5;
/** Plain question lines carry a bank when they are followed by their answer and little else, in paragraphs. */
const MOST_BLOCKS = 1.3;
/** Share of indented lines below lines that are not: answers that hang on their questions. */
const HANGING = 0.9;

/** Longer items name nothing, they state something; in characters. */
const LONGEST_NAME = 30;

/** None asks; names of subjects at best. */
function areMute(group: readonly Candidate[]): boolean {
  return !group.some(({ likeness }) => likeness === 1);
}

/**
 * Few members borrow from how their shape looks over the whole document; numbers with their section's inside go on. Three
 * of which none asks borrow nothing, nor does what states something.
 */
function blended(group: readonly Candidate[], evidence: Evidence, overall: Evidence | undefined): number {
  const prior = overall ?? evidence;
  const isDotted = group[0]?.mark.kind === 'dotted';
  const isMute = areMute(group);
  const states = group.some(({ likeness, mark }) => likeness === 0 && mark.title.length > LONGEST_NAME);
  if (!isDotted && isMute && (group.length >= 3 || states)) return evidence.likeness;
  const most = isDotted ? 2 * evidence.count : 2;
  const weight = Math.min(most, Math.max(0, prior.count - evidence.count));
  return (evidence.likeness * evidence.count + prior.likeness * weight) / (evidence.count + weight);
}

/** The mean likeness with each item by itself: who notes down an interview ends its lines as he likes. */
function spokenLikeness(group: readonly Candidate[]): number {
  const titles = group.map(({ mark }) => mark.title.replace(/[;；。.]$/u, ''));
  return titles.reduce((sum, title) => sum + questionLikeness(title), 0) / titles.length;
}

/** Share of numbers within items that have text below, up to which they are a list. */
const MOST_BODIES = 0.5;

/** Numbers in a list of subjects, many of which ask, in a document that promises questions. */
function isInnerList({ level }: Candidate, evidence: Evidence, isPromised: boolean): boolean {
  const { count, likeness, bodies } = evidence;
  return level === 2 && isPromised && count >= MANY && likeness >= UNNUMBERED && bodies <= MOST_BODIES;
}

/** Whether a title says that an interviewer asks whatever the list below it names. */
function isAsked(title: string): boolean {
  return announcesAsked(title) || setsTasks(title) || namesInterview(title);
}

/** How surely a group of body candidates under one section title are questions; ≤ 0: they are not. */
export function acceptsGroup(
  group: readonly Candidate[],
  evidence: Evidence,
  overall: Evidence | undefined,
  title: string,
  document: DocumentTitle,
): number {
  const first = group[0];
  if (first === undefined || asksBack(title)) return 0;
  if (first.isListed) return LISTED;
  const supported = evidence.answers + evidence.options;
  const likeness = blended(group, evidence, overall);
  const isListed = announcesList(title, document.promises);
  const promised = isListed || promisesQuestions(title);
  const isAnnounced = isListed || announcesQuestions(title === '' ? document.text : title);
  const isMany = Math.max(evidence.count, overall?.count ?? 0) >= MANY;
  const often = Math.max(evidence.count, overall?.count ?? 0) >= 3;
  switch (first.carrier) {
    case 'label':
      // A single "题目：…" among others says less than what the others have in common.
      return Math.max(evidence.count, overall?.count ?? 0) > 1 || supported > 0 ? 3 : SINGLE;
    case 'options':
      return likeness >= UNNUMBERED ? 1.2 : 0;
    case 'numbered':
      // A quoted list is mostly a quotation: many of its items must ask, or have options.
      if (first.isQuoted && (!often || Math.max(likeness, supported) < UNNUMBERED)) return 0;
      if (isAppendix(title) && supported === 0) return 0;
      if (isFrame(title) && evidence.likeness < PROMISED && supported === 0) return 0;
      if (supported >= ANSWERED || (supported >= SOME_ANSWERED && likeness >= 0.3)) return 2 + supported;
      // Under "题目": many of which some are exercises with options or a labelled answer, the others name their subject.
      if (promised && supported >= SOME_ANSWERED && evidence.count >= MANY && evidence.bodies >= SURE)
        return 1;
      // Many that ask below the items that name what they are about.
      if (first.level > 1) return isInnerList(first, evidence, promised || document.promises) ? 0.5 : 0;
      if (isKindTitle(title) || (setsTasks(title) && often)) return 1;
      if (isAnnounced && evidence.count >= 3) return likeness >= ANNOUNCED ? 1 : 0;
      if (namesInterview(title) && often && (isBareList(evidence) || evidence.blocks <= MOST_BLOCKS))
        return spokenLikeness(group) >= INTERVIEW ? 1 : 0;
      if (!promised && !document.promises && (areSteps(group, evidence) || areFewNames(group))) return 0;
      if (evidence.count === 1) return first.likeness === 1 && (promised || isUsual(overall)) ? 0.5 : 0;
      return likeness >= (promised || (document.promises && isMany) ? PROMISED : NUMBERED) ? 1 + likeness : 0;
    case 'bold':
      // What holds labelled questions is their section.
      if (evidence.innerLabels >= 1) return 0;
      if (supported >= ANSWERED && likeness >= 0.3) return 1.5 + supported;
      return often && likeness >= (document.promises ? NUMBERED : UNNUMBERED) ? 1 + likeness : 0;
    case 'bullet':
      if (isReadingList(group) && supported === 0) return 0;
      return bulletVerdict(first, evidence, {
        likeness,
        promised,
        isAsked: isAsked(title) && (!namesInterview(title) || spokenLikeness(group) >= INTERVIEW),
        appendix: isAppendix(title),
        overallCount: overall?.count ?? 0,
        overallLikeness: overall?.likeness ?? 0,
        isBank: document.promises,
      });
    case 'summary':
      return likeness >= (often && evidence.count >= MANY ? UNIFORM : UNNUMBERED) ? 2 : 0;
    case 'line':
      if (supported >= ANSWERED && evidence.count >= 2) return 1 + supported;
      // Line after line that asks, section by section, in a document that promises questions.
      if (document.promises && (overall?.count ?? 0) >= MANY) return 0.8;
      if (evidence.count < 3) return 0;
      if (document.promises && evidence.bodies <= FEW_BODIES && likeness >= SURE) return 0.8;
      if (evidence.bodies < SURE) return 0;
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

/** Fewer names of subjects, of which none asks, are the points of a text. */
const FEWEST_NAMES = 5;

function areFewNames(group: readonly Candidate[]): boolean {
  return group.length < FEWEST_NAMES && areMute(group);
}

/** Over the whole document items of this shape are mostly questions. */
function isUsual(overall: Evidence | undefined): boolean {
  return overall !== undefined && overall.count >= 3 && overall.likeness >= UNNUMBERED;
}

/** How much the bullets of a list must ask for those to count that only name their subject. */
function leastLikeness(evidence: Evidence): number {
  if (isBareList(evidence)) return NUMBERED;
  return evidence.count >= MANY && evidence.bodies >= SURE ? UNIFORM : MOSTLY;
}

/** A place kept for a question to come. */
const PLACEHOLDER =
  /^[[(（【]?(?:todo|tbd|wip|待(?:补充?|更新?|续|完善|整理|写)|未完待续|敬请期待|coming soon|缺失?题干|题干缺失?)[\])）】]?[.。…!！]*$/iu;

/** "## 1." over the question's words: counts it where its answer is labelled. */
function isMereNumber({ carrier, mark }: Candidate, { answers, options }: Evidence): boolean {
  return carrier === 'heading' && mark.path.length > 0 && answers + options >= ANSWERED;
}

/**
 * Within an accepted group a number or a label is proof enough; without one the title itself must ask, or `title` says that
 * an interviewer does.
 */
export function acceptsMember(candidate: Candidate, evidence: Evidence, title = ''): boolean {
  if (!/[\p{L}\p{N}]/u.test(candidate.mark.title))
    return candidate.mark.kind === 'question' || isMereNumber(candidate, evidence);
  if (PLACEHOLDER.test(candidate.mark.title)) return false;
  if (candidate.mark.kind !== 'none' || candidate.carrier === 'options') return true;
  if (isAppendix(candidate.mark.title)) return false;
  if (candidate.carrier === 'bullet' && isAsked(title)) return true;
  if (candidate.isListed) return true;
  if (candidate.likeness > 0 || candidate.mark.emoji !== '' || candidate.carrier === 'summary') return true;
  const isPlainHeading = candidate.carrier === 'heading' && !isFrame(candidate.mark.title);
  if (isPlainHeading && evidence.likeness >= MOSTLY && evidence.count >= 5) return true;
  const isPlainBullet = candidate.carrier === 'bullet' && !/https?:|^@/u.test(candidate.mark.title);
  if (isPlainBullet && evidence.count >= 3 && evidence.likeness >= leastLikeness(evidence)) return true;
  return candidate.mark.isBold && candidate.carrier === 'bullet' && evidence.likeness >= NUMBERED;
}
