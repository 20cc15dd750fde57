import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../lib/domain/question-bank';

const read = (path: string) => readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8');
const lines = (path: string): unknown[] =>
  read(path)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

const bank = readDocument(read('banks/llm-fine-tuning.zh.md'), 'llm-fine-tuning.zh.md');
const byStem = new Map(bank.questions.map((question) => [question.stem, question]));

const gradedAnswer = z.object({
  id: z.string(),
  qid: z.string(),
  question: z.string(),
  references: z.array(z.string()).min(1),
  keyPoints: z.array(z.object({ text: z.string(), weight: z.number(), core: z.boolean() })).min(1),
  answer: z.string(),
  score: z.number().min(0).max(1),
  label: z.enum(['correct', 'partial', 'contradictory', 'incorrect']),
  style: z.enum(['written', 'spoken']),
});

describe('the starter bank', () => {
  it('reads without an issue, into questions that can all be graded', () => {
    expect(bank.issues).toEqual([]);
    expect(bank.questions.filter((question) => question.kind === 'open').length).toBeGreaterThanOrEqual(45);
    expect(bank.questions.filter((question) => question.kind === 'choice').length).toBeGreaterThanOrEqual(15);
    for (const question of bank.questions) {
      expect(question, question.stem).toMatchObject({
        difficulty: expect.any(Number),
        answer: expect.stringMatching(/./),
      });
      expect(question.topics, question.stem).toHaveLength(1);
      expect(
        question.keyPoints?.some((point) => point.core),
        question.stem,
      ).toBe(true);
      expect(question.mistakes?.length, question.stem).toBeGreaterThan(0);
      if (question.kind === 'choice') expect(question.correct, question.stem).toMatch(/^[A-E]+$/);
    }
  });
});

describe('the graded answers', () => {
  const answers = lines('fixtures/graded-answers.zh.jsonl').map((line) => gradedAnswer.parse(line));

  it('are at least 150 to 30 questions, over five levels, spoken ones among them', () => {
    expect(answers.length).toBeGreaterThanOrEqual(150);
    expect(new Set(answers.map((answer) => answer.qid)).size).toBe(30);
    expect([...new Set(answers.map((answer) => answer.score))].sort()).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(answers.filter((answer) => answer.style === 'spoken').length).toBeGreaterThan(50);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(answers.length);
  });

  it('were graded against the bank as it stands', () => {
    for (const { question, references, keyPoints } of answers) {
      const current = byStem.get(question);
      expect(current?.answer.trim(), question).toBe(references[0]?.trim());
      expect(current?.keyPoints, question).toEqual(keyPoints);
    }
  });
});

describe('the rewordings', () => {
  const rewordings = lines('fixtures/paraphrases.jsonl').map((line) =>
    z.object({ question: z.string(), text: z.string() }).parse(line),
  );

  it('are at least 200, each of a question in the bank and in other words', () => {
    expect(rewordings.length).toBeGreaterThanOrEqual(200);
    expect(rewordings.filter(({ question, text }) => !byStem.has(question) || text === question)).toEqual([]);
  });
});
