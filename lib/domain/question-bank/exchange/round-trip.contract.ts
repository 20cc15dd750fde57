import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../reading/read-document';
import { arbitraryBank } from './arbitrary-bank.contract';
import { type ExportFormat, entryOf } from './entry';
import { EXPORT_FORMATS, parseBank } from './formats';

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];

/** parse(print(bank)) = bank, for every format and any bank; `numRuns` banks for each law. */
export function holdsRoundTrips(numRuns: number): void {
  describe.each(FORMATS)('a bank as %s', (format) => {
    const { print } = EXPORT_FORMATS[format];

    it('reads back as it was', () => {
      fc.assert(
        fc.property(arbitraryBank(), (bank) => {
          const found = parseBank(print(bank, {}));
          expect(found?.format).toBe(format);
          expect(found?.entries).toEqual(bank);
          expect(found?.issues).toEqual([]);
          expect(found?.lines).toHaveLength(bank.length);
        }),
        { numRuns },
      );
    });

    it('reads back as it was after line ends changed and a byte order mark came before it', () => {
      fc.assert(
        fc.property(arbitraryBank(), fc.constantFrom('\n', '\r\n', '\r'), (bank, end) => {
          const printed = print(bank, {}).replace(/^\ufeff/u, '');
          expect(parseBank(`\ufeff${printed.replace(/\r\n?|\n/gu, end)}`)?.entries).toEqual(bank);
        }),
        { numRuns },
      );
    });

    it('takes damage without throwing', () => {
      fc.assert(
        fc.property(arbitraryBank(), fc.nat(), fc.nat({ max: 40 }), fc.string(), (bank, at, size, put) => {
          const printed = print(bank, {});
          const from = at % (printed.length + 1);
          const found = parseBank(printed.slice(0, from) + put + printed.slice(from + size));
          const count = printed.split('\n').length + put.split('\n').length;
          for (const { line } of found?.issues ?? []) expect(line).toBeGreaterThan(0);
          for (const { start, end } of found?.lines ?? []) expect(start <= end && end <= count).toBe(true);
        }),
        { numRuns },
      );
    });
  });

  it('is read from our Markdown as from any document', () => {
    fc.assert(
      fc.property(arbitraryBank(), (bank) => {
        const text = EXPORT_FORMATS.markdown.print(bank, { title: '题库' });
        const { questions, passages } = readDocument(text, 'bank.md');
        expect(questions.map(entryOf)).toEqual(bank);
        expect(passages).toEqual([]);
        for (const { answer, kind } of questions)
          if (kind === 'open' && isOrdinary(answer)) expect(text).toContain(answer);
      }),
      { numRuns },
    );
  });
}

/** Text that stands in our Markdown as it is. */
function isOrdinary(text: string): boolean {
  return text === text.trim() && !/\r|<!--/u.test(text);
}
