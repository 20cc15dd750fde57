import { readFileSync } from 'node:fs';
import { getEncoding } from 'js-tiktoken';
import { critiquePrompt, gradeOffline, verdictsPrompt } from '../../lib/domain/grading';
import type { PromptMessage } from '../../lib/domain/prompt';
import { type GradingLine, gradingLineSchema, taskOfLine } from '../grading/line';

const SET = new URL('../../data/fixtures/graded-answers.zh.jsonl', import.meta.url);
const ENCODING = 'cl100k_base';
/** Tokens that the chat format adds to each message, and to each request (OpenAI's own counting recipe). */
const PER_MESSAGE = 4;
const PER_REQUEST = 3;

/** About as long as the typical question of the budget: reference 300 and answer 250 characters, 5 to 7 points. */
function isTypical({ references, answer, keyPoints }: GradingLine): boolean {
  const length = references[0]?.length ?? 0;
  const points = keyPoints?.length ?? 0;
  return (
    length >= 200 &&
    length <= 400 &&
    answer.length >= 120 &&
    answer.length <= 350 &&
    points >= 5 &&
    points <= 7
  );
}

/** What the two calls of a grade cost in input tokens, on the graded answers that are of typical size. */
export async function run() {
  const encoding = getEncoding(ENCODING);
  const count = (text: string) => encoding.encode(text).length;
  const total = (messages: readonly PromptMessage[]) =>
    messages.reduce((sum, { content }) => sum + count(content) + PER_MESSAGE, PER_REQUEST);
  const lines = readFileSync(SET, 'utf8').trim().split('\n');
  const typical = lines.map((line) => gradingLineSchema.parse(JSON.parse(line))).filter(isTypical);
  const calls = typical.map((line) => {
    const { points = [], ...task } = taskOfLine(line);
    const pointed = { ...task, points };
    const { points: verdicts, falseClaims } = gradeOffline(pointed);
    const verdictCall = verdictsPrompt.render(pointed);
    const verdict = total(verdictCall);
    const critique = total(critiquePrompt.render({ task: pointed, points: verdicts, falseClaims }));
    const prefix = count(verdictCall[0]?.content ?? '');
    return { verdict, critique, prefixOfVerdict: prefix / verdict, prefixOfCritique: prefix / critique };
  });
  const middle = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    encoding: ENCODING,
    answers: calls.length,
    verdictInputTokens: middle(calls.map(({ verdict }) => verdict)),
    verdictInputTokensMost: Math.max(...calls.map(({ verdict }) => verdict)),
    critiqueInputTokens: middle(calls.map(({ critique }) => critique)),
    critiqueInputTokensMost: Math.max(...calls.map(({ critique }) => critique)),
    commonPrefixShareOfVerdict: middle(calls.map(({ prefixOfVerdict }) => prefixOfVerdict)),
    commonPrefixShareOfCritique: middle(calls.map(({ prefixOfCritique }) => prefixOfCritique)),
  };
}
