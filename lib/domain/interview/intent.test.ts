import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aChoiceQuestion, aQuestion, gradeByWords, threePointRubric } from '../../testing';
import { taskOf } from '../grading';
import type { Question } from '../question-bank';
import { detectIntent } from './intent';
import { AFTER, BEFORE, ON_CHOICE } from './intent-wordings.fixture';
import type { InterviewState } from './state';
import { startInterview, transition } from './transition';

const AT = '2026-01-01T00:00:00.000Z';

function onStage(question: Question): InterviewState {
  const { state } = startInterview({
    type: 'started',
    at: AT,
    interviewId: 'i_1',
    mode: 'practice',
    language: 'zh',
    scope: {},
    limit: 1,
    seed: 1,
    recentIds: [],
  });
  return transition(state, { type: 'put-question', question, messageId: 'm_1' }, AT).state;
}

function graded(): InterviewState {
  const question = aQuestion();
  const said = { messageId: 'm_2', intent: 'answer' as const, text: '甲' };
  const { state } = transition(onStage(question), { type: 'say', message: said }, AT);
  const grade = gradeByWords(taskOf(question, threePointRubric(question).points, [{ text: '甲' }], 'zh'));
  return transition(state, { type: 'record-grade', answerId: 'm_2', outcome: { state: 'graded', grade } }, AT)
    .state;
}

const open = onStage(aQuestion());
const choice = onStage({ ...aQuestion(), ...aChoiceQuestion() });

describe('detectIntent', () => {
  it.each([
    ['提示', 'hint'],
    ['给我一个提示吧。', 'hint'],
    ['Hint, please!', 'hint'],
    ['hint', 'hint'],
    ['跳过', 'skip'],
    ['skip this question', 'skip'],
    ['下一题', 'next'],
    ['Next question.', 'next'],
    ['看答案', 'reveal'],
    ['告诉我答案吧', 'reveal'],
    ['show me the answer', 'reveal'],
    ['交卷', 'finish'],
    ['这道题是什么意思', 'clarify'],
    ['秩具体指的是什么？', 'clarify'],
    ['What does rank mean here?', 'clarify'],
    ['因为只训练两个小矩阵', 'answer'],
    ['是因为参数少了吧？', 'answer'],
    ['跳过注意力层，只训练全连接层', 'answer'],
    ['提示词里的示例会占用上下文', 'answer'],
    [
      `${'先冻结原来的权重，再训练低秩矩阵，'.repeat(6)}那为什么能省显存？因为优化器状态变少。对吗？`,
      'answer',
    ],
  ])('%s: %s', (text, intent) => {
    expect(detectIntent(text, open)).toBe(intent);
  });

  it.each([
    ['B', 'answer'],
    ['a, c', 'answer'],
    ['B，因为它用计算换显存', 'answer'],
    ['b 对吗？', 'answer'],
    ['梯度检查点', 'answer'],
    ['显存指的是什么？', 'clarify'],
  ])('on a choice question, %s: %s', (text, intent) => {
    expect(detectIntent(text, choice)).toBe(intent);
  });

  it.each([
    ['为什么这一点算没说到？', 'discuss'],
    ['再补充一点：优化器状态也变少', 'answer'],
    ['下一题', 'next'],
  ])('after the grade, %s: %s', (text, intent) => {
    expect(detectIntent(text, graded())).toBe(intent);
  });

  it.each([
    ['before an answer', BEFORE, open],
    ['after the grade', AFTER, graded()],
    ['on a choice question', ON_CHOICE, choice],
  ])('understands how people put it %s', (_, wordings, state) => {
    const misread = Object.entries(wordings).flatMap(([intent, texts]) =>
      texts
        .map((text) => ({ text, intent, read: detectIntent(text, state) }))
        .filter(({ read }) => read !== intent),
    );
    expect(misread).toEqual([]);
  });

  it('takes no spoken answer of the fixtures for anything else, whole or sentence by sentence', () => {
    const file = new URL('../../../data/fixtures/graded-answers.zh.jsonl', import.meta.url);
    const answers = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { answer: string }).answer);
    const texts = answers.flatMap((answer) => [answer, ...answer.split(/[。！？\n]/)]);
    const said = texts.filter((text) => text.trim() !== '');
    expect(said.length).toBeGreaterThan(900);
    expect(said.filter((text) => detectIntent(text, open) !== 'answer')).toEqual([]);
  });
});
