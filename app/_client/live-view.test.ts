import { describe, expect, test } from 'vitest';
import { makeGrade, makeGradedInterview, makeInterview } from '../_testing/fixtures';
import { reduceLive, startLive } from './live-state';
import { applyStreamEvent, isWorking, type Outgoing } from './live-view';

const sent: Outgoing = {
  text: '先冻结权重。',
  intent: 'answer',
  clientId: 'c1',
  at: '2026-11-20T09:01:00.000Z',
};
const stored = { name: 'stored', data: { messageId: 'm9', clientId: 'c1', intent: 'answer' } };

describe('the picture of an interview while a stream runs', () => {
  test('an answer stands in the conversation and is being graded once it is stored', () => {
    const view = applyStreamEvent(makeInterview(), stored, sent);
    const question = view.questions[0];
    expect(question?.messages.at(-1)).toMatchObject({ id: 'm9', role: 'candidate', text: '先冻结权重。' });
    expect(question?.answers).toMatchObject([{ id: 'm9', attempt: 1, state: 'grading' }]);
    expect(isWorking(view)).toBe(true);
  });

  test('a replayed stream does not show the answer twice', () => {
    const once = applyStreamEvent(makeInterview(), stored, sent);
    expect(applyStreamEvent(once, stored, sent)).toEqual(once);
  });

  test('in a mock interview the answer is held', () => {
    const view = applyStreamEvent(makeInterview({ mode: 'mock' }), stored, sent);
    expect(view.questions[0]?.answers[0]?.state).toBe('held');
  });

  test('verdicts come before the critique, which grows by its deltas', () => {
    const events = [
      stored,
      { name: 'verdicts', data: { answerId: 'm9', state: 'graded', grade: makeGrade() } },
      { name: 'critique', data: { answerId: 'm9', delta: '先说' } },
      { name: 'critique', data: { answerId: 'm9', delta: '结论。' } },
    ];
    const view = events.reduce((before, event) => applyStreamEvent(before, event, sent), makeInterview());
    expect(view.questions[0]?.answers[0]).toMatchObject({
      state: 'graded',
      grade: { band: 3 },
      critique: { text: '先说结论。', state: 'pending' },
    });
  });

  test('a failed grade is a state with a reason, never a number', () => {
    const failed = {
      name: 'verdicts',
      data: { answerId: 'm9', state: 'ungraded', reason: 'timeout', message: 'x' },
    };
    const view = [stored, failed].reduce(
      (before, event) => applyStreamEvent(before, event, sent),
      makeInterview(),
    );
    expect(view.questions[0]?.answers[0]).toMatchObject({
      state: 'ungraded',
      ungraded: { reason: 'timeout' },
    });
    expect(view.questions[0]?.answers[0]?.grade).toBeUndefined();
  });

  test('a reply grows under its own id, with its sources', () => {
    const hint: Outgoing = { ...sent, intent: 'hint', text: '' };
    const events = [
      { name: 'reply', data: { messageId: 'r1', kind: 'hint', delta: '一共' } },
      { name: 'reply', data: { messageId: 'r1', kind: 'hint', delta: '四个要点。', sources: [] } },
    ];
    const view = events.reduce((before, event) => applyStreamEvent(before, event, hint), makeInterview());
    expect(view.questions[0]?.messages.at(-1)).toMatchObject({
      id: 'r1',
      text: '一共四个要点。',
      state: 'pending',
    });
  });

  test('a retry keeps the grade that stands', () => {
    const retry: Outgoing = { ...sent, intent: 'retry', text: '', answerId: 'm1' };
    const view = applyStreamEvent(makeGradedInterview(), stored, retry);
    expect(view.questions[0]?.answers).toHaveLength(1);
    expect(view.questions[0]?.answers[0]?.state).toBe('graded');
  });

  test('events that it does not know change nothing', () => {
    const view = makeInterview();
    expect(applyStreamEvent(view, { name: 'question', data: {} }, sent)).toBe(view);
  });
});

describe('the state of the page', () => {
  const running = reduceLive(startLive(makeInterview()), { type: 'sent', message: sent });

  test('a poll that was overtaken by our own message is ignored', () => {
    const polled = reduceLive(running, { type: 'truth', view: makeInterview({ version: 9 }), isEnd: false });
    expect(polled).toBe(running);
  });

  test('a look of our own that failed does not end the message that is being answered', () => {
    const error = { kind: 'unavailable', code: 'database-busy', message: 'Busy.' };
    expect(reduceLive(running, { type: 'failed', error, isEnd: false })).toBe(running);
  });

  test('the end of our stream brings the truth, whatever its version', () => {
    const ended = reduceLive(running, { type: 'truth', view: makeInterview({ version: 2 }), isEnd: true });
    expect(ended.running).toBeNull();
    expect(ended.view.version).toBe(2);
  });

  test('an older truth never replaces a newer one', () => {
    const newer = startLive(makeInterview({ version: 5 }));
    expect(reduceLive(newer, { type: 'truth', view: makeInterview({ version: 4 }), isEnd: false })).toBe(
      newer,
    );
  });

  test('a server that is gone is told apart from an error, and the next truth ends it', () => {
    const gone = reduceLive(running, {
      type: 'failed',
      error: { kind: 'unreachable', code: 'unreachable', message: '' },
      isEnd: true,
    });
    expect(gone).toMatchObject({ isUnreachable: true, running: null, error: null });
    const back = reduceLive(gone, { type: 'truth', view: makeInterview({ version: 2 }), isEnd: false });
    expect(back.isUnreachable).toBe(false);
  });

  test('an error event shows, and the truth that follows does not hide it', () => {
    const error = { kind: 'unavailable', code: 'model-down', message: 'The model is away.' };
    const failed = reduceLive(running, { type: 'event', event: { name: 'error', data: error } });
    const ended = reduceLive(failed, { type: 'truth', view: makeInterview({ version: 2 }), isEnd: true });
    expect(ended.error).toEqual(error);
    expect(reduceLive(ended, { type: 'dismissed' }).error).toBeNull();
  });
});
