import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreement,
  constantRmse,
  type Judged,
  macroF1,
  pearson,
  quadraticWeightedKappa,
  rmse,
  withinQuestion,
} from './metrics';
import { calibrationGain } from './resampling';

const rows = (pairs: [number, number][], question = 'q'): Judged[] =>
  pairs.map(([human, machine]) => ({ question, human, machine }));
const score = fc.double({ min: 0, max: 1, noNaN: true });
const anyRows = fc.array(fc.tuple(score, score), { minLength: 5, maxLength: 40 }).map((pairs) => rows(pairs));

describe('metrics', () => {
  it('agree with figures worked out by hand', () => {
    expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
    expect(
      rmse(
        rows([
          [0, 1],
          [1, 1],
        ]),
      ),
    ).toBeCloseTo(Math.SQRT1_2);
    expect(
      constantRmse(
        rows([
          [0, 0],
          [1, 0],
        ]),
      ),
    ).toBeCloseTo(0.5);
    expect(
      quadraticWeightedKappa(
        rows([
          [0, 0],
          [1, 1],
          [0.4, 0.4],
        ]),
      ),
    ).toBeCloseTo(1);
    expect(
      quadraticWeightedKappa(
        rows([
          [0, 1],
          [1, 0],
        ]),
      ),
    ).toBeCloseTo(-1);
    expect(
      macroF1(
        rows([
          [1, 1],
          [1, 0],
          [0, 0],
        ]),
      ),
    ).toBeCloseTo((2 / 3 + 2 / 3) / 2);
    expect(
      agreement(
        rows([
          [0, 0.2],
          [1, 0],
          [0, 1],
          [0.6, 0.6],
        ]),
      ),
    ).toEqual({ exact: 0.25, adjacent: 0.5, up: 1, down: 1 });
  });

  it('set easy and hard questions aside', () => {
    const both = [
      ...rows(
        [
          [0, 0.5],
          [0.2, 0.4],
        ],
        'hard',
      ),
      ...rows(
        [
          [0.8, 0.8],
          [1, 0.9],
        ],
        'easy',
      ),
    ];
    expect(withinQuestion(both)).toBeCloseTo(0);
  });

  it('stay in their ranges', () => {
    fc.assert(
      fc.property(anyRows, (sample) => {
        const kappa = quadraticWeightedKappa(sample);
        expect(Number.isNaN(kappa) || (kappa >= -1.0001 && kappa <= 1.0001)).toBe(true);
        expect(rmse(sample)).toBeLessThanOrEqual(1);
        const { exact, adjacent } = agreement(sample);
        expect(adjacent).toBeGreaterThanOrEqual(exact);
      }),
    );
  });
});

describe('calibration on 20 answers', () => {
  it('beats their mean when the raw score tells something on another scale', () => {
    const sample = rows(
      Array.from({ length: 100 }, (_, index) => [(index % 10) / 10, 0.4 + (index % 10) / 50]),
    );
    const gain = calibrationGain(sample);
    expect(gain?.calibrated).toBeLessThan((gain?.constant ?? 0) / 2);
  });
});
