import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibrated, FEWEST_PAIRS, fitCalibration } from './calibration';

const pair = fc.record({
  raw: fc.double({ min: 0, max: 1, noNaN: true }),
  human: fc.double({ min: 0, max: 1, noNaN: true }),
});
const pairs = fc.array(pair, { minLength: FEWEST_PAIRS, maxLength: 60 });

describe('fitCalibration', () => {
  it('says nothing on fewer than 20 graded answers', () => {
    expect(fitCalibration(Array.from({ length: 19 }, () => ({ raw: 0, human: 0 })))).toBeNull();
  });

  it('is monotone and stays on 0..1, whatever it was fitted on', () => {
    fc.assert(
      fc.property(
        pairs,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sample, a, b) => {
          const calibration = fitCalibration(sample);
          if (calibration === null) throw new Error('20 pairs are enough');
          const [low, high] = [
            calibrated(calibration, Math.min(a, b)),
            calibrated(calibration, Math.max(a, b)),
          ];
          expect(low).toBeLessThanOrEqual(high);
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('gives the mean when the raw score tells nothing', () => {
    const sample = Array.from({ length: 20 }, (_, index) => ({ raw: 0.5, human: index % 2 }));
    const calibration = fitCalibration(sample);
    expect(calibration && calibrated(calibration, 0.5)).toBeCloseTo(0.5);
  });
});
