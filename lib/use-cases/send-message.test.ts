import { describe, expect, it } from 'vitest';
import type { Intent, InterviewStreamEvent } from '../domain/interview';
import type { ReplyEvent, TextEvent } from '../ports';
import { type BenchOptions, collect, DISTINCT, gate, gradeByWords, interviewBench } from '../testing';
import { type IncomingMessage, InterviewJobs, sendMessage, startInterview, viewInterview } from './index';

async function begin(
  options: BenchOptions = {},
  mode: 'practice' | 'mock' = 'practice',
  ids = ['q_a', 'q_b'],
) {
  const bench = interviewBench(options);
  const { id } = await startInterview(bench, {
    mode,
    questionIds: ids,
    seed: 1,
    ...(mode === 'mock' ? { minutes: 10 } : {}),
  });
  const say = async (intent: Intent, text = '', rest: Partial<IncomingMessage> = {}) =>
    collect(await sendMessage(bench, id, { intent, text, ...rest }));
  return { bench, id, say, view: () => viewInterview(bench, id) };
}

function names(events: readonly InterviewStreamEvent[]): string[] {
  return events.map(({ event }) => event).filter((name, index, all) => name !== all[index - 1]);
}

function only<T extends InterviewStreamEvent['event']>(events: readonly InterviewStreamEvent[], name: T) {
  return events.filter((event): event is Extract<InterviewStreamEvent, { event: T }> => event.event === name);
}

