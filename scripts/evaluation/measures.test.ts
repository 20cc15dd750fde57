import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../lib/domain/grading';
import { byLevel } from './by-level';
import { claimFigures } from './claims';
import { costFigures } from './cost';
import type { GradedRow } from './graded-row';
import { reliability } from './reliability';
import { spreadOf } from './spread';
import { verdictFigures } from './verdict-agreement';

interface Given extends Partial<Omit<GradedRow, 'line'>> {
  label?: string;
  people?: Verdict[];
}

function aRow({ label, people, ...given }: Given): GradedRow {
  const line = {
    kind: 'open' as const,
    question: 'q',
    references: ['r'],
    answer: 'a',
    score: given.human ?? 0,
    ...(label ? { label } : {}),
    ...(people ? { verdicts: people } : {}),
  };
  return {
    line,
    question: 'q',
    human: 0,
    machine: 0,
    state: 'graded',
    ungradedReason: null,
    scores: [],
    verdicts: [],
    isFaulted: false,
    wasAskedTwice: false,
    hasRange: false,
    milliseconds: 0,
    inputTokens: 0,
    outputTokens: 0,
    ...given,
  };
}

describe('agreement by level', () => {
  it('is counted for each level that people gave', () => {
    const levels = byLevel([
      aRow({ human: 0.4, machine: 0.4 }),
      aRow({ human: 0.4, machine: 0.6 }),
      aRow({ human: 0.4, machine: 1 }),
      aRow({ human: 1, machine: 0.4 }),
    ]);
    expect(levels[2]).toMatchObject({ level: 2, answers: 3, exact: 1 / 3, adjacent: 2 / 3 });
    expect(levels[2]?.meanScore).toBeCloseTo(2 / 3);
    expect(levels[2]?.meanError).toBeCloseTo(0.8 / 3);
    expect(levels[5]).toMatchObject({ answers: 1, exact: 0, adjacent: 0, meanError: -0.6 });
    expect(levels[0]).toMatchObject({ answers: 0, meanError: Number.NaN });
  });
});

describe('the spread over runs', () => {
  it('is the deviation of each answer, n − 1', () => {
    const spread = spreadOf([[0.4, 0.6], [0.5, 0.5], [0.9]], 2);
    expect(spread).toMatchObject({ runs: 2, answers: 2, bandChanges: 0.5 });
    expect(spread?.maxDeviation).toBeCloseTo(Math.SQRT2 / 10);
    expect(spread?.meanDeviation).toBeCloseTo(Math.SQRT2 / 20);
  });

  it('is unknown, not 0, when nothing was graded twice', () => {
    expect(spreadOf([[0.4], []], 1)).toBeNull();
  });
});

describe('answers that state something wrong', () => {
  it('are counted by verdicts before labels', () => {
    const rows = [
      aRow({ people: ['covered', 'contradicted'], isFaulted: true }),
      aRow({ people: ['contradicted'], isFaulted: false }),
      aRow({ people: ['missing'], label: 'contradictory', isFaulted: true }),
      aRow({ label: 'contradictory', isFaulted: true }),
      aRow({ label: 'correct', isFaulted: false }),
      aRow({ isFaulted: true }),
    ];
    expect(claimFigures(rows)).toEqual({
      answers: 5,
      labelled: 3,
      found: 3,
      both: 2,
      precision: 2 / 3,
      recall: 2 / 3,
    });
  });

  it('say nothing about a set that labels none', () => {
    expect(claimFigures([aRow({ isFaulted: true }), aRow({ label: 'correct' })])).toBeNull();
  });
});

describe('verdicts on key points', () => {
  it('are compared point by point; a point without a verdict is left out', () => {
    const figures = verdictFigures([
      aRow({ people: ['covered', 'missing', 'covered'], verdicts: ['covered', 'missing', null] }),
      aRow({ people: ['covered', 'missing'], verdicts: ['covered', 'covered'] }),
      aRow({ verdicts: ['covered'] }),
    ]);
    expect(figures).toMatchObject({ points: 4, same: 0.75 });
    // Chance: ½·¾ covered + ½·¼ missing = ½.
    expect(figures?.kappa).toBeCloseTo(0.5);
    expect(figures?.confusion.missing).toEqual({ covered: 1, partial: 0, missing: 1, contradicted: 0 });
    expect(verdictFigures([aRow({})])).toBeNull();
  });
});

describe('cost', () => {
  const rows = [
    aRow({ milliseconds: 10, inputTokens: 1000, outputTokens: 100 }),
    aRow({ milliseconds: 30, inputTokens: 3000, outputTokens: 300, wasAskedTwice: true }),
  ];

  it('is tokens times prices', () => {
    const prices = { input: 2, output: 10 };
    expect(costFigures(rows, { prices, isReplayed: false })).toEqual({
      milliseconds: 20,
      inputTokens: 2000,
      outputTokens: 200,
      askedTwice: 0.5,
      ranged: 0,
      perThousand: 6,
    });
  });

  it('has no time of a replay, and no price that nobody gave', () => {
    expect(costFigures(rows, { prices: null, isReplayed: true })).toMatchObject({
      milliseconds: null,
      perThousand: null,
    });
  });
});

describe('the reliability curve', () => {
  it('takes tenths of the machine’s scale, the last one closed', () => {
    expect(
      reliability([
        aRow({ machine: 0.04, human: 0 }),
        aRow({ machine: 0.06, human: 0.5 }),
        aRow({ machine: 1, human: 0.8 }),
      ]),
    ).toEqual([
      { answers: 2, meanMachine: 0.05, meanHuman: 0.25 },
      { answers: 1, meanMachine: 1, meanHuman: 0.8 },
    ]);
  });
});
