import { describe, expect, test } from 'vitest';
import type { PreviewQuestion, ReadingCorrection } from '@/lib/domain/question-bank';
import { aReadQuestion } from '@/lib/testing';
import {
  afterChange,
  afterRedo,
  afterUndo,
  type History,
  lineCorrections,
  listBefore,
  NO_HISTORY,
  questionCorrections,
  withCorrection,
} from './corrections';
import { RangeIndex } from './ranges';

const lines = ['# 题', '', '## 甲？', '  甲答。', '乙？', '', '尾声'];
const question = (id: string, start: number, end: number): PreviewQuestion => ({
  ...aReadQuestion({ id, lines: { start, end } }),
  change: 'new',
});
const first = question('a', 3, 4);
const ranges = new RangeIndex([first, question('b', 5, 5)]);
const at = { line: 3, text: '## 甲？' };

describe('what can be said about a line', () => {
  test('inside a question: begin another, its answer, its end', () => {
    const alone = new RangeIndex([question('a', 3, 7)]);
    const here = { line: 4, text: '甲答。' };
    expect(lineCorrections(lines, alone, 4)).toEqual({
      begin: { type: 'begin', at: here },
      answer: { type: 'answer', at, answer: here },
      end: { type: 'end', at, end: here },
    });
  });

  test('the first line begins nothing, the last line ends nothing', () => {
    expect(Object.keys(lineCorrections(lines, ranges, 3))).toEqual(['end']);
    expect(Object.keys(lineCorrections(lines, ranges, 4))).toEqual(['begin', 'answer']);
  });

  test('behind a question: it can be drawn out to there', () => {
    const end = { line: 7, text: '尾声' };
    const begin = { type: 'begin', at: end };
    expect(lineCorrections(lines, ranges, 7)).toEqual({
      begin,
      end: { type: 'end', at: { line: 5, text: '乙？' }, end },
    });
  });

  test('before all questions only a new one can begin; an empty line carries nothing', () => {
    expect(Object.keys(lineCorrections(lines, ranges, 1))).toEqual(['begin']);
    expect(lineCorrections(lines, ranges, 2)).toEqual({});
    expect(lineCorrections(lines, ranges, 99)).toEqual({});
  });
});

test('a question can be merged, turned and dropped; the first has nothing before it', () => {
  expect(questionCorrections(lines, ranges, question('b', 5, 5))).toMatchObject({
    merge: { type: 'merge', at: { line: 5, text: '乙？' } },
    kind: { type: 'kind', kind: 'choice' },
    drop: { type: 'drop' },
  });
  expect(questionCorrections(lines, ranges, first).merge).toBeUndefined();
});

test('a later word about the same takes the place of the earlier one; steps of another kind pile up', () => {
  const kind = (to: 'open' | 'choice'): ReadingCorrection => ({ type: 'kind', at, kind: to });
  const take = (id: string, isTaken: boolean): ReadingCorrection => ({ type: 'alternative', id, isTaken });
  const begin: ReadingCorrection = { type: 'begin', at };
  const merge: ReadingCorrection = { type: 'merge', at };
  const all = [
    kind('choice'),
    take('x', true),
    begin,
    kind('open'),
    take('y', true),
    take('x', false),
    merge,
  ];
  expect(all.reduce<ReadingCorrection[]>(withCorrection, [])).toEqual([
    begin,
    kind('open'),
    take('y', true),
    take('x', false),
    merge,
  ]);
});

describe('going back', () => {
  const one: ReadingCorrection = { type: 'begin', at };
  const two: ReadingCorrection = { type: 'drop', at };

  test('a change is undone and done again, and a new change forgets what was undone', () => {
    let history: History = afterChange(NO_HISTORY, []);
    history = afterChange(history, [one]);
    expect(listBefore(history, [one, two])).toEqual([one]);
    history = afterUndo(history, [one, two]);
    expect(history.future.at(-1)).toEqual([one, two]);
    expect(listBefore(history, [one])).toEqual([]);
    expect(afterRedo(history, [one])).toEqual({ past: [[], [one]], future: [] });
    expect(afterChange(history, [one]).future).toEqual([]);
  });

  test('after a reload the last correction is undone first; without any there is nothing to undo', () => {
    expect(listBefore(NO_HISTORY, [one, two])).toEqual([one]);
    expect(listBefore(NO_HISTORY, [])).toBeNull();
  });
});