describe('practice', () => {
  it('refuses what was written for a question that has left the stage, and stores nothing of it', async () => {
    const { say, view } = await begin();
    const [seen] = (await view()).questions;
    await say('next');
    const late = { questionId: seen?.questionId ?? '' };
    await expect(say('answer', '甲', late)).rejects.toMatchObject({ code: 'question-moved' });
    await expect(say('skip', '', late)).rejects.toMatchObject({ kind: 'conflict' });
    const after = await view();
    expect(after.questions.map(({ answers }) => answers.length)).toEqual([0, 0]);
    const onStage = { questionId: after.questions[1]?.questionId ?? '' };
    expect(names(await say('answer', '甲', onStage))).toContain('verdicts');
  });

  it('grades at once, then the critique, then a follow-up', async () => {
    const { say, view } = await begin();
    const events = await say('answer', '甲');
    expect(names(events)).toEqual([
      'stored',
      'progress',
      'verdicts',
      'progress',
      'critique',
      'progress',
      'question',
      'done',
    ]);
    expect(
      only(events, 'critique')
        .map(({ data }) => data.delta)
        .join(''),
    ).toBe('说到了1点。');
    expect(events.at(-1)).toMatchObject({ data: { awaits: 'follow-up' } });
    const [question] = (await view()).questions;
    expect(question?.pendingFollowUp).toMatchObject({ number: 1, about: '另一点' });
    expect(question?.answers[0]).toMatchObject({ state: 'graded', attempt: 1, critique: { state: 'done' } });
  });

  it('grades a reply together with what was said before, and asks at most twice', async () => {
    const { say, view } = await begin();
    await say('answer', '甲');
    await say('answer', '乙');
    const events = await say('answer', '不知道');
    expect(names(events)).not.toContain('question');
    const { questions, awaits } = await view();
    expect(questions[0]?.answers.map(({ grade, followUp }) => [followUp, grade?.band])).toEqual([
      [undefined, 2],
      [1, 3],
      [2, 3],
    ]);
    expect(awaits).toBe('next');
  });

  it('grades a new attempt by itself, a supplement with what came before', async () => {
    const { say, view } = await begin({ script: { followUp: () => null } });
    await say('answer', '甲');
    await say('answer', '乙');
    await say('answer', '丙', { supplement: true });
    const answers = (await view()).questions[0]?.answers ?? [];
    expect(answers.map(({ grade }) => grade?.points.filter((point) => point.quote).length)).toEqual([
      1, 1, 2,
    ]);
  });

  it('leaves an answer ungraded when the model fails, and a retry works', async () => {
    let isDown = true;
    const script: BenchOptions['script'] = {
      grade: (task) =>
        isDown
          ? { state: 'ungraded', reason: 'timeout', message: 'No reply in time.' }
          : { state: 'graded', grade: gradeByWords(task, 'llm') },
    };
    const { say, view } = await begin({ script });
    const [stored] = only(await say('answer', '甲乙丙'), 'stored');
    const answerId = stored?.data.messageId ?? '';
    expect((await view()).questions[0]?.answers[0]).toMatchObject({
      state: 'ungraded',
      ungraded: { reason: 'timeout' },
    });
    const estimate = await say('retry', '', { answerId, estimate: true });
    expect(only(estimate, 'verdicts')[0]?.data).toMatchObject({ state: 'graded', isEstimate: true });
    expect((await view()).questions[0]?.answers[0]).toMatchObject({
      state: 'ungraded',
      estimate: { band: 5 },
    });
    isDown = false;
    await say('retry', '', { answerId });
    const [answer] = (await view()).questions[0]?.answers ?? [];
    expect(answer).toMatchObject({ state: 'graded', grade: { band: 5, grader: { kind: 'llm' } } });
    expect(answer?.ungraded).toBeUndefined();
  });

  it('turns a crash of the examiner into ungraded, without its words', async () => {
    const script: BenchOptions['script'] = {
      grade: () => {
        throw new Error('secret detail');
      },
    };
    const { say, bench } = await begin({ script });
    const events = await say('answer', '甲');
    expect(only(events, 'verdicts')[0]?.data).toMatchObject({ state: 'ungraded', reason: 'internal' });
    expect(JSON.stringify(events)).not.toContain('secret');
    expect(bench.logger.lines).toContain('error an answer could not be graded');
  });

  it('gives up on an examiner that never answers', async () => {
    const { bench, id } = await begin({ script: { grade: () => new Promise(() => {}) } });
    bench.timeLimits = { grade: 5, critique: 5, followUp: 5, reply: 5 };
    const events = await collect(await sendMessage(bench, id, { intent: 'answer', text: '甲' }));
    expect(only(events, 'verdicts')[0]?.data).toMatchObject({ state: 'ungraded', reason: 'timeout' });
  });

  it('keeps a grade whose critique was cut, and writes only the critique again', async () => {
    let isCut = true;
    let grades = 0;
    const script: BenchOptions['script'] = {
      grade: (task) => {
        grades += 1;
        return { state: 'graded', grade: gradeByWords(task) };
      },
      critique: async function* (): AsyncGenerator<TextEvent> {
        yield { type: 'delta', text: '前半' };
        if (isCut) yield { type: 'end', state: 'cut', reason: 'cut-reply', message: 'cut' };
        else yield { type: 'end', state: 'complete' };
      },
    };
    const { say, view } = await begin({ script });
    const answerId = only(await say('answer', '甲乙丙'), 'stored')[0]?.data.messageId ?? '';
    expect((await view()).questions[0]?.answers[0]).toMatchObject({
      state: 'graded',
      critique: { text: '前半', state: 'cut' },
    });
    isCut = false;
    expect(names(await say('retry', '', { answerId }))).not.toContain('verdicts');
    expect((await view()).questions[0]?.answers[0]?.critique).toEqual({ text: '前半', state: 'done' });
    expect(grades).toBe(1);
  });

  it('gives three hints, shows the reference, and leaves later answers out of averages', async () => {
    const { say, view } = await begin();
    for (const step of [1, 2, 3]) expect(only(await say('hint'), 'reply')[0]?.data.delta).toBe(`提示${step}`);
    await expect(say('hint')).rejects.toMatchObject({ kind: 'conflict', code: 'intent-not-allowed' });
    await say('answer', '甲乙丙');
    await say('reveal');
    const events = await say('answer', '甲');
    expect(names(events)).not.toContain('question');
    const [question] = (await view()).questions;
    expect(question?.answers.map(({ hintsSeen, countsInAverage }) => [hintsSeen, countsInAverage])).toEqual([
      [3, true],
      [3, false],
    ]);
    expect(question?.messages.filter(({ kind }) => kind === 'hint' || kind === 'reveal')).toHaveLength(8);
  });

  it('asks no follow-up on a choice question', async () => {
    const { say } = await begin({}, 'practice', ['q_d']);
    expect(names(await say('answer', 'A'))).not.toContain('question');
  });

  it('goes on to the next question and then to the report', async () => {
    const { say, view } = await begin();
    const skipped = await say('skip');
    expect(only(skipped, 'question')[0]?.data).toMatchObject({ index: 1, status: 'open' });
    expect((await view()).questions[0]?.status).toBe('skipped');
    const last = await say('next');
    expect(last.at(-1)).toMatchObject({ event: 'done', data: { awaits: 'report', status: 'finished' } });
    await expect(say('answer', '甲')).rejects.toMatchObject({ kind: 'conflict', code: 'interview-finished' });
  });

  it('understands what was typed without an intent', async () => {
    const { bench, id } = await begin();
    const events = await collect(await sendMessage(bench, id, { text: '给个提示' }));
    expect(only(events, 'stored')[0]?.data.intent).toBe('hint');
  });
});

