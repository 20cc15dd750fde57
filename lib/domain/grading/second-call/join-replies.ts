import { findQuote } from '../evidence';
import type { FalseClaim, PointVerdict, Verdict } from '../model';
import type { VerifiedVerdicts } from '../verify-verdicts';

/** From strictest to mildest. */
const ORDER: readonly Verdict[] = ['contradicted', 'missing', 'partial', 'covered'];

/** Two readings of one answer: what stands by the stricter verdict of each point, and by the milder. */
export interface JoinedReplies {
  strict: VerifiedVerdicts;
  mild: VerifiedVerdicts;
}

/**
 * Joins two verified replies about one answer, both in the order of the rubric. Where they agree on a point the first
 * one's quote stays. False claims that only one of them saw belong to the strict reading alone.
 */
export function joinReplies(first: VerifiedVerdicts, second: VerifiedVerdicts): JoinedReplies {
  const rest = {
    flags: [...new Set([...first.flags, ...second.flags])],
    referenceDoubt: first.referenceDoubt || second.referenceDoubt,
  };
  const pairs = first.points.map((point): [PointVerdict, PointVerdict] => [
    point,
    second.points.find(({ pointId }) => pointId === point.pointId) ?? point,
  ]);
  const shared = first.falseClaims.filter((claim) =>
    second.falseClaims.some((other) => isSame(claim, other)),
  );
  const only = second.falseClaims.filter((claim) => !first.falseClaims.some((other) => isSame(claim, other)));
  return {
    strict: {
      ...rest,
      points: pairs.map(([one, other]) => (rank(other) < rank(one) ? other : one)),
      falseClaims: [...first.falseClaims, ...only],
    },
    mild: {
      ...rest,
      points: pairs.map(([one, other]) => (rank(other) > rank(one) ? other : one)),
      falseClaims: shared,
    },
  };
}

function rank({ verdict }: PointVerdict): number {
  return ORDER.indexOf(verdict);
}

/** Two calls seldom cut a quote alike: one within the other is the same place. */
function isSame(one: FalseClaim, other: FalseClaim): boolean {
  return findQuote(one.quote, other.quote) !== null || findQuote(other.quote, one.quote) !== null;
}
