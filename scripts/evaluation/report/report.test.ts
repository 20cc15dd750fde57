import { describe, expect, it } from 'vitest';
import { type FigureOptions, figuresOf, type SetFigures } from '../figures';
import type { GradedRow } from '../graded-row';
import type { HostileFigures } from '../hostile/measure';
import { SPREAD_OF_CODE } from '../spread';
import { markdownTable, number, percent } from './format';
import { asMarkdown, type Report } from './report';

const OPTIONS: FigureOptions = { prices: null, isReplayed: false, repeat: 1, spread: SPREAD_OF_CODE };

function aSet(set: string, scores: readonly (number | null)[], hostile: HostileFigures[] = []): SetFigures {
  const rows = scores.map((machine, index): GradedRow => {
    const human = index / scores.length;
    return {
      line: { kind: 'open', question: 'q', references: ['r'], answer: 'a'.repeat(index), score: human },
      question: 'q',
      human,
      machine: machine ?? Number.NaN,
      state: machine === null ? 'ungraded' : 'graded',
      ungradedReason: machine === null ? 'timeout' : null,
      scores: machine === null ? [] : [machine],
      verdicts: [],
      isFaulted: false,
      wasAskedTwice: false,
      hasRange: false,
      milliseconds: 1,
      inputTokens: 0,
      outputTokens: 0,
    };
  });
  return figuresOf(set, rows, hostile, OPTIONS);
}

function report(given: Partial<Report>): string {
  return asMarkdown({ grader: { kind: 'offline' }, sets: [], suite: [], appeals: [], ...given });
}

/** Cells of the table row that begins like this. */
function rowOf(markdown: string, ...start: string[]): string[] | undefined {
  const rows = markdown
    .split('\n')
    .map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  return rows.find((cells) => start.every((cell, index) => cells[index] === cell));
}

describe('a report', () => {
  it('says how many answers were not graded and why, and leaves them out of the figures', () => {
    const markdown = report({ sets: [aSet('half', [0, 0.25, null, null])] });
    expect(rowOf(markdown, 'half', '4 to 1')?.slice(2, 4)).toEqual(['50.0 %', '1.000 (1.000–1.000)']);
    expect(rowOf(markdown, 'half', 'timeout')).toEqual(['half', 'timeout', '2']);
  });

  it('has a dash, never a number, where nothing could be graded', () => {
    const markdown = report({ sets: [aSet('none', [null, null])] });
    expect(rowOf(markdown, 'none', '2 to 1')?.slice(3)).toEqual([
      '– (–––)',
      '–',
      '– (–––)',
      '–',
      '–',
      '0 / 0',
      '–',
    ]);
    expect(markdown).not.toContain('NaN');
  });

  it('leaves out tables that have nothing to show', () => {
    const titles = report({ sets: [aSet('one', [0, 1])] }).match(/^## .*$/gm);
    expect(titles).toEqual([
      '## Agreement with people',
      '## Beside the simplest graders',
      '## By the level that people gave',
      '## The same answer graded again',
      '## Time and cost',
    ]);
  });

  it('sums attacks over sets, each attack and each pair counting once', () => {
    const figures = (attacks: number, lowest: number, pairs: number, above: number): HostileFigures[] => [
      { kind: 'echo', attacks, ungraded: 1, lowest, pairs, above },
      { kind: 'order', attacks: 0, ungraded: 0, lowest: Number.NaN, pairs: 0, above: Number.NaN },
    ];
    const sets = [aSet('a', [0, 1], figures(1, 1, 10, 0.5)), aSet('b', [0, 1], figures(3, 0, 30, 1))];
    const markdown = report({ sets });
    expect(rowOf(markdown, 'all', 'echo')).toEqual(['all', 'echo', '4', '2', '25.0 %', '40', '87.5 %']);
    expect(rowOf(markdown, 'a', 'order')).toBeUndefined();
  });

  it('shows which verdicts the person changed', () => {
    const change = { machine: 'missing', person: 'covered' } as const;
    const appeals = [
      { grader: 'm', answers: 2, verdicts: 8, contested: 3, bettered: 1, overridden: [change, change] },
    ];
    expect(rowOf(report({ appeals }), 'm')).toEqual([
      'm',
      '2',
      '8',
      '3',
      '1',
      '2',
      '25.0 %',
      'missing → covered 2',
    ]);
  });
});

describe('a table', () => {
  it('keeps its cells whatever they hold', () => {
    expect(markdownTable({ title: 't', head: ['a'], rows: [['x|y\nz']] })).toContain('| x\\|y z |');
  });

  it('writes numbers and shares plainly', () => {
    expect([number(0.12345), percent(0.12345), number(Number.NaN), percent(Number.NaN)]).toEqual([
      '0.123',
      '12.3 %',
      '–',
      '–',
    ]);
  });
});
