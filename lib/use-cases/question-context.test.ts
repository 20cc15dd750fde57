import { describe, expect, it } from 'vitest';
import type { ChatModel, ChatRequest, QuestionSoFar } from '../ports';
import { aQuestion, aRubric } from '../testing';
import { askFollowUp } from './ask-follow-up';
import { clarifyQuestion } from './clarify-question';
import { discussAnswer } from './discuss-answer';
import { ensureRubric } from './extract-key-points';
import { giveHint } from './give-hint';

const CODE = 'print(sorted({3, 1, 3}))';
const question = aQuestion({
  stem: '输出是什么？',
  context: `\`\`\`python\n${CODE}\n\`\`\``,
  answer: '集合去掉重复的 3，排序后得到列表 [1, 3]。',
});
const rubric = aRubric({ points: [{ id: 'p1', text: '集合去掉重复的 3', weight: 1, core: true }] });
const soFar: QuestionSoFar = { question, rubric, turns: [{ text: '不知道' }], language: 'zh' };

/** A model that keeps what it was asked and says nothing of use. */
function listener(): { chat: ChatModel; heard(): string } {
  const requests: ChatRequest[] = [];
  const chat: ChatModel = {
    model: 'listener',
    completeJson: async (request) => {
      requests.push(request);
      return { state: 'failed', reason: 'unavailable', message: 'Listens only.' };
    },
    async *streamText(request) {
      requests.push(request);
      yield { type: 'end', state: 'cut', reason: 'unavailable', message: 'Listens only.' };
    },
    probe: () => Promise.reject(new Error('not asked here')),
  };
  return { chat, heard: () => requests.flatMap(({ messages }) => messages.map((m) => m.content)).join('\n') };
}

async function drain(events: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of events);
}

function search() {
  const asked: string[] = [];
  const find = async (text: string) => {
    asked.push(text);
    return [];
  };
  const status = () => ({ embedderId: 'test', state: 'ready', entries: 0, index: 'exact' }) as const;
  return { asked, search: { questions: find, passages: find, status } };
}

describe('the code that a question speaks of', () => {
  it.each<[string, (chat: ChatModel) => Promise<unknown>]>([
    ['a hint', (chat) => giveHint({ chat }, { soFar, step: 1, open: [] })],
    ['a clarification', (chat) => drain(clarifyQuestion({ chat, ...search() }, { soFar, asked: '？' }))],
    ['a discussion', (chat) => drain(discussAnswer({ chat, ...search() }, { soFar, asked: '为什么' }))],
    [
      'a follow-up',
      (chat) =>
        askFollowUp(
          { chat },
          {
            soFar,
            asked: [],
            grade: {
              score: 0,
              band: 0,
              points: [
                {
                  pointId: 'p1',
                  point: '集合去掉重复的 3',
                  core: true,
                  weight: 1,
                  verdict: 'missing',
                  quote: null,
                  note: '',
                },
              ],
              falseClaims: [],
              flags: [],
              grader: { kind: 'llm' },
            },
          },
        ),
    ],
    [
      'key points',
      (chat) =>
        ensureRubric(
          {
            chat,
            bank: {
              findRubric: async () => null,
              saveRubric: async () => {},
              findDocument: async () => null,
            },
            clock: { now: () => 0 },
          },
          question,
        ),
    ],
  ])('is known to %s', async (_, ask) => {
    const { chat, heard } = listener();
    await ask(chat);
    expect(heard()).toContain(CODE);
  });

  it('helps a discussion to find its sources', async () => {
    const { asked, search: bank } = search();
    await drain(discussAnswer({ chat: null, search: bank }, { soFar, asked: '为什么' }));
    expect(asked[0]).toContain(CODE);
  });
});
