import { describe, expect, it } from 'vitest';
import { readDocument, type Table } from '../../../domain/question-bank';
import { openFile } from './open-file';
import { tableDocuments } from './table-documents';

const ROOM = 20_000;

function documentsOf(table: Table) {
  return tableDocuments({ name: 'bank.csv', fileKind: 'csv', encoding: 'utf-8', issues: [], table }, ROOM);
}
const asked = (documents: ReturnType<typeof documentsOf>) =>
  documents.flatMap(({ text, name }) => readDocument(text, name).questions);

function manyRows(count: number): string[][] {
  return Array.from({ length: count }, (_, row) => [
    `第 ${row} 题问什么？`,
    `答 ${row}`.repeat(1 + (row % 7)),
  ]);
}

describe('a table that is larger than one document may be', () => {
  const columns = ['问题', '答案'];

  it('becomes several documents that hold every row once, in order and to the letter', () => {
    const rows = manyRows(500);
    const documents = documentsOf({ columns, rows });
    expect(documents.length).toBeGreaterThan(2);
    expect(documents.map(({ name }) => name).slice(0, 2)).toEqual(['bank - 1.csv', 'bank - 2.csv']);
    expect(Math.max(...documents.map(({ text }) => Buffer.byteLength(text)))).toBeLessThanOrEqual(ROOM);
    expect(asked(documents).map(({ stem, answer }) => [stem, answer])).toEqual(rows);
    expect(documents[0]?.issues.map(({ code }) => code)).toEqual(['table-split']);
  });

  it('leaves the first documents as they are when rows are added below', () => {
    const before = documentsOf({ columns, rows: manyRows(400) });
    const after = documentsOf({ columns, rows: manyRows(500) });
    expect(after[0]?.text).toBe(before[0]?.text);
  });

  it('carries a topic that is meant for the rows below into the next document', () => {
    const rows = manyRows(300).map((row, index) => [
      ...row,
      index === 0 ? '检索' : index === 290 ? '评测' : '',
    ]);
    const topics = asked(documentsOf({ columns: [...columns, '主题'], rows })).map(
      (question) => question.topics,
    );
    expect(topics.slice(0, 290).every(([topic]) => topic === '检索')).toBe(true);
    expect(topics.slice(290).every(([topic]) => topic === '评测')).toBe(true);
  });

  it('makes room for cells that are printed longer than they are', () => {
    const rows = manyRows(200).map(([stem = '', answer = '']) => [stem, `\n${answer}\r\n`.repeat(4)]);
    const documents = documentsOf({ columns, rows });
    expect(Math.max(...documents.map(({ text }) => Buffer.byteLength(text)))).toBeLessThanOrEqual(ROOM);
    expect(asked(documents)).toHaveLength(200);
  });

  it('stays refused when a single row is too large', async () => {
    const csv = `问题,答案\n什么？,${'长'.repeat(ROOM)}`;
    const [document] = await openFile(new TextEncoder().encode(csv), 'a.csv', 61_000);
    expect(document?.state).toBe('opened');
    expect(() => documentsOf({ columns, rows: [['什么？', '长'.repeat(ROOM)]] })).not.toThrow();
    const [refused] = await openFile(new TextEncoder().encode(csv), 'a.csv', 60_040);
    expect(refused).toMatchObject({ state: 'refused', issue: { code: 'document-too-large' } });
  });

  it('takes the first row of the file for data only once', () => {
    const [, second] = documentsOf({ columns, rows: manyRows(300) });
    expect(second?.table?.isContinued).toBe(true);
  });
});
