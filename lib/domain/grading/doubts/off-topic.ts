import { medianOf } from './common-ground';
import type { Standing } from './survey';

/** Fewer terms say too little to be judged by: about 15 Chinese characters, 20 English words. */
const SMALLEST_FOR_QUESTION = 20;
const SMALLEST_FOR_BANK = 30;
/** In a smaller bank there is no rest to compare with. */
export const SMALLEST_BANK = 8;

/**
 * Two logistic models, fitted on 11 real banks of the language-model, data-science and JavaScript kind (about 730
 * references as they are, 150 exchanged between two questions and 100 on another field under the question's own name in
 * each bank) and judged on the bank that was left out: at these thresholds each flags about one reference in fifty that
 * is as it should be, the first finds two in three of the exchanged ones and the second three in four of those on another
 * field. The rates on a bank of our own are held by planted.test.ts.
 */
const FOREIGN_TO_QUESTION = {
  bias: -1.59,
  own: -15.2,
  gap: 12.8,
  nearer: 2.55,
  anywhere: -4.4,
  onSubjectShare: -2.1,
  logSize: 0.6,
  threshold: 1.75,
};
const FOREIGN_TO_BANK = {
  bias: -4.11,
  foreign: 0.46,
  onSubject: -0.86,
  anywhere: -1.94,
  shared: -0.79,
  threshold: 1.2,
};

/** At 24 / n - 0.5 the models flag about as many sound references of a sample of 8, 12 or 20 as of a whole bank. */
const CAUTION = { perQuestion: 24, allowance: 0.5 };

/** What a bank of so few questions asks beyond the thresholds, for it tells little of what is usual; 0 from 48 on. */
export function cautionIn(questions: number): number {
  return Math.max(0, CAUTION.perQuestion / questions - CAUTION.allowance);
}

/** How far a reference speaks of something else than its question; positive: it is doubted. */
export function foreignToQuestion(standing: Standing): number {
  if (standing.size < SMALLEST_FOR_QUESTION) return Number.NEGATIVE_INFINITY;
  const model = FOREIGN_TO_QUESTION;
  const { own, other, nearer, anywhere, onSubject, size } = standing;
  return (
    model.bias +
    model.own * own +
    model.gap * (other - own) +
    model.nearer * nearer +
    model.anywhere * anywhere +
    model.onSubjectShare * (anywhere > 0 ? onSubject / anywhere : 1) +
    model.logSize * Math.log(size) -
    model.threshold
  );
}

type Measure = 'foreign' | 'onSubject' | 'anywhere' | 'shared';
const MEASURES: readonly Measure[] = ['foreign', 'onSubject', 'anywhere', 'shared'];
/** Median and spread of a measure over a bank: what is usual there. */
export type Usual = Record<Measure, { median: number; spread: number }>;

/** Spread of a normal distribution in units of the median absolute deviation. */
const MAD_TO_DEVIATION = 1.4826;
const SMALLEST_SPREAD = 0.02;
/** Deviations beyond this are all the same to the model. */
const LARGEST_DEVIATION = 6;

/** What is usual in a bank, from the standings of some or all of its references. */
export function usualOf(standings: readonly Standing[]): Usual {
  const judged = standings.filter(({ size }) => size >= SMALLEST_FOR_QUESTION);
  const usual = (measure: Measure) => {
    const values = judged.map((standing) => standing[measure]);
    const median = medianOf(values);
    const deviation = medianOf(values.map((value) => Math.abs(value - median)));
    return { median, spread: Math.max(SMALLEST_SPREAD, deviation * MAD_TO_DEVIATION) };
  };
  return {
    foreign: usual('foreign'),
    onSubject: usual('onSubject'),
    anywhere: usual('anywhere'),
    shared: usual('shared'),
  };
}

/** How far a reference stands outside of all that its bank says, for that bank; positive: it is doubted. */
export function foreignToBank(standing: Standing, usual: Usual): number {
  if (standing.size < SMALLEST_FOR_BANK) return Number.NEGATIVE_INFINITY;
  return MEASURES.reduce((sum, measure) => {
    const { median, spread } = usual[measure];
    const deviation = (standing[measure] - median) / spread;
    const bounded = Math.max(-LARGEST_DEVIATION, Math.min(LARGEST_DEVIATION, deviation));
    return sum + FOREIGN_TO_BANK[measure] * bounded;
  }, FOREIGN_TO_BANK.bias - FOREIGN_TO_BANK.threshold);
}
