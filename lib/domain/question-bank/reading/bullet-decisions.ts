import type { Candidate } from './candidates';
import type { Evidence } from './evidence';
import { ANSWERED, MANY, MOSTLY, NUMBERED, SURE, UNIFORM, UNNUMBERED } from './thresholds';

/** Share of items with text below, up to which a list is bare. */
const BARE = 0.2;
/** The same of a list that its title calls questions or tasks. */
const SOME_BODIES = 0.5;
/** So many bullets that ask are a list of questions, even without an answer or a title that promises them. */
const BARE_LIST = 8;
/** Share of links with a question mark, from which on a list of links is one of questions. */
const ASKING_LINKS = 0.3;

/** Nothing but one line for each. */
export function isBareList(evidence: Evidence): boolean {
  return evidence.bodies <= BARE;
}

/** What is around a group of bullets. */
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
export function isReadingList(group: readonly Candidate[]): boolean {
  const links = group.filter((candidate) => candidate.mark.isLink);
  const asking = links.filter((candidate) => /[?？]$/u.test(candidate.mark.title));
  return links.length >= group.length * MOSTLY && asking.length < links.length * ASKING_LINKS;
}

/** How surely a group of bullets are questions; ≤ 0: they are not. */
export function bulletVerdict(first: Candidate, evidence: Evidence, context: BulletContext): number {
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
  if (isCalledBank && evidence.count >= MANY && likeness >= UNIFORM) return 0.5;
  // Many alike, each with its answer below: the others of a bank only name what is to be explained.
  if (evidence.count >= MANY && evidence.bodies >= SURE && evidence.likeness >= UNIFORM) return 0.5;
  const isBank = promised || often >= BARE_LIST || (evidence.bodies >= SURE && often >= 3);
  return likeness >= SURE && evidence.count >= 2 && isBank ? 1 : 0;
}