/** Grades only once a door has been opened. */
function gradingBehind({ wait }: ReturnType<typeof gate>): BenchOptions['script'] {
  return {
    grade: async (task) => {
      await wait;
      return { state: 'graded', grade: gradeByWords(task) };
    },
  };
}

describe('one message at a time', () => {
  it('refuses a second message, and answers the same one again from the beginning', async () => {
    const door = gate();
    const { bench, id, view } = await begin({ script: gradingBehind(door) });
    const message: IncomingMessage = { intent: 'answer', text: '甲', clientId: 'c1' };
    const first = await sendMessage(bench, id, message);
    await expect(sendMessage(bench, id, { ...message, clientId: 'c2' })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'message-running',
    });
    const again = await sendMessage(bench, id, message);
    expect(await view()).toMatchObject({ awaits: 'grade', questions: [{ answers: [{ state: 'grading' }] }] });
    door.open();
    const [told, toldAgain] = await Promise.all([collect(first), collect(again)]);
    expect(toldAgain).toEqual(told);
    const replayed = await collect(await sendMessage(bench, id, message));
    expect(names(replayed)).toEqual(['stored', 'verdicts', 'critique', 'question', 'done']);
    expect((await view()).questions[0]?.answers).toHaveLength(1);
  });

  it('stores two identical messages sent at the same moment once', async () => {
    const { bench, id, view } = await begin();
    const message: IncomingMessage = { intent: 'answer', text: '甲', clientId: 'c1' };
    const streams = await Promise.all([sendMessage(bench, id, message), sendMessage(bench, id, message)]);
    await Promise.all(streams.map(collect));
    expect((await view()).questions[0]?.answers).toHaveLength(1);
  });

  it('answers a stored message again while another one runs', async () => {
    const door = gate();
    const script: BenchOptions['script'] = {
      clarify: async function* (): AsyncGenerator<ReplyEvent> {
        await door.wait;
        yield { type: 'end', state: 'complete', origin: 'offline', sources: [] };
      },
    };
    const { bench, id } = await begin({ script });
    await collect(await sendMessage(bench, id, { intent: 'answer', text: '甲', clientId: 'c1' }));
    const running = await sendMessage(bench, id, { intent: 'clarify', text: '？', clientId: 'c2' });
    const replayed = await collect(
      await sendMessage(bench, id, { intent: 'answer', text: '甲', clientId: 'c1' }),
    );
    expect(names(replayed)).toContain('verdicts');
    door.open();
    await collect(running);
  });
});

describe('leaving', () => {
  it('finishes and stores a grade when the tab is closed', async () => {
    const door = gate();
    const { bench, id, view } = await begin({ script: gradingBehind(door) });
    const leaving = new AbortController();
    const message: IncomingMessage = { intent: 'answer', text: '甲乙丙', clientId: 'c1' };
    const stream = await sendMessage(bench, id, message, leaving.signal);
    leaving.abort();
    expect(names(await collect(stream))).toEqual([]);
    expect((await view()).questions[0]?.answers[0]?.state).toBe('grading');
    door.open();
    await collect(await sendMessage(bench, id, message));
    expect((await view()).questions[0]?.answers[0]?.state).toBe('graded');
  });

  it('cancels a discussion, and keeps what was written', async () => {
    let wasCancelled = false;
    const script: BenchOptions['script'] = {
      discuss: async function* (_, signal): AsyncGenerator<ReplyEvent> {
        yield { type: 'delta', text: '一半' };
        await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
        wasCancelled = true;
        yield { type: 'end', state: 'cut', origin: 'model', sources: [] };
      },
    };
    const { bench, id, say, view } = await begin({ script });
    await say('answer', '甲乙丙');
    const leaving = new AbortController();
    const message: IncomingMessage = { intent: 'discuss', text: '为什么？', clientId: 'c1' };
    const stream = await sendMessage(bench, id, message, leaving.signal);
    for await (const event of stream) if (event.event === 'reply') leaving.abort();
    await expect.poll(() => bench.jobs.isRunning(id)).toBe(false);
    expect(wasCancelled).toBe(true);
    expect((await view()).questions[0]?.messages.at(-1)).toMatchObject({
      kind: 'discuss',
      state: 'cut',
      text: '一半',
    });
  });

  it('shows a grade that a crash interrupted as ungraded, with a retry', async () => {
    const { bench, id } = await begin({ script: { grade: () => new Promise(() => {}) } });
    const stream = await sendMessage(bench, id, { intent: 'answer', text: '甲乙丙', clientId: 'c1' });
    // The process dies: nothing of it is left but what was stored.
    void stream;
    const reborn = {
      ...interviewBench({ interviews: bench.interviews }),
      ids: bench.ids,
      jobs: new InterviewJobs(),
    };
    const view = await viewInterview(reborn, id);
    expect(view).toMatchObject({ awaits: 'next', questions: [{ answers: [{ state: 'ungraded' }] }] });
    expect(view.allowedIntents).toContain('retry');
    const again = await collect(
      await sendMessage(reborn, id, { intent: 'answer', text: '甲乙丙', clientId: 'c1' }),
    );
    expect(only(again, 'verdicts')[0]?.data).toMatchObject({ state: 'ungraded', reason: 'interrupted' });
    const answerId = view.questions[0]?.answers[0]?.id;
    await collect(
      await sendMessage(reborn, id, { intent: 'retry', text: '', ...(answerId ? { answerId } : {}) }),
    );
    expect((await viewInterview(reborn, id)).questions[0]?.answers[0]?.state).toBe('graded');
  });
});

