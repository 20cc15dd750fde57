import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeFromVerdicts } from '../grade-from-verdicts';
import type { Band, PointVerdict, Verdict } from '../model';
import { bandOf } from '../score';
import type { VerifiedVerdicts } from '../verify-verdicts';
import { joinReplies } from './join-replies';
import { needsSecondCall } from './needs-second-call';

describe('needsSecondCall', () => {
  it.each([
    [0.5, 3, true],
    [0.48, 2, true],
    [0.52, 3, true],
    [0.475, 2, false],
    [0.6, 3, false],
    [0.6, 1, true],
    [0.6, 5, true],
    [0.6, 4, false],
    [0.1, 0, true],
    [0, 0, false],
    [1, 5, false],
    [1, 3, true],
    [0.883, 4, true],
  ] as const)('at %d with %d offline: %s', (score, offline, expected) => {
    expect(needsSecondCall({ score, band: bandOf(score) }, { band: offline as Band })).toBe(expected);
  });
});

const VERDICTS: Verdict[] = ['covered', 'partial', 'missing', 'contradicted'];

function replied(verdicts: readonly Verdict[], claims: string[] = []): VerifiedVerdicts {
  const points = verdicts.map(
    (verdict, index): PointVerdict => ({
      pointId: `p${index + 1}`,
      point: `第 ${index + 1} 点`,
      core: index < 3,
      weight: 1 + (index % 2),
      verdict,
      quote: verdict === 'missing' ? null : '冻结权重',
      note: '',
    }),
  );
  const falseClaims = claims.map((quote) => ({ quote, reason: '' }));
  return { points, falseClaims, flags: [], referenceDoubt: '' };
}

describe('joinReplies', () => {
  it('keeps what both say and parts where they differ', () => {
    const { strict, mild } = joinReplies(
      replied(['covered', 'partial', 'contradicted'], ['权重会更新', '不用数据']),
      replied(['covered', 'missing', 'covered'], ['所有权重会更新']),
    );
    expect(strict.points.map(({ verdict }) => verdict)).toEqual(['covered', 'missing', 'contradicted']);
    expect(mild.points.map(({ verdict }) => verdict)).toEqual(['covered', 'partial', 'covered']);
    expect(strict.falseClaims.map(({ quote }) => quote)).toEqual(['权重会更新', '不用数据']);
    expect(mild.falseClaims.map(({ quote }) => quote)).toEqual(['权重会更新']);
  });

  it('never puts the strict reading above either call, nor the mild one below', () => {
    const verdicts = fc.array(fc.constantFrom(...VERDICTS), { minLength: 4, maxLength: 4 });
    const claims = fc.subarray(['权重会更新', '不用数据', '会换词表']);
    fc.assert(
      fc.property(verdicts, verdicts, claims, claims, (a, b, c, d) => {
        const [first, second] = [replied(a, c), replied(b, d)];
        const { strict, mild } = joinReplies(first, second);
        const score = (verified: VerifiedVerdicts) => gradeFromVerdicts(verified, { kind: 'llm' }).score;
        const both = [score(first), score(second)];
        expect(score(strict)).toBeLessThanOrEqual(Math.min(...both));
        expect(score(mild)).toBeGreaterThanOrEqual(Math.max(...both));
        expect(joinReplies(first, first).strict).toEqual(first);
      }),
    );
  });
});
