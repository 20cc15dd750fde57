import { type FoundQuote, findQuote } from './evidence';
import { oneLine } from './grading-prompt';
import type { AnswerTurn, FalseClaim, GradeFlag, KeyPoint, PointVerdict, Verdict } from './model';
import type { VerdictsReply } from './verdicts.prompt';

/** What is left of a model's reply once code has checked it. */
export interface VerifiedVerdicts {
  /** Every point of the rubric, in its order. */
  points: PointVerdict[];
  falseClaims: FalseClaim[];
  flags: GradeFlag[];
  /** '' when nobody doubts the reference. */
  referenceDoubt: string;
}

/** From worst to best: of two verdicts on one point the worse counts. */
const ORDER: readonly Verdict[] = ['contradicted', 'missing', 'partial', 'covered'];

/** Shorter repetitions of the question's words are ordinary terms. */
const ECHO_LENGTH = 12;

/** The candidate's words, and those that were not theirs. */
interface Said {
  turns: readonly AnswerTurn[];
  question: string;
}

/** A note is a short sentence; a longer one is cut. */
const MAX_NOTE = 200;

/**
 * Checks a verdict reply against the rubric and the candidate's own words. A verdict other than missing needs a quote
 * that stands in one of the turns, otherwise the point is missing; a point that the reply leaves out is missing; ids
 * that the rubric does not know are dropped; of two verdicts on a point the worse counts. False claims without such a
 * quote are dropped, and so is a quote that only repeats a stretch of the question. Numbers are not even read.
 */
export function verifyVerdicts(
  reply: VerdictsReply,
  points: readonly KeyPoint[],
  turns: readonly AnswerTurn[],
  question = '',
): VerifiedVerdicts {
  const flags = new Set<GradeFlag>(reply.flags);
  const referenceDoubt = oneLine(reply.referenceDoubt);
  const said: Said = { turns, question };
  if (referenceDoubt) flags.add('reference-doubted');
  if (isAllInvented(reply, points, turns)) flags.add('low-confidence');
  return {
    points: points.map((point) => worstVerdict(point, reply, said)),
    falseClaims: verifiedClaims(reply, said),
    flags: [...flags],
    referenceDoubt,
  };
}

/** Whether a reply speaks of any point of the rubric; one that does not is nonsense, and no ground for a grade. */
export function namesAnyPoint(reply: VerdictsReply, points: readonly KeyPoint[]): boolean {
  return reply.points.some((item) => points.some((point) => isAbout(item, point)));
}

/** Whether a reply finds points said, and none of the words it quotes for them are the candidate's: it read something else. */
function isAllInvented(
  reply: VerdictsReply,
  points: readonly KeyPoint[],
  turns: readonly AnswerTurn[],
): boolean {
  const found = reply.points.filter(
    (item) => item.verdict !== 'missing' && points.some((point) => isAbout(item, point)),
  );
  return found.length > 0 && found.every(({ quote }) => quoteInTurns(turns, quote) === null);
}

function isAbout(item: VerdictsReply['points'][number], point: KeyPoint): boolean {
  return item.id.trim().toLowerCase() === point.id.toLowerCase();
}

function worstVerdict(point: KeyPoint, reply: VerdictsReply, said: Said): PointVerdict {
  const verdicts = reply.points
    .filter((item) => isAbout(item, point))
    .map((item) => checkedVerdict(point, item, said));
  const [worst] = verdicts.sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));
  return worst ?? verdictOn(point, 'missing', null, '');
}

function checkedVerdict(point: KeyPoint, item: VerdictsReply['points'][number], said: Said): PointVerdict {
  const found = item.verdict === 'missing' ? null : evidenceIn(said, item.quote);
  return found
    ? verdictOn(point, item.verdict, found.text, shortened(item.note))
    : verdictOn(point, 'missing', null, item.verdict === 'missing' ? shortened(item.note) : '');
}

function verdictOn(point: KeyPoint, verdict: Verdict, quote: string | null, note: string): PointVerdict {
  return {
    pointId: point.id,
    point: point.text,
    core: point.core,
    weight: point.weight,
    verdict,
    quote,
    note,
  };
}

/** A quote that the candidate has said and not merely read out from the question. */
function evidenceIn({ turns, question }: Said, quote: string): FoundQuote | null {
  const found = quoteInTurns(turns, quote);
  const isEcho =
    found !== null && found.text.length >= ECHO_LENGTH && findQuote(question, found.text) !== null;
  return isEcho ? null : found;
}

/** Finds a quote in any turn, the latest first: it is the candidate's last word. */
function quoteInTurns(turns: readonly AnswerTurn[], quote: string): FoundQuote | null {
  for (const turn of turns.toReversed()) {
    const found = findQuote(turn.text, quote);
    if (found) return found;
  }
  return null;
}

function verifiedClaims(reply: VerdictsReply, said: Said): FalseClaim[] {
  const claims = reply.falseClaims.flatMap((claim) => {
    const found = evidenceIn(said, claim.quote);
    return found ? [{ quote: found.text, reason: shortened(claim.reason) }] : [];
  });
  return claims.filter((claim, index) => claims.findIndex((other) => other.quote === claim.quote) === index);
}

function shortened(text: string): string {
  const line = oneLine(text);
  return line.length > MAX_NOTE ? `${line.slice(0, MAX_NOTE)}…` : line;
}
