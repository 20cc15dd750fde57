import type { PreparedAnswer } from './answer';
import type { PointSupport, PreparedReference } from './assess';
import { type Judgement, judgementOf, verdictIn } from './judgement';
import { type Bag, bagOf, recallOf, type Term, termsOf } from './reading';
import type { Reversals } from './reversal';
import { onSubject, type Passage } from './subject';

/** What the score is computed from; every value is 0..1 unless said otherwise. */
export interface Features {
  /** Mean support of the core points, of its square root and of its square, weighted. */
  support: number;
  rootSupport: number;
  squaredSupport: number;
  /** Recall of the reference's single units, those of the question at a quarter. */
  unitRecall: number;
  /** Share of the content that stands in the reference, of the passage that speaks of the subject most. */
  precision: number;
  /** How far it speaks of the question's subject. */
  onSubject: number;
  /** −1, 0 or 1: the verdict the answer opens with against the reference's. */
  judgement: number;
  /** Share of the core weight that the answer denies. */
  denied: number;
  /** In how many places of the core points. */
  deniedPlaces: number;
  /** Share of the answer's clauses on the subject that turn the reference round in other words, and their number. */
  reversed: number;
  reversedPlaces: number;
  /** Number of core points, and mean content of one (a Han character 1, a word of Latin letters 2). */
  points: number;
  pointSize: number;
}

/** Of the question's terms in overall recall and precision; .25 ranked better than 0 and .5 on English answers. */
const QUESTION_TERM = 0.25;

/** Computes the features of one answer against one reference. */
export function featuresOf(
  reference: PreparedReference,
  answer: PreparedAnswer,
  supports: readonly PointSupport[],
  question: Bag,
  { passage, reversals }: { passage: Passage; reversals: Reversals },
): Features {
  const core = supports.filter((support) => support.point.core);
  const mean = (value: (support: PointSupport) => number) => weightedMean(core, value);
  const discounted = (term: Term): Term =>
    question.keys.has(term.key) ? { ...term, weight: term.weight * QUESTION_TERM } : term;
  const wanted = termsOf(reference.reading).map(discounted);
  const said = termsOf(answer.reading, passage.from, passage.to).map(discounted);
  const sizes = reference.points.filter(({ point }) => point.core).map(({ terms }) => unitWeight(terms));
  return {
    support: mean(({ support }) => support),
    rootSupport: mean(({ support }) => Math.sqrt(support)),
    squaredSupport: mean(({ support }) => support ** 2),
    unitRecall:
      recallOf(
        wanted.filter((term) => !term.isPair),
        answer.bag,
      ) ?? 0,
    precision: recallOf(said, bagOf(reference.reading)) ?? 0,
    onSubject: onSubject(answer.reading, reference.reading, passage),
    judgement: agreement(answer, judgementOf(reference.reading.text)),
    denied: mean(({ denial }) => denial?.share ?? 0),
    deniedPlaces: core.reduce((places, { denial }) => places + (denial?.count ?? 0), 0),
    reversed: reversals.share,
    reversedPlaces: reversals.found.length,
    points: core.length,
    pointSize: sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length),
  };
}

function unitWeight(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + (term.isPair ? 0 : term.weight), 0);
}

function weightedMean(core: readonly PointSupport[], value: (support: PointSupport) => number): number {
  const total = core.reduce((sum, { point }) => sum + point.weight, 0);
  if (total <= 0) return 0;
  return core.reduce((sum, support) => sum + support.point.weight * value(support), 0) / total;
}

/** The first verdict of the wanted kind against the wanted one. */
function agreement({ reading, isBeside }: PreparedAnswer, wanted: Judgement | null): number {
  const said = wanted && verdictIn(reading.text, wanted.kind, isBeside);
  if (!said) return 0;
  return said.judgement.value === wanted.value ? 1 : -1;
}
