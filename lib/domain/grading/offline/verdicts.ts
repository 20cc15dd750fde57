import type { PointVerdict, Verdict } from '../model';
import type { PointSupport } from './assess';
import { isVerdictSign } from './judgement';

/** Support from which a point counts as said, and as half said; read off the key points of graded answers. */
export const COVERED_FROM = 0.45;
export const PARTIAL_FROM = 0.27;

/** Turns supports into verdicts with verbatim quotes of the answer. */
export function verdictsOf(supports: readonly PointSupport[], answer: string): PointVerdict[] {
  return supports.map((support) => {
    const verdict = verdictOf(support);
    const place = placeOf(support, verdict);
    const quote = verdict === 'missing' || !place ? null : quoteAt(answer, place);
    return {
      pointId: support.point.id,
      point: support.point.text,
      core: support.point.core,
      weight: support.point.weight,
      verdict: quote === null ? 'missing' : verdict,
      quote,
      note: '',
    };
  });
}

function placeOf({ ruling, denial, window }: PointSupport, verdict: Verdict): Place | null {
  if (verdict === 'contradicted') return denial ?? ruling?.window ?? null;
  return ruling?.window ?? window;
}

interface Place {
  start: number;
  end: number;
}

function verdictOf(support: PointSupport): Verdict {
  if (support.denial) return 'contradicted';
  if (support.ruling) return support.ruling.verdict;
  if (support.support >= COVERED_FROM) return 'covered';
  return support.support >= PARTIAL_FROM ? 'partial' : 'missing';
}

/** The answer's own words at that place, without punctuation at the ends; null when nothing is left. */
function quoteAt(answer: string, place: Place): string | null {
  const quote = answer
    .slice(place.start, place.end)
    .replace(/^[\s\p{P}]+/u, '')
    .replace(/(?<![\s，,、；;：:。.])[\s，,、；;：:。.]+$/u, '');
  return /[\p{L}\p{N}]/u.test(quote) || isVerdictSign(quote) ? quote : null;
}