describe('mock', () => {
  it('asks follow-ups at once and grades each question once, in the end', async () => {
    const { say, view } = await begin({}, 'mock');
    const first = await say('answer', '甲');
    expect(names(first)).toEqual(['stored', 'progress', 'question', 'done']);
    await say('answer', '乙');
    await say('next');
    await say('answer', '甲乙丙');
    expect((await view()).questions.flatMap(({ answers }) => answers.map(({ state }) => state))).toEqual([
      'held',
      'held',
      'held',
    ]);
    const end = await say('finish');
    expect(only(end, 'verdicts')).toHaveLength(2);
    const { questions, status } = await view();
    expect(status).toBe('finished');
    expect(
      questions[0]?.answers.map(({ grade }) => grade?.points.filter(({ quote }) => quote).length),
    ).toEqual([2, 2]);
    expect(questions[0]?.answers[0]?.gradedWith).toBe(questions[0]?.answers[1]?.id);
    expect(questions[0]?.reference).toBeDefined();
  });

  it('keeps the draft when the time runs out, asks nothing more and grades', async () => {
    const { bench, say, view } = await begin({}, 'mock');
    bench.clock.advance(10 * 60_000);
    const events = await say('answer', '甲');
    expect(names(events)).not.toContain('question');
    const { status, questions, finishedAt } = await view();
    expect({ status, finishedAt }).toEqual({ status: 'finished', finishedAt: '2026-01-01T08:10:00.000Z' });
    expect(questions).toHaveLength(1);
    expect(questions[0]?.answers[0]).toMatchObject({ text: '甲', state: 'graded' });
  });

  it('is ended by a look at it when nobody hands it in', async () => {
    const { bench, id, say, view } = await begin({}, 'mock');
    await say('answer', '甲乙丙');
    bench.clock.advance(10 * 60_000 + 4_000);
    expect((await view()).status).toBe('active');
    bench.clock.advance(2_000);
    expect((await view()).status).toBe('finished');
    await expect.poll(() => bench.jobs.isRunning(id)).toBe(false);
    expect((await view()).questions[0]?.answers[0]?.state).toBe('graded');
  });

  it('takes a draft with the hand-in', async () => {
    const { say, view } = await begin({}, 'mock');
    await say('finish', '甲乙丙');
    expect((await view()).questions[0]?.answers[0]).toMatchObject({ text: '甲乙丙', grade: { band: 5 } });
  });
});

describe('refusals', () => {
  it.each([
    ['clarify' as const, '', 'text-required'],
    ['discuss' as const, 'why', 'intent-not-allowed'],
    ['retry' as const, '', 'unknown-answer'],
  ])('%s %j: %s', async (intent, text, code) => {
    const { say, view } = await begin();
    const before = (await view()).version;
    await expect(say(intent, text)).rejects.toMatchObject({ code });
    expect((await view()).version).toBe(before);
  });

  it('says so when there is no such interview', async () => {
    const bench = interviewBench();
    await expect(sendMessage(bench, 'nope', { text: 'x', intent: 'answer' })).rejects.toMatchObject({
      kind: 'not-found',
    });
    expect(bench.jobs.isRunning('nope')).toBe(false);
  });

  it('names the choice that leaves nothing to ask', async () => {
    const start = startInterview(interviewBench({ questions: DISTINCT }), {
      mode: 'practice',
      topics: ['没有'],
    });
    await expect(start).rejects.toMatchObject({ code: 'nothing-to-ask', details: { emptiedBy: 'topics' } });
  });
});
