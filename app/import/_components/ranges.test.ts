import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PreviewQuestion } from '@/lib/domain/question-bank';
import { aReadQuestion } from '@/lib/testing';
import { answerLine, linesOf, RangeIndex, windowAround, windowMoved, windowShowing } from './ranges';

const question = (
  id: string,
  start: number,
  end: number,
  rest: Partial<PreviewQuestion> = {},
): PreviewQuestion => ({
  ...aReadQuestion({ id, lines: { start, end } }),
  change: 'new',
  ...rest,
});

test('a line belongs to the innermost question that holds it, or to none', () => {
  const ranges = new RangeIndex([
    question('c', 20, 20),
    question('a', 1, 12),
    question('a1', 3, 4),
    question('a2', 6, 7),
  ]);
  const at = (line: number) => ranges.at(line)?.id;
  expect([1, 3, 5, 7, 12, 13, 20, 21].map(at)).toEqual([
    'a',
    'a1',
    'a',
    'a2',
    'a',
    undefined,
    'c',
    undefined,
  ]);
  expect(ranges.upTo(15)?.id).toBe('a2');
  expect(ranges.upTo(0)).toBeUndefined();
  expect(ranges.questions.map((each) => ranges.numberOf(each))).toEqual([1, 2, 3, 4]);
});

test('two questions on one line keep their own numbers', () => {
  const [first, second] = [question('a', 5, 5), question('b', 5, 5)];
  const ranges = new RangeIndex([first, second]);
  expect([ranges.numberOf(first), ranges.numberOf(second)]).toEqual([1, 2]);
});

test('what a line belongs to is what looking at every question says', () => {
  const range = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 12 }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 25 }), fc.integer({ min: 1, max: 80 }), (pairs, line) => {
      const all = pairs.map(([start, more], index) => question(`q${index}`, start, start + more));
      const holds = all.some(({ lines }) => lines.start <= line && lines.end >= line);
      const found = new RangeIndex(all).at(line);
      expect(found !== undefined).toBe(holds);
      if (found) expect(found.lines.start <= line && found.lines.end >= line).toBe(true);
    }),
  );
});

test('a window shows the line that is asked for, stays where it does, and never leaves the document', () => {
  const total = fc.integer({ min: 1, max: 5_000 });
  fc.assert(
    fc.property(
      total,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(-1 as const, 1 as const),
      (lines, a, b, direction) => {
        const [first, second] = [1 + (a % lines), 1 + (b % lines)];
        const window = windowAround(first, lines, 400);
        const next = windowMoved(windowShowing(window, second, lines, 400), direction, lines);
        for (const each of [window, next]) {
          expect(each.first).toBeGreaterThanOrEqual(1);
          expect(each.last).toBeLessThanOrEqual(lines);
          expect(each.last - each.first + 1).toBe(Math.min(400, lines));
        }
        expect(window.first <= first && first <= window.last).toBe(true);
        expect(windowShowing(window, first, lines, 400)).toBe(window);
      },
    ),
  );
});

test('a window over less than it could hold is made anew', () => {
  expect(windowShowing({ first: 1, last: 60 }, 2, 10, 60)).toEqual({ first: 1, last: 10 });
});

test('the answer of an open question is found by its first line', () => {
  const lines = linesOf('## 什么是早停？\n\n答：验证集不再变好就停。\n第二行。');
  const early = question('a', 1, 4, { answer: '验证集不再变好就停。\n第二行。' });
  expect(answerLine(lines, early)).toBe(3);
  expect(answerLine(lines, { ...early, answer: '' })).toBeUndefined();
  expect(answerLine(lines, { ...early, answer: '别处的话' })).toBeUndefined();
  expect(answerLine(lines, { ...early, kind: 'choice' })).toBeUndefined();
});
