import { describe, expect, it } from 'vitest';
import { readLine, resultOf, resultOfUnreadable, taskOfLine } from './line';

describe('a line', () => {
  it('needs a question, references and an answer; the rest has defaults', () => {
    const read = readLine('{"id":"a","question":"q","references":[],"answer":"","score":0.5}', 1);
    expect(read).toEqual({
      state: 'read',
      line: { id: 'a', question: 'q', references: [], answer: '', kind: 'open' },
    });
  });

  it.each([
    ['{', 3, /line 3/],
    ['{"id":"a","question":"q","answer":""}', 1, /references/],
    ['{"id":"a","question":"","references":[],"answer":""}', 1, /question/],
  ])('that does not fit says why: %s', (text, number, pattern) => {
    const read = readLine(text, number);
    expect(read).toMatchObject({ state: 'unreadable', reason: expect.stringMatching(pattern) });
  });

  it('is Chinese when any of its texts is, and numbers its key points', () => {
    const read = readLine(
      '{"question":"What is LoRA?","references":["低秩适配"],"answer":"x","keyPoints":[{"text":"低秩"}]}',
      7,
    );
    if (read.state !== 'read') throw new Error(read.reason);
    expect(taskOfLine(read.line)).toMatchObject({
      language: 'zh',
      points: [{ id: 'p1', text: '低秩', weight: 1, core: true }],
    });
    expect(read.line.id).toBe(7);
  });
});

describe('a result', () => {
  it('holds no number when the line is ungraded', () => {
    const result = resultOf('a', { state: 'ungraded', reason: 'timeout', message: 'No answer.' });
    expect(result).toMatchObject({
      id: 'a',
      state: 'ungraded',
      score: null,
      band: null,
      reason: 'timeout: No answer.',
    });
  });

  it('calls a line that does not fit bad input, not a fault of the program', () => {
    const read = readLine('{"id":"b","references":[],"answer":""}', 4);
    if (read.state !== 'unreadable') throw new Error('The line has no question.');
    const { id, score, reason } = resultOfUnreadable(read);
    expect({ id, score }).toEqual({ id: 'b', score: null });
    expect(reason).toMatch(/^bad-input: line 4: question/);
  });
});
