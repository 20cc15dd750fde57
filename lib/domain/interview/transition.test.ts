import { describe, expect, it } from 'vitest';
import { aChoiceQuestion, aQuestion, gradeByWords, threePointRubric } from '../../testing';
import { taskOf } from '../grading';
import type { Question } from '../question-bank';
import type { Command } from './commands';
import { foldInterview } from './evolve';
import { revealReference } from './reveal';
import type { InterviewState } from './state';
import { startInterview, transition } from './transition';
import { turnsOf } from './turns';
import { viewInterview } from './view-interview';

const AT = '2026-01-01T00:00:00.000Z';
const LATE = '2026-01-01T00:05:00.000Z';

function begin(mode: 'practice' | 'mock', question: Question = aQuestion(), limit = 2): InterviewState {
  const { state } = startInterview({
    type: 'started',
    at: AT,
    interviewId: 'i_1',
    mode,
    language: 'zh',
    scope: {},
    limit,
    seed: 1,
    recentIds: [],
    ...(mode === 'mock' ? { minutes: 5 } : {}),
  });
  return transition(state, { type: 'put-question', question, messageId: 'm_q' }, AT).state;
}

function say(intent: 'answer' | 'next' | 'hint' | 'finish', text = '', messageId = 'm_1'): Command {
  return { type: 'say', message: { messageId, intent, text } };
}

function graded(state: InterviewState, answerId: string): Command {
  const question = state.questions.at(-1);
  if (!question) throw new Error('no question');
  const { points } = threePointRubric(question.question);
  const grade = gradeByWords(taskOf(question.question, points, turnsOf(question, answerId), 'zh'));
  return { type: 'record-grade', answerId, outcome: { state: 'graded', grade }, cause: answerId };
}

describe('transition', () => {
  it('asks for a grade at once in practice, for a follow-up in a mock interview', () => {
    expect(transition(begin('practice'), say('answer', '甲'), AT).effects).toEqual([
      { type: 'grade', answerId: 'm_1', cause: 'm_1' },
    ]);
    expect(transition(begin('mock'), say('answer', '甲'), AT).effects).toEqual([
      { type: 'follow-up', answerId: 'm_1', number: 1, cause: 'm_1' },
    ]);
    const choice = { ...aQuestion(), ...aChoiceQuestion() };
    expect(transition(begin('mock', choice), say('answer', 'B'), AT).effects).toEqual([]);
  });

  it('asks no follow-up when every core point is covered', () => {
    const { state } = transition(begin('practice'), say('answer', '甲乙丙'), AT);
    const after = transition(state, graded(state, 'm_1'), AT).state;
    const critique: Command = { type: 'record-critique', answerId: 'm_1', text: '好', state: 'done' };
    expect(transition(after, critique, AT).effects).toEqual([]);
  });

  it('ends when nothing is left to ask', () => {
    const { state, effects } = transition(begin('practice'), say('next'), AT);
    expect(effects).toEqual([{ type: 'choose-question', cause: 'm_1' }]);
    const { state: ended } = transition(
      state,
      { type: 'put-question', question: null, messageId: 'm_2' },
      AT,
    );
    expect(ended).toMatchObject({ finishedAt: AT, finishReason: 'exhausted' });
  });

  it('puts no question on stage that comes after the time is up', () => {
    const { state } = transition(begin('mock'), say('next'), AT);
    const next = { type: 'put-question' as const, question: aQuestion({ id: 'q_2' }), messageId: 'm_2' };
    expect(transition(state, next, LATE).state).toMatchObject({ finishReason: 'time', questions: [{}] });
  });

  it('takes no follow-up that comes too late', () => {
    const { state } = transition(begin('mock'), say('answer', '甲'), AT);
    const followUp = { text: '？', about: '', pointIds: [], origin: 'offline' as const };
    const late: Command = { type: 'put-follow-up', answerId: 'm_1', messageId: 'm_2', followUp };
    expect(transition(state, late, LATE).events).toEqual([]);
  });

  it('expires once, at the end of the budget and not before', () => {
    const state = begin('mock');
    expect(transition(state, { type: 'expire' }, AT).events).toEqual([]);
    const expired = transition(state, { type: 'expire' }, '2026-01-01T09:00:00.000Z');
    expect(expired.state.finishedAt).toBe(LATE);
    expect(transition(expired.state, { type: 'expire' }, LATE).events).toEqual([]);
    expect(transition(begin('practice'), { type: 'expire' }, LATE).events).toEqual([]);
  });

  it('can go on after a crash between leaving a question and asking the next', () => {
    const { state } = transition(begin('practice'), say('next'), AT);
    expect(viewInterview(state)).toMatchObject({ current: null, awaits: 'next', status: 'active' });
    const again = transition(state, say('next', '', 'm_2'), AT);
    expect(again.effects).toEqual([{ type: 'choose-question', cause: 'm_2' }]);
  });

  it('hides what belongs to the reference until it may be seen', () => {
    const question = aQuestion({
      answer: '秘密的参考答案',
      explanation: '秘密的解释',
      keyPoints: [{ text: '秘密', weight: 1, core: true }],
    });
    expect(JSON.stringify(viewInterview(begin('practice', question)))).not.toContain('秘密');
    const { state } = transition(begin('practice', question), say('finish'), AT);
    expect(viewInterview(state).questions[0]?.reference?.answer).toBe('秘密的参考答案');
  });
});

describe('foldInterview', () => {
  it('refuses a log that does not begin with its start', () => {
    expect(() => foldInterview([])).toThrow('does not begin');
    expect(() => foldInterview([{ type: 'finished', at: AT, reason: 'person' }])).toThrow('does not begin');
  });
});

describe('revealReference', () => {
  it('names the right option and why', () => {
    const { text, sources } = revealReference({ ...aQuestion(), ...aChoiceQuestion() }, 'zh');
    expect(text).toBe('**B** 梯度检查点\n\n用重新计算换显存。');
    expect(sources).toMatchObject([{ kind: 'question', document: 'bank.md' }]);
  });

  it('says so when there is none', () => {
    expect(revealReference(aQuestion({ answer: '' }), 'en')).toEqual({
      text: 'The bank holds no reference answer to this question.',
      sources: [],
    });
  });
});
