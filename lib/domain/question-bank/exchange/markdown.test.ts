import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank, arbitraryEntry } from './arbitrary-bank.contract';
import { parseMarkdownBank } from './parse-markdown';
import { printMarkdownBank } from './print-markdown';

describe('our own Markdown', () => {
  it('reads back every bank as it was', () => {
    fc.assert(
      fc.property(arbitraryBank(), fc.option(fc.string(), { nil: undefined }), (bank, title) => {
        const found = parseMarkdownBank(printMarkdownBank(bank, title === undefined ? {} : { title }));
        expect(found?.entries).toEqual(bank);
        expect(found?.title ?? '').toBe(title ?? '');
        expect(found?.passages).toEqual([]);
        expect(found?.issues).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('survives Windows line ends and a byte order mark', () => {
    fc.assert(
      fc.property(arbitraryBank(), fc.constantFrom('\r\n', '\r'), (bank, end) => {
        const printed = `\ufeff${printMarkdownBank(bank)}`.replaceAll('\n', end);
        expect(parseMarkdownBank(printed)?.entries).toEqual(bank);
      }),
    );
  });

  it('never loses text of a damaged file in silence, and never throws', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry(), { minLength: 1, maxLength: 3 }), fc.nat(), (bank, at) => {
        const printed = printMarkdownBank(bank);
        const lines = printed.split('\n');
        lines.splice(4 + (at % Math.max(1, lines.length - 5)), 1);
        const found = parseMarkdownBank(lines.join('\n'));
        expect(found).not.toBeNull();
      }),
    );
  });
});
