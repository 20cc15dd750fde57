import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aQuestion, gradeByWords, threePointRubric } from '../../testing';
import { isAppError } from '../errors';
import { type GradeOutcome, isSameSubject, type LookOutcome, taskOf, type Verdict } from '../grading';
import type { Question } from '../question-bank';
import type { Command, Effect } from './commands';
import type { InterviewEvent, Regrade, Started } from './events';
import { foldInterview } from './evolve';
import { allowedIntents } from './rules';
import { findAnswer, type InterviewState } from './state';
import { startInterview, transition } from './transition';
import { turnsOf } from './turns';
import { type AnswerView, INTENTS, type Intent } from './view';
import { viewInterview } from './view-interview';

const POOL = Array.from({ length: 4 }, (_, index) =>
  aQuestion({ id: `q_${index}`, stem: `第${index}题`, kind: index === 3 ? 'choice' : 'open' }),
);
const MINUTES = 5;

/** One thing that a person, the model, the clock or a crash may do. */
type Act =
  | {
      type: 'say';
      intent: Intent;
      text: string;
      pick: number;
      estimate: boolean;
      regrade: Regrade | undefined;
    }
  | { type: 'object'; pick: number; pointId: string; verdict: Verdict | null; isAppeal: boolean }
  | { type: 'work'; isGood: boolean }
  | { type: 'crash' }
  | { type: 'wait'; minutes: number };

/** Mostly answers and retries, so that courses get deep before they end. */
const intents = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Intent>('answer') },
  { weight: 3, arbitrary: fc.constant<Intent>('retry') },
  { weight: 8, arbitrary: fc.constantFrom(...INTENTS.filter((intent) => intent !== 'finish')) },
  { weight: 1, arbitrary: fc.constant<Intent>('finish') },
);

