import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryBank } from './arbitrary-bank.contract';
import type { ExportFormat } from './entry';
import { EXPORT_FORMATS, parseBank } from './formats';

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];

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
      { numRuns: 300 },
    );
  });

  it('reads back as it was after line ends changed and a byte order mark came before it', () => {
    fc.assert(
      fc.property(arbitraryBank(), fc.constantFrom('\n', '\r\n', '\r'), (bank, end) => {
        const printed = print(bank, {}).replace(/^\ufeff/u, '');
        expect(parseBank(`\ufeff${printed.replace(/\r\n?|\n/gu, end)}`)?.entries).toEqual(bank);
      }),
      { numRuns: 100 },
    );
  });

  it('takes damage without throwing', () => {
    fc.assert(
      fc.property(arbitraryBank(), fc.nat(), fc.nat({ max: 40 }), fc.string(), (bank, at, size, put) => {
        const printed = print(bank, {});
        const from = at % (printed.length + 1);
        const damaged = printed.slice(0, from) + put + printed.slice(from + size);
        const found = parseBank(damaged);
        for (const issue of found?.issues ?? []) expect(issue.line).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
