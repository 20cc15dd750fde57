import type { Exemplar, GradingTask, KeyPoint } from '../model';

/** A weak, a middle and a strong answer: where on the scale each is looked for. */
const ANCHORS = [
  { from: 0, to: 0.35, best: 0.15 },
  { from: 0.35, to: 0.7, best: 0.5 },
  { from: 0.7, to: 1.01, best: 1 },
] as const;

/** All examples together, in tokens: with it the verdict call of a typical question stays within 2,100. */
export const EXEMPLAR_TOKENS = 500;
/** Shorter answers show little, and an empty one nothing. */
const SHORTEST = 8;

/**
 * The worked examples for a question: at most one weak, one middle and one strong answer, weak first, each with a verdict
 * on every point of the rubric. A person's verdicts come before a machine's, then the score nearest to the middle of its
 * level, then the shorter answer. What does not fit into the token budget is left out, the longest first.
 */
export function chooseExemplars(
  task: Pick<GradingTask, 'exemplars' | 'turns'> & { points: readonly KeyPoint[] },
): Exemplar[] {
  const said = new Set(task.turns.map(({ text }) => text.trim()));
  const usable = (task.exemplars ?? []).filter(
    (exemplar) =>
      exemplar.answer.trim().length >= SHORTEST &&
      // An answer must not be graded by its own grade.
      !said.has(exemplar.answer.trim()) &&
      // Verdicts on points that have been edited since say nothing of these.
      task.points.every(({ id, text }) =>
        exemplar.points.some(({ pointId, point }) => pointId === id && point === text),
      ),
  );
  const chosen = ANCHORS.flatMap(({ from, to, best }) => {
    const level = usable.filter(({ score }) => score >= from && score < to);
    return level.toSorted((a, b) => preference(a, best) - preference(b, best)).slice(0, 1);
  });
  while (chosen.reduce((sum, exemplar) => sum + tokensOf(exemplar), 0) > EXEMPLAR_TOKENS)
    chosen.splice(longest(chosen), 1);
  return chosen;
}

function preference({ by, score, answer }: Exemplar, best: number): number {
  return (by === 'person' ? 0 : 10) + Math.abs(score - best) + answer.length / 100_000;
}

function longest(exemplars: readonly Exemplar[]): number {
  const sizes = exemplars.map(tokensOf);
  return sizes.indexOf(Math.max(...sizes));
}

/** Tokens that an example costs at most: one and a third for a Han character, a third of one for another, and its frame. */
function tokensOf({ answer, points }: Exemplar): number {
  const text = answer + points.map(({ quote }) => quote ?? '').join('');
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.ceil((4 * han) / 3 + (text.length - han) / 3) + 12 * points.length + 40;
}
