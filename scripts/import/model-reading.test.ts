import { describe, expect, it } from 'vitest';
import type { PreviewDocument, ReadingProposal } from '../../lib/domain/question-bank';
import { modelReadingJson, modelReadingText, windowLine } from './model-reading';

const at = { line: 3, text: '什么是折叠' };
const proposal: ReadingProposal = {
  id: 'p_1',
  windowId: 'w_1',
  type: 'begin',
  lines: { start: 3, end: 3 },
  stem: '什么是折叠',
  reason: '',
  corrections: [{ type: 'begin', at }],
};
const range = { lines: { start: 1, end: 9 }, task: 'boundaries' as const, characters: 90 };
const done = { ...range, id: 'w_1', state: 'done' as const, found: 1, dropped: {} };
const failed = { ...range, id: 'w_2', state: 'failed' as const, reason: 'timeout', message: 'Too slow.' };
const document: PreviewDocument = {
  name: 'a.md',
  encoding: 'utf-8',
  status: 'new',
  questions: [],
  retired: [],
  passages: [],
  issues: [],
  text: '',
  modelReading: { model: 'm', windows: [done, failed], proposals: [proposal] },
};

describe('what a model proposed', () => {
  it('is in the JSON with whether it was taken, and only where a model read', () => {
    expect(modelReadingJson(document)).toMatchObject({
      model: 'm',
      proposals: [{ id: 'p_1', isTaken: false }],
    });
    const taken = { ...document, corrections: proposal.corrections };
    expect(modelReadingJson(taken)).toMatchObject({ proposals: [{ isTaken: true }] });
    const { modelReading: _, ...plain } = document;
    expect([modelReadingJson(plain), modelReadingText(plain)]).toEqual([{}, []]);
  });

  it('is told in words, with the parts that failed', () => {
    expect(modelReadingText(document)).toEqual([
      '  m made 1 proposal; taken: 0',
      '  lines 1–9 were not read by the model',
    ]);
    expect(windowLine('a.md', { window: done, proposals: [proposal] }, 1, 2)).toBe(
      'a.md, lines 1–9 (1 of 2): 1 proposal',
    );
    expect(windowLine('a.md', { window: failed, proposals: [] }, 2, 2)).toBe(
      'a.md, lines 1–9 (2 of 2): failed (timeout): Too slow.',
    );
  });
});
