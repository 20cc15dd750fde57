import { expect, it } from 'vitest';
import { aQuestion } from '../../lib/testing';
import { type AuditedQuestion, asJson, asText, countIn, NO_TOTALS, summaryOf } from './report';

const question = aQuestion({ id: 'q_1', stem: '什么是 SFT？' });
const doubt = {
  id: 'x_1',
  questionId: 'q_1',
  basisHash: 'h',
  source: 'model',
  code: 'wrong-fact',
  reason: '不对。',
  quote: '结构化',
  state: 'open',
  at: '2026-01-01T00:00:00.000Z',
} as const;
const usage = { inputTokens: 10, outputTokens: 2 };
const audited: AuditedQuestion[] = [
  { state: 'audited', question, doubts: [doubt], usage },
  { state: 'audited', question, doubts: [], usage },
  { state: 'failed', question, reason: 'timeout', message: '…', usage },
];

it('adds up what was done, and names what failed with the call that asks again', () => {
  const totals = audited.reduce(countIn, NO_TOTALS);
  expect(totals).toMatchObject({ audited: 2, doubted: 1, inputTokens: 30, outputTokens: 6 });
  const lines = summaryOf(totals);
  expect(lines[0]).toBe('2 references audited, 1 doubted; 30 tokens in, 6 out.');
  expect(lines.at(-1)).toBe('Again: npm run -s audit -- --question q_1');
  expect(summaryOf(NO_TOTALS)).toHaveLength(1);
});

it('shows reason and exact words', () => {
  expect(asText(question, [doubt])).toContain('不对。  [结构化]');
  expect(asText(question, [{ ...doubt, quote: '' }])).not.toContain('[');
  expect(JSON.parse(asJson(question, [doubt]))).toMatchObject({
    questionId: 'q_1',
    doubts: [{ code: 'wrong-fact', quote: '结构化' }],
  });
});