const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('say' as const),
      intent: intents,
      text: fc.constantFrom('', '甲', '乙丙', '甲乙丙', '为什么？'),
      pick: fc.nat(5),
      estimate: fc.boolean(),
      regrade: fc.constantFrom(undefined, {}, { basis: 'bank' as const }, { grader: 'offline' as const }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('object' as const),
      pick: fc.nat(5),
      pointId: fc.constantFrom('p1', 'p2', 'p9'),
      verdict: fc.constantFrom<Verdict | null>('covered', 'partial', 'missing', 'contradicted', null),
      isAppeal: fc.boolean(),
    }),
  },
  { weight: 6, arbitrary: fc.record({ type: fc.constant('work' as const), isGood: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ type: 'crash' as const }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wait' as const), minutes: fc.nat(2) }) },
);

const courses = fc.array(acts, { minLength: 10, maxLength: 60, size: 'max' });

class Walk {
  state: InterviewState;
  readonly events: InterviewEvent[];
  pending: Effect[];
  refused = 0;
  private now = Date.parse('2026-01-01T00:00:00.000Z');
  private ids = 0;

  constructor(mode: 'practice' | 'mock') {
    const event: Started = {
      type: 'started',
      at: this.at,
      interviewId: 'i_1',
      mode,
      language: 'zh',
      scope: {},
      limit: 3,
      seed: 1,
      recentIds: [],
      ...(mode === 'mock' ? { minutes: MINUTES } : {}),
    };
    const started = startInterview(event);
    this.state = started.state;
    this.events = started.events;
    this.pending = started.effects;
    this.do({ type: 'work', isGood: true });
  }

  get at(): string {
    return new Date(this.now).toISOString();
  }

  private id(prefix: string): string {
    this.ids += 1;
    return `${prefix}_${this.ids}`;
  }

  do(act: Act): void {
    if (act.type === 'crash') this.pending = [];
    if (act.type === 'wait') {
      this.now += act.minutes * 60_000;
      this.apply({ type: 'expire' });
    }
    if (act.type === 'work') {
      const effect = this.pending.shift();
      if (effect) this.apply(this.resultOf(effect, act.isGood));
    }
    // One message at a time: nothing is said while something is worked on.
    if (act.type === 'say' && this.pending.length === 0) this.say(act);
    if (act.type === 'object' && this.pending.length === 0) this.object(act);
  }

  private object({ pick, pointId, verdict, isAppeal }: Extract<Act, { type: 'object' }>): void {
    const answers = this.state.questions.flatMap((question) => question.answers);
    const answerId = answers[pick % Math.max(answers.length, 1)]?.id ?? 'm_none';
    const objection = { messageId: this.id('m'), answerId, subject: { pointId } };
    try {
      if (isAppeal) this.apply({ type: 'contest', appeal: { ...objection, words: '我说到了' } });
      else this.apply({ type: 'override', override: { ...objection, verdict } });
    } catch (error) {
      if (!isAppError(error)) throw error;
      this.refused += 1;
    }
  }

  private lookAt(answerId: string, cause: string, isGood: boolean): LookOutcome {
    if (!isGood) return { state: 'failed', reason: 'timeout', message: 'no reply' };
    const answer = findAnswer(this.state, answerId)?.answer;
    expect(answer?.appeals.some(({ id }) => id === cause)).toBe(true);
    const look = { quote: answer?.text ?? '', reason: '…', grader: { kind: 'llm' as const } };
    return { state: 'looked', look: { ...look, verdict: 'covered' } };
  }

  private say({ intent, text, pick, estimate, regrade }: Extract<Act, { type: 'say' }>): void {
    const answers = this.state.questions.flatMap((question) => question.answers);
    const answerId = answers[pick % Math.max(answers.length, 1)]?.id;
    const message = { messageId: this.id('m'), intent, text };
    const retry =
      intent === 'retry'
        ? { ...(answerId ? { answerId } : {}), estimate, ...(regrade ? { regrade } : {}) }
        : {};
    const isTextMissing = ['answer', 'clarify', 'discuss'].includes(intent) && text === '';
    const isAllowed = allowedIntents(this.state).includes(intent) && !isTextMissing;
    try {
      this.apply({ type: 'say', message: { ...message, ...retry } });
      expect(isAllowed, `${intent} was taken`).toBe(true);
    } catch (error) {
      if (!isAppError(error)) throw error;
      this.refused += 1;
      // Which answer can be tried again depends on the answer; everything else is as the view says.
      if (intent !== 'retry') expect(isAllowed, `${intent} was refused`).toBe(false);
    }
  }

  private apply(command: Command): void {
    const next = transition(this.state, command, this.at);
    this.state = next.state;
    this.events.push(...next.events);
    this.pending.push(...next.effects);
  }

  private resultOf(effect: Effect, isGood: boolean): Command {
    const cause = effect.cause === undefined ? {} : { cause: effect.cause };
    switch (effect.type) {
      case 'choose-question':
        return { type: 'put-question', question: this.nextQuestion(), messageId: this.id('m'), ...cause };
      case 'grade':
        return {
          type: 'record-grade',
          answerId: effect.answerId,
          outcome: this.gradeOf(effect.answerId, isGood),
          ...cause,
        };
      case 'estimate':
        return { ...effect, type: 'record-estimate', grade: this.wordsOf(effect.answerId) };
      case 'critique':
        return { ...effect, type: 'record-critique', text: '点评', state: isGood ? 'done' : 'cut' };
      case 'follow-up': {
        const followUp = { text: '还有呢？', about: '别的', pointIds: ['p1'], origin: 'offline' as const };
        return {
          ...effect,
          type: 'put-follow-up',
          messageId: this.id('m'),
          followUp: isGood ? followUp : null,
        };
      }
      case 'look-again':
        return {
          ...effect,
          type: 'record-look',
          outcome: this.lookAt(effect.answerId, effect.cause, isGood),
        };
      default: {
        const hintStep = effect.type === 'hint' ? { hintStep: effect.step } : {};
        const reply = {
          cause: effect.cause,
          messageId: this.id('m'),
          kind: effect.type,
          text: '…',
          ...hintStep,
        };
        return { type: 'record-reply', reply: { ...reply, state: 'done', origin: 'offline' } };
      }
    }
  }

  private nextQuestion(): Question | null {
    return POOL.find(({ id }) => !this.state.questions.some(({ question }) => question.id === id)) ?? null;
  }

  private wordsOf(answerId: string) {
    const found = findAnswer(this.state, answerId);
    if (!found) throw new Error('no such answer');
    const { points } = threePointRubric(found.question.question);
    return gradeByWords(taskOf(found.question.question, points, turnsOf(found.question, answerId), 'zh'));
  }

  private gradeOf(answerId: string, isGood: boolean): GradeOutcome {
    if (isGood) return { state: 'graded', grade: this.wordsOf(answerId) };
    return { state: 'ungraded', reason: 'timeout', message: 'no reply' };
  }
}

function assertInvariants({ state, events }: Walk): void {
  expect(state.version).toBe(events.length);
  const read = JSON.parse(JSON.stringify(events)) as InterviewEvent[];
  expect(foldInterview(read)).toEqual(state);
  expect(state.questions.length).toBeLessThanOrEqual(state.limit);
  expect(state.questions.slice(0, -1).every(({ status }) => status !== 'open')).toBe(true);
  expect(new Set(state.questions.map(({ question }) => question.id)).size).toBe(state.questions.length);
  for (const question of state.questions) {
    expect(question.followUps.length).toBeLessThanOrEqual(2);
    expect(question.hintsSeen).toBeLessThanOrEqual(3);
    if (question.question.kind === 'choice') expect(question.followUps).toEqual([]);
  }
  const end = events.findIndex(({ type }) => type === 'finished');
  const afterEnd = end < 0 ? [] : events.slice(end + 1);
  expect(afterEnd.filter(({ type }) => ['asked', 'follow-up-asked', 'finished'].includes(type))).toEqual([]);
  expect(afterEnd.every((event) => event.type !== 'said' || event.intent === 'retry')).toBe(true);
}

/** The latest grade an answer got is the one that is shown, and nothing is shown too early. */
function assertView({ state, events }: Walk): void {
  const view = viewInterview(state);
  expect(JSON.parse(JSON.stringify(view))).toEqual(view);
  expect(view.current === null).toBe(view.questions.every(({ status }) => status !== 'open'));
  for (const question of view.questions) {
    for (const answer of question.answers) {
      const grades = events.filter(
        (event) => event.type === 'graded' && event.answerId === (answer.gradedWith ?? answer.id),
      );
      const latest = grades.at(-1);
      expect(answer.grade).toEqual(latest?.type === 'graded' ? latest.grade : undefined);
      if (answer.state === 'graded') {
        expect(answer.grade).toBeDefined();
        assertApart(events, answer);
      }
      if (answer.state === 'ungraded') expect(answer.ungraded).toBeDefined();
      if (view.mode === 'mock' && view.status === 'active') expect(answer.state).toBe('held');
    }
    const isClosed = view.mode === 'mock' && view.status === 'active' && !question.referenceSeen;
    if (isClosed) expect(question.reference).toBeUndefined();
  }
}

/** Nothing that was said against a grade, nor any earlier grade, is lost; the person's verdicts change no machine's. */
function assertApart(events: readonly InterviewEvent[], answer: AnswerView): void {
  if (answer.gradedWith) return;
  const ofAnswer = events.filter((event) => 'answerId' in event && event.answerId === answer.id);
  const count = (type: InterviewEvent['type']) => ofAnswer.filter((event) => event.type === type).length;
  expect((answer.history?.length ?? 0) + 1).toBe(count('graded'));
  const contested = new Set(
    ofAnswer.flatMap((event) => (event.type === 'contested' ? [JSON.stringify(event.subject)] : [])),
  );
  expect(answer.appeals?.length ?? 0).toBe(contested.size);
  for (const { subject, verdict } of answer.overrides ?? []) {
    const latest = ofAnswer.findLast(
      (event) => event.type === 'overridden' && isSameSubject(event.subject, subject),
    );
    expect(latest).toMatchObject({ verdict });
  }
  expect(answer.personal !== undefined).toBe((answer.overrides ?? []).length > 0);
}

describe.each(['practice', 'mock'] as const)('any course of a %s interview', (mode) => {
  it('keeps the laws at every step', () => {
    fc.assert(
      fc.property(courses, (course) => {
        const walk = new Walk(mode);
        for (const act of course) {
          const before = walk.events.length;
          walk.do(act);
          if (walk.events.length === before) continue;
          assertInvariants(walk);
          assertView(walk);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('can be taken up again and finished from wherever it broke off', () => {
    fc.assert(
      fc.property(courses, fc.nat(), (course, cut) => {
        const walk = new Walk(mode);
        for (const act of course) walk.do(act);
        const stored = walk.events.slice(0, 1 + (cut % walk.events.length));
        const state = foldInterview(stored);
        if (state.finishedAt !== null) return;
        expect(allowedIntents(state)).toContain('next');
        const message = { messageId: 'm_last', intent: 'finish' as const, text: '' };
        const { state: ended } = transition(state, { type: 'say', message }, '2026-01-01T00:00:01.000Z');
        expect(viewInterview(ended).status).toBe('finished');
      }),
      { numRuns: 100 },
    );
  });
});
