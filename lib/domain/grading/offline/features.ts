import type { Slice } from '../key-points/sentences';
import type { PreparedAnswer } from './answer';
import type { PointSupport, PreparedReference } from './assess';
import { type Judgement, judgementOf, verdictIn } from './judgement';
import { bagOf, type Reading, recallOf, type Term, termsOf } from './reading';
import type { Reversals } from './reversal';
import type { Passage } from './subject';
import { fold } from './units';

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
  /** How much likelier the passage is to be about the subject than about something else, as a logarithm. */
  onSubject: number;
  /**
   * Recall of the reference's characters and neighbouring pairs, all alike, those of the question left out: one line of
   * code. Null for a reference without Han characters, where it counts articles and prepositions.
   */
  plainRecall: number | null;
  /** −1, 0 or 1: the verdict the answer opens with against the reference's. */
  judgement: number;
  /** Share of the core weight that the answer denies. */
  denied: number;
  /** In how many places of the core points. */
  deniedPlaces: number;
  /** Share of the answer's clauses on the subject that turn the reference round in other words, and their number. */
  reversed: number;
  reversedPlaces: number;
  /** In how many clauses it tells of one thing what the reference tells of another. */
  exchangedPlaces: number;
  /** Number of core points, and mean content of one (a Han character 1, a word of Latin letters 2). */
  points: number;
  pointSize: number;
}

/** Where the answer speaks of the subject, and where it turns the reference round. */
interface Turns {
  passage: Passage;
  reversals: Reversals;
  exchanges: readonly Slice[];
}

/** Of the question's terms in overall recall and precision; .25 ranked better than 0 and .5 on English answers. */
const QUESTION_TERM = 0.25;

/** Computes the features of one answer against one reference. */
export function featuresOf(
  reference: PreparedReference,
  answer: PreparedAnswer,
  supports: readonly PointSupport[],
  question: Reading,
  { passage, reversals, exchanges }: Turns,
): Features {
  const core = supports.filter((support) => support.point.core);
  const mean = (value: (support: PointSupport) => number) => weightedMean(core, value);
  const asked = bagOf(question);
  const discounted = (term: Term): Term =>
    asked.keys.has(term.key) ? { ...term, weight: term.weight * QUESTION_TERM } : term;
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
    onSubject: passage.evidence,
    plainRecall: plainRecall(reference.reading.text, question.text, answer.reading.text),
    judgement: agreement(answer, judgementOf(reference.reading.text)),
    denied: mean(({ denial }) => denial?.share ?? 0),
    deniedPlaces: core.reduce((places, { denial }) => places + (denial?.count ?? 0), 0),
    reversed: reversals.share,
    reversedPlaces: reversals.found.length,
    exchangedPlaces: exchanges.length,
    points: core.length,
    pointSize: sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length),
  };
}

function plainRecall(reference: string, question: string, answer: string): number | null {
  if (!/\p{Script=Han}/u.test(reference)) return null;
  const asked = gramsOf(question);
  const said = gramsOf(answer);
  const wanted = [...gramsOf(reference)].filter((gram) => !asked.has(gram));
  return wanted.filter((gram) => said.has(gram)).length / Math.max(1, wanted.length);
}

/** Letters and digits of a text, and pairs of neighbours. */
function gramsOf(text: string): Set<string> {
  const characters =
    fold(text)
      .text.toLowerCase()
      .match(/[\p{L}\p{N}]/gu) ?? [];
  return new Set([...characters, ...characters.slice(1).map((right, at) => `${characters[at]}${right}`)]);
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
