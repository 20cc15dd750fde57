import type { Candidate } from './candidates';
import type { DocumentTitle } from './document-title';
import type { Evidence } from './evidence';
import { mayBeStep } from './likeness';
import { ANSWERED, MANY, NUMBERED, SOME_ANSWERED, SURE, UNIFORM, UNNUMBERED } from './thresholds';

/** Share of numbered English headings that only name, from which on they are chapters. */
const NAMING = 0.4;
const VERY_MANY = 20;
/** So many lines that ask below each heading make chapters of headings that do not. */
const CHAPTER = 2;
/** Below the one question of a document so many others may be asked on the way; more are what it asks. */
const MOST_ASKED_ON = 8;

/** Share of headings with a labelled question below, and mean likeness of their own, that make sections of them. */
const LABELLED = 0.5;
const LABELLED_LIKELY = 0.3;

/** "## Question" alone says something only where an answer follows or the questions are counted. */
function isLabelled(group: readonly Candidate[], evidence: Evidence): boolean {
  const isBare = (candidate: Candidate): boolean =>
    candidate.mark.title === '' && candidate.mark.path.length === 0;
  return (
    !group.every(isBare) ||
    evidence.answers + evidence.options > 0 ||
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
function areChapters(group: readonly Candidate[], title: DocumentTitle): boolean {
  if (title.promises || group.some(({ mark }) => /[\u4e00-\u9fff]/u.test(mark.title))) return false;
  const subject = new Set(subjectWords(title.text));
  const asking = group.filter(({ likeness }) => likeness === 1);
  const naming = group.filter(({ likeness }) => likeness === 0);
  const areOwn = asking.every(({ mark }) => subjectWords(mark.title).some((word) => subject.has(word)));
  return areOwn && naming.length >= group.length * NAMING;
}

/** Share of titles that say what another says, from which on they name the same part of each section. */
const REPEATED = 0.5;

/** "Source code" in every section: who asks the same again says so. */
function areRepeated(group: readonly Candidate[]): boolean {
  const naming = group.filter(({ likeness, mark }) => likeness < 1 && mark.title !== '');
  const titles = new Set(naming.map(({ mark }) => mark.title));
  return naming.length > 2 && naming.length * 2 > group.length && titles.size <= naming.length * REPEATED;
}

/** "1. Name your sessions", "2. Delete old data": orders, none of which only an examiner gives. */
function areMereOrders(group: readonly Candidate[]): boolean {
  const orders = group.filter(({ likeness }) => likeness === 1);
  return orders.length > 0 && orders.every(({ mark }) => mayBeStep(mark.title));
}

/** Whether headings of one shape are questions. */
export function acceptsHeadings(
  group: readonly Candidate[],
  evidence: Evidence,
  title: DocumentTitle,
): boolean {
  const first = group[0];
  if (first === undefined || evidence.innerLabels >= 1.5) return false;
  if (first.mark.kind === 'question') return isLabelled(group, evidence);
  if (evidence.likeness === 0 && evidence.innerAsking >= CHAPTER) return false;
  if (areRepeated(group)) return false;
  // "## 3. Transactions" over "Question: …": the label asks, whatever answers it.
  if (evidence.innerLabels >= LABELLED && evidence.likeness < LABELLED_LIKELY) return false;
  const supported = evidence.answers + evidence.options;
  if (evidence.count === 1)
    return (
      (supported > 0 && evidence.likeness >= 0.5) ||
      (first.level === 1 && asksByItself(first) && evidence.innerAsking < MOST_ASKED_ON)
    );
  if (supported >= ANSWERED && (evidence.likeness >= 0.25 || first.mark.kind !== 'none')) return true;
  if (supported >= SOME_ANSWERED && evidence.likeness >= 0.3) return true;
  if (first.mark.kind !== 'none') {
    if (!title.promises && areMereOrders(group)) return false;
    const least = evidence.count === 2 && !title.promises ? SURE : NUMBERED;
    return evidence.likeness >= least && !areChapters(group, title);
  }
  if (group.every(asksByItself) && evidence.bodies === 1 && title.promises) return true;
  const isUniform = evidence.count >= (evidence.bodies >= SURE ? MANY : VERY_MANY);
  return evidence.count >= 3 && evidence.likeness >= (isUniform ? UNIFORM : UNNUMBERED);
}
