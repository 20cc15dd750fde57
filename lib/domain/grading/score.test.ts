import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointVerdict, Verdict } from './model';
import { scoreVerdicts } from './score';

const RANK: Record<Verdict, number> = { contradicted: 0, missing: 1, partial: 2, covered: 3 };
const verdicts = Object.keys(RANK) as Verdict[];

function point(verdict: Verdict, weight = 1, core = true): PointVerdict {
  return {
    pointId: 'p',
    point: 'text',
    core,
    weight,
    verdict,
    quote: verdict === 'missing' ? null : 'q',
    note: '',
  };
}

const anyPoint = fc
  .record({
    verdict: fc.constantFrom(...verdicts),
    weight: fc.integer({ min: 1, max: 5 }),
    core: fc.boolean(),
  })
  .map(({ verdict, weight, core }) => point(verdict, weight, core));
const somePoints = fc.array(anyPoint, { minLength: 1, maxLength: 8 });
const claims = (count: number) => Array.from({ length: count }, () => ({ quote: 'q', reason: 'r' }));

describe('scoreVerdicts', () => {
  it.each<[string, PointVerdict[], number, number]>([
    ['nothing to judge', [], 0, 0],
    ['all covered', [point('covered'), point('covered')], 1, 5],
    ['half covered', [point('covered'), point('missing')], 0.5, 3],
    ['half of each', [point('partial'), point('partial')], 0.5, 3],
    ['by weight', [point('covered', 3), point('missing', 1)], 0.75, 4],
    ['a missing bonus costs nothing', [point('covered'), point('missing', 5, false)], 1, 5],
    ['a contradicted bonus costs nothing', [point('covered'), point('contradicted', 5, false)], 1, 5],
    ['only bonus points', [point('covered', 1, false), point('missing', 1, false)], 0.5, 3],
    ['one of ten contradicted', [...Array(9).fill(point('covered')), point('contradicted')], 0.79, 4],
    [
      'a third contradicted',
      [point('covered'), point('covered'), point('covered'), point('contradicted', 1.5)],
      0.49,
      2,
    ],
    ['all contradicted', [point('contradicted')], 0, 0],
  ])('%s', (_, points, score, band) => {
    expect(scoreVerdicts(points, [])).toEqual({ score, band });
  });

  it('stays within 0..1 and its band is round(5 · score)', () => {
    fc.assert(
      fc.property(somePoints, fc.nat(6), (points, count) => {
        const { score, band } = scoreVerdicts(points, claims(count));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(band).toBe(Math.round(5 * score));
      }),
    );
  });

  it('never falls when a verdict gets better', () => {
    fc.assert(
      fc.property(somePoints, fc.nat(7), fc.constantFrom(...verdicts), (points, at, verdict) => {
        const index = at % points.length;
        const old = points[index];
        if (!old || RANK[verdict] < RANK[old.verdict]) return;
        const better = points.with(index, { ...old, verdict });
        expect(scoreVerdicts(better, []).score).toBeGreaterThanOrEqual(scoreVerdicts(points, []).score);
      }),
    );
  });

  it('falls when a credited core point is contradicted later', () => {
    fc.assert(
      fc.property(somePoints, fc.constantFrom<Verdict>('covered', 'partial'), (others, verdict) => {
        const before = [...others, point(verdict)];
        const after = [...others, point('contradicted')];
        const was = scoreVerdicts(before, []).score;
        const is = scoreVerdicts(after, []).score;
        if (was > 0 && !(was <= 0.49 && is === was)) expect(is).toBeLessThan(was);
        else expect(is).toBeLessThanOrEqual(was);
      }),
    );
  });

  it('is never lowered by a bonus point', () => {
    fc.assert(
      fc.property(
        somePoints,
        fc.constantFrom(...verdicts),
        fc.integer({ min: 1, max: 5 }),
        (points, verdict, weight) => {
          const withCore = [point('partial'), ...points.filter((item) => item.core)];
          expect(
            scoreVerdicts([...withCore, point(verdict, weight, false)], []).score,
          ).toBeGreaterThanOrEqual(scoreVerdicts(withCore, []).score);
        },
      ),
    );
  });

  it('never rises with a false claim', () => {
    fc.assert(
      fc.property(somePoints, fc.nat(5), (points, count) => {
        expect(scoreVerdicts(points, claims(count + 1)).score).toBeLessThanOrEqual(
          scoreVerdicts(points, claims(count)).score,
        );
      }),
    );
  });
});
