import { describe, expect, it } from 'vitest';
import type { PreviewDocument } from '../../lib/domain/question-bank';
import { aChoiceQuestion, aReadQuestion } from '../../lib/testing';
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
