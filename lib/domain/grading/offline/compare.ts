import { withChecks } from '../checks/derive-checks';
import { demandedCount } from '../key-points/demands';
import { deriveKeyPoints } from '../key-points/derive';
import type { Slice } from '../key-points/sentences';
import type { GradingTask } from '../model';
import type { PreparedAnswer } from './answer';
import { alignTo, type PointSupport, type PreparedReference, prepareReference, supportsOf } from './assess';
import type { ConceptIndex } from './concepts';
import { exchangesOf } from './exchange';
import { type Features, featuresOf } from './features';
import { type Bag, bagOf, mergeBags, type Reading } from './reading';
import { isReversed, reversalsOf } from './reversal';
import { rulingOf } from './rulings';
import { passageOnSubject } from './subject';
import { PARTIAL_FROM } from './verdicts';

/** What an answer is compared by, whichever reference it is compared with. */
export interface Comparing {
  task: GradingTask;
  question: Reading;
  asked: Bag;
  answer: PreparedAnswer;
  index: ConceptIndex;
}

/** What comparing an answer with one reference has found. */
export interface Candidate {
  reference: Reading;
  supports: PointSupport[];
  features: Features;
  answer: PreparedAnswer;
}

/** Compares an answer with one reference, point by point and as a whole. */
export function compare(reference: string, context: Comparing): Candidate {
  const { task, question, asked, index } = context;
  const points = withChecks(
    task.question,
    task.points?.length ? task.points : deriveKeyPoints(task.question, reference),
  );
  const prepared = prepareReference(reference, points, asked, index);
  const answer = alignTo(prepared, context.answer);
  const supports = keepDemanded(withRulings(supportsOf(prepared, answer), prepared, answer, index), task);
  const passage = passageOnSubject(answer, mergeBags(asked, bagOf(prepared.reading)));
  const reversals = reversalsOf(reference, answer.reading.text, passage);
  const exchanges = exchangesOf(task.question, reference, answer.reading.text);
  const features = featuresOf(prepared, answer, supports, question, { passage, reversals, exchanges });
  const turned = isReversed(reversals.share, reversals.found.length) ? reversals.found : [];
  return {
    reference: prepared.reading,
    supports: withDenials(supports, [...turned, ...exchanges]),
    features,
    answer,
  };
}

/** Points decided by their own check; a wrong number denies its point. */
function withRulings(
  supports: PointSupport[],
  { points }: PreparedReference,
  answer: PreparedAnswer,
  index: ConceptIndex,
): PointSupport[] {
  return supports.map((support, at) => {
    const point = points[at];
    const ruling = point && rulingOf(support, point, answer, index, points.length === 1);
    if (!ruling) return support;
    const { window } = ruling;
    const isWrongNumber = ruling.verdict === 'contradicted' && support.point.check?.by === 'number';
    const denial = isWrongNumber && window ? { ...window, count: 1, share: 1, isWhole: false } : null;
    return { ...support, ruling, denial: support.denial ?? denial };
  });
}

/**
 * A place where the answer turns the reference round in other words denies the one point it speaks of most: the best
 * supported of those it lies in, which must be half said at least.
 */
function withDenials(supports: PointSupport[], turned: readonly Slice[]): PointSupport[] {
  const denials = new Map<PointSupport, PointSupport['denial']>();
  for (const { start, end } of turned) {
    const meant = supports
      .filter(
        ({ window, support }) =>
          window && start >= window.start && start < window.end && support >= PARTIAL_FROM,
      )
      .sort((a, b) => b.support - a.support)[0];
    if (meant && !meant.denial) denials.set(meant, { start, end, count: 1, share: 1, isWhole: false });
  }
  return supports.map((support) => ({ ...support, denial: denials.get(support) ?? support.denial }));
}

/**
 * "At least two": of many points the best supported ones are what was asked, the others become bonus points. Twice the
 * number is kept, for a thing that was asked often takes two sentences of the reference.
 */
function keepDemanded(supports: PointSupport[], task: GradingTask): PointSupport[] {
  const count = task.points?.length ? null : demandedCount(task.question);
  const core = supports.filter(({ point }) => point.core);
  if (count === null || core.length <= 2 * count) return supports;
  const kept = new Set([...core].sort((a, b) => b.support - a.support).slice(0, 2 * count));
  return supports.map((support) =>
    kept.has(support) ? support : { ...support, point: { ...support.point, core: false } },
  );
}
