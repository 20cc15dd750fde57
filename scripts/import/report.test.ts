import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openDocumentReader } from '../../lib/adapters/documents';
import type { PreviewDocument } from '../../lib/domain/question-bank';
import { aChoiceQuestion, aReadQuestion, fixedClock } from '../../lib/testing';
import { freshStorage } from '../../lib/testing/fresh-storage';
import { importDocuments } from '../../lib/use-cases';
import { isUnreadable, toJson, toText } from './report';

const document: PreviewDocument = {
  name: 'a.md',
  encoding: 'utf-8',
  status: 'changed',
  questions: [
    { ...aReadQuestion(), change: 'new' },
    { ...aChoiceQuestion(), change: 'changed' },
  ],
  retired: [{ id: 'q_old', stem: '旧题' }],
  passages: [{ headings: ['背景'], lines: { start: 7, end: 9 }, text: '一段说明。' }],
  issues: [{ code: 'no-answer', severity: 'warning', line: 4, message: 'No answer.' }],
  text: '全文',
};
const missing = {
  path: 'x/none.md',
  issue: { code: 'document-unreadable', severity: 'error', line: 1, message: 'There is no file x/none.md.' },
} as const;

describe('the result of an import', () => {
  it('as JSON holds what other programs rely on, with the path as it was given', () => {
    const json = toJson({ path: 'x/a.md', document });
    expect(json).toMatchObject({ path: 'x/a.md', encoding: 'utf-8', issues: document.issues });
    expect(json.passages).toEqual([{ headings: ['背景'], lines: { start: 7, end: 9 } }]);
    expect(json.questions).toMatchObject([aReadQuestion(), aChoiceQuestion()]);
    expect(json).not.toHaveProperty('text');
  });

  it('as JSON holds the code a question speaks of, and no key for it when there is none', () => {
    const coded = {
      ...aReadQuestion({ stem: '输出是什么？', context: '`print(1)`' }),
      change: 'new' as const,
    };
    const { questions } = toJson({ path: 'a.md', document: { ...document, questions: [coded] } });
    expect(questions).toMatchObject([{ stem: '输出是什么？', context: '`print(1)`' }]);
    const [plain] = toJson({ path: 'a.md', document }).questions as object[];
    expect(plain).not.toHaveProperty('context');
  });

  it('keeps a path that could not be read, with the reason', () => {
    expect(isUnreadable(missing)).toBe(true);
    expect(isUnreadable({ path: 'a', document })).toBe(false);
    expect(toJson(missing)).toMatchObject({
      path: 'x/none.md',
      questions: [],
      passages: [],
      issues: [missing.issue],
    });
  });

  it('in words gives the numbers and what is odd', () => {
    expect(toText({ path: 'x/a.md', document }).split('\n')).toEqual([
      'x/a.md: 2 questions (1 multiple choice); 1 passage; 1 new, 1 changed, 0 unchanged, 1 retired',
      '  warning, line 4: No answer.',
    ]);
    expect(toText(missing)).toContain('could not be read\n  error, line 1: There is no file');
  });
});

it('has one shape for every kind of document: tables, members of an archive, what cannot be read', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const table = bytes('问题,答案\n什么是早停？,不再变好就停\n什么是掩码？,遮住后文');
  const files = [
    { name: 'a.csv', bytes: table },
    { name: 'unsure.csv', bytes: bytes('甲,乙\n早停,停\n掩码,遮') },
    { name: 'd.json', bytes: bytes('[{"question":"什么是梯度？","answer":"导数"}]') },
    { name: 'e.html', bytes: bytes('<!doctype html><h2>背景</h2><p>一段说明。</p>') },
    { name: 'b.md', bytes: new Uint8Array([0, 1, 2, 0, 3]) },
    { name: 'z.zip', bytes: zipSync({ 'in/y.csv': table, '../evil.md': bytes('x') }) },
  ];
  const storage = freshStorage();
  const reader = openDocumentReader();
  const index = { refresh: async () => undefined };
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  const ports = { ...storage, reader, clock: fixedClock(), index, logger };
  const found = await importDocuments(ports, files, { isDryRun: true });
  const printed = found.map((each) =>
    JSON.parse(JSON.stringify(toJson({ path: each.path ?? '', document: each }))),
  );
  await reader.close();
  expect(
    printed.map(({ path, questions, issues }) => [path, questions.length, issues[0]?.code]).sort(),
  ).toEqual([
    ['a.csv', 2, undefined],
    ['b.md', 0, 'document-binary'],
    ['d.json', 1, undefined],
    ['e.html', 0, undefined],
    ['unsure.csv', 0, 'columns-uncertain'],
    ['z.zip/evil.md', 0, 'archive-path'],
    ['z.zip/in/y.csv', 2, undefined],
  ]);
  for (const document of printed) {
    expect(document).toMatchObject({ path: expect.any(String), encoding: expect.any(String) });
    for (const list of ['questions', 'passages', 'issues']) expect(document[list]).toBeInstanceOf(Array);
    for (const { lines } of [...document.questions, ...document.passages])
      expect(lines).toEqual({ start: expect.any(Number), end: expect.any(Number) });
    for (const issue of document.issues)
      expect(Object.keys(issue).sort()).toEqual(['code', 'line', 'message', 'severity']);
  }
});
