import { deriveKeyPoints } from '../key-points/derive';
import type { KeyPoint } from '../model';
import { readAsAnswer } from './read-as-answer';

/** A rubric of several references has at most this many points, or as many as the first reference has. */
const MOST_POINTS = 12;

/**
 * The rubric of a question with several references. The points of the first stay what they are and remember which other
 * references say the same, in which words. What only another reference says becomes a bonus point: it never lowers a
 * score, and together with what that reference shares it makes a standard of its own (see `standardsOf`).
 * @param own points of the first reference
 * @param references the first and the others; never empty
 */
export function joinPoints(
  question: string,
  own: readonly KeyPoint[],
  references: readonly string[],
): KeyPoint[] {
  let points = [...own];
  references.slice(1).forEach((text, index) => {
    points = joined(question, points, references, { text, index: index + 1 });
  });
  return points;
}

function joined(
  question: string,
  points: readonly KeyPoint[],
  references: readonly string[],
  added: { text: string; index: number },
): KeyPoint[] {
  const earlier = references.slice(0, added.index).join('\n\n');
  const said = readAsAnswer(question, earlier, points, added.text);
  const shared = points.map((point, index) => {
    const { verdict, quote } = said[index] ?? {};
    if (verdict !== 'covered' || !quote) return point;
    return { ...point, alsoIn: [...(point.alsoIn ?? []), { reference: added.index, words: quote }] };
  });
  const room = MOST_POINTS - points.length;
  const fresh = room > 0 ? freshPoints(question, earlier, added.text, room) : [];
  return [
    ...shared,
    ...fresh.map((point, index) => ({
      ...point,
      id: `p${points.length + index + 1}`,
      core: false,
      reference: added.index,
    })),
  ];
}

/** Points of a reference that the earlier ones do not make; neighbours are joined until there is room for them. */
function freshPoints(question: string, earlier: string, text: string, room: number): KeyPoint[] {
  let limit = deriveKeyPoints(question, text).length;
  for (;;) {
    const derived = deriveKeyPoints(question, text, limit);
    const verdicts = readAsAnswer(question, text, derived, earlier);
    const fresh = derived.filter((_, index) => verdicts[index]?.verdict !== 'covered');
    if (fresh.length <= room) return fresh;
    limit = Math.min(limit, derived.length) - 1;
  }
}
