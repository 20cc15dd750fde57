import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, type Mark, segmentText } from './quotes';

const mark = (id: string, quote: string): Mark => ({ id, quote, verdict: 'covered' });

describe('findQuote', () => {
  test.each([
    ['原来的参数都不动，只训练两个小矩阵', '只训练两个小矩阵', '只训练两个小矩阵'],
    ['原来的参数，都 不动。', '原来的参数都不动', '原来的参数，都 不动'],
    ['We freeze the Base\nweights.', 'freeze the base weights', 'freeze the Base\nweights'],
    ['用ＬｏＲＡ训练', 'LoRA', 'ＬｏＲＡ'],
    ['表情😀之后的话', '之后的话', '之后的话'],
    ['没有这句', '别的话', null],
    ['什么都行', '  ', null],
    ['什么都行', '，。', null],
  ])('in %j, %j stands as %j', (text, quote, found) => {
    const range = findQuote(text, quote);
    expect(range && text.slice(range.start, range.end)).toBe(found);
  });

  test('finds every verbatim part', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, from, length) => {
        const start = text.length ? from % text.length : 0;
        const quote = text.slice(start, start + length).trim();
        fc.pre(quote !== '');
        const range = findQuote(text, quote);
        expect(range && text.slice(range.start, range.end)).toBe(quote);
      }),
    );
  });
});

describe('segmentText', () => {
  test('cuts at the edges of the quotes and keeps what overlaps apart', () => {
    const segments = segmentText('甲乙丙丁', [mark('a', '乙丙'), mark('b', '丙丁')]);
    expect(segments.map(({ text, marks }) => [text, marks.map(({ id }) => id).join()])).toEqual([
      ['甲', ''],
      ['乙', 'a'],
      ['丙', 'a,b'],
      ['丁', 'b'],
    ]);
  });

  test('joined again the segments are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, quotes) => {
        const segments = segmentText(
          text,
          quotes.map((quote, index) => mark(String(index), quote)),
        );
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
      }),
    );
  });
});
