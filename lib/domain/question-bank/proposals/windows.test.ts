import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutWindows, lineCost, type WindowLimits } from './windows';

const line = fc.oneof(
  fc.constant(''),
  fc.constant('## 一节'),
  fc.string({ maxLength: 120 }),
  fc.string({ minLength: 200, maxLength: 400 }),
);
const limits = fc
  .record({ size: fc.integer({ min: 20, max: 600 }), overlap: fc.integer({ min: 0, max: 100 }) })
  .filter(({ size, overlap }) => overlap <= size / 4);

const cost = (lines: readonly string[], start: number, end: number, within: WindowLimits) =>
  lines.slice(start - 1, end).reduce((sum, each) => sum + lineCost(each, within), 0);

describe('cutting a document into windows', () => {
  it('covers every line, in order, within the size, sharing no more than allowed', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 80 }), limits, (lines, within) => {
        const windows = cutWindows(lines, within);
        expect(windows[0]?.start).toBe(1);
        expect(windows.at(-1)?.end).toBe(lines.length);
        for (const [index, { start, end }] of windows.entries()) {
          expect(cost(lines, start, end, within)).toBeLessThanOrEqual(within.size);
          const before = windows[index - 1];
          if (!before) continue;
          expect(start).toBeGreaterThan(before.start);
          expect(end).toBeGreaterThan(before.end);
          expect(start).toBeLessThanOrEqual(before.end + 1);
          expect(cost(lines, start, before.end, within)).toBeLessThanOrEqual(within.overlap);
        }
      }),
    );
  });

  it('cuts before the last heading that fits and shares nothing there, else behind a blank line', () => {
    const text = 'x'.repeat(19);
    const within = { size: 100, overlap: 25 };
    const headed = [text, text, '# 甲', text, text, text];
    expect(cutWindows(headed, within)).toEqual([
      { start: 1, end: 2 },
      { start: 3, end: 6 },
    ]);
    const blank = [text, text, '', text, text, text];
    expect(cutWindows(blank, within)).toEqual([
      { start: 1, end: 3 },
      { start: 2, end: 6 },
    ]);
  });

  it('is one window for a short document, and takes time in proportion to a long one', () => {
    expect(cutWindows(['a', 'b'])).toEqual([{ start: 1, end: 2 }]);
    expect(cutWindows([''])).toEqual([{ start: 1, end: 1 }]);
    const long = Array.from({ length: 50_000 }, (_, index) => (index % 9 ? '一行文字'.repeat(9) : ''));
    expect(cutWindows(long).at(-1)?.end).toBe(50_000);
  });
});
