import { afterAll, describe, expect, it } from 'vitest';
import { openDocumentReader } from '../adapters/documents';
import { countingIds, fixedClock } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import { confirmImport, getImport, previewImport, remapImport } from '.';

/** One for all tests: its thread takes a while to start. */
const reader = openDocumentReader();
afterAll(() => reader.close());

/** An import of one CSV file, read by the real reader. */
async function world(...lines: string[]) {
  const storage = freshStorage();
  const { bank, previews } = storage;
  const ports = { bank, previews, reader, clock: fixedClock(), ids: countingIds() };
  const bytes = new TextEncoder().encode(lines.join('\n'));
  const preview = await previewImport(ports, [{ name: 'terms.csv', bytes }]);
  return { ports, storage, preview };
}

const TERMS = ['甲列,乙列', '早停,验证集不再变好就停', '掩码,遮住后文'];

describe('remapImport', () => {
  it('reads the table again by the chosen columns, and keeps the choice', async () => {
    const { ports, preview } = await world(...TERMS);
    expect(preview.documents).toMatchObject([
      { fileKind: 'csv', questions: [], issues: [{ code: 'columns-uncertain' }], path: 'terms.csv' },
    ]);
    const mapping = { roles: ['question' as const, 'answer' as const], isFirstRowData: false };
    const document = await remapImport(ports, preview.id, { document: 'terms.csv', mapping });
    expect(document.questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['早停', '验证集不再变好就停'],
      ['掩码', '遮住后文'],
    ]);
    expect(document).toMatchObject({ mapping, issues: [], fileKind: 'csv' });
    expect((await getImport(ports, preview.id)).documents).toEqual([document]);
  });

  describe('once confirmed', () => {
    const mapping = { roles: ['answer' as const, 'question' as const] };

    async function confirmed() {
      const { ports, storage, preview } = await world(...TERMS);
      await remapImport(ports, preview.id, { document: 'terms.csv', mapping });
      const logger = { info() {}, warn() {}, error() {} };
      const index = { refresh: async () => undefined };
      await confirmImport({ ...ports, merges: storage.merges, index, logger }, preview.id);
      const again = async (...lines: string[]) => {
        const bytes = new TextEncoder().encode(lines.join('\n'));
        const { documents } = await previewImport(ports, [{ name: 'terms.csv', bytes }]);
        return documents[0];
      };
      return again;
    }

    it('is used for the same columns when the document comes again', async () => {
      const again = await confirmed();
      expect(await again(...TERMS)).toMatchObject({ status: 'unchanged', mapping, issues: [] });
      const longer = await again(...TERMS, '词元,模型读的最小单位');
      expect(longer).toMatchObject({ status: 'changed', mapping, issues: [] });
      expect(longer?.questions.at(-1)).toMatchObject({ stem: '模型读的最小单位', answer: '词元' });
    });

    it('is not used for other columns', async () => {
      const again = await confirmed();
      const other = await again('甲列,乙列,丙列', '早停,验证集不再变好就停,x', '掩码,遮住后文,y');
      expect(other?.mapping?.confidence).toBeDefined();
    });
  });

  it('shows no more than the first rows of a table', async () => {
    const { preview } = await world(
      '问题,答案',
      ...Array.from({ length: 40 }, (_, row) => `问题 ${row}？,${'长'.repeat(900)}`),
    );
    const [document] = preview.documents;
    expect(document?.questions).toHaveLength(40);
    expect(document?.table?.rows).toHaveLength(5);
    expect(document?.table?.rows[0]?.[1]?.length).toBeLessThan(300);
  });

  it.each([
    ['another number of columns', 'terms.csv', ['question'], 'mapping-mismatch'],
    ['no column of questions', 'terms.csv', ['answer', 'answer'], 'mapping-without-question'],
    ['a document that is not there', 'x.csv', ['question', 'answer'], 'import-document-not-found'],
  ] as const)('refuses %s', async (_name, document, roles, code) => {
    const { ports, preview } = await world(...TERMS);
    const chosen = { document, mapping: { roles: [...roles] } };
    await expect(remapImport(ports, preview.id, chosen)).rejects.toMatchObject({ code });
  });
});
