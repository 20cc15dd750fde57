import { describe, expect, it } from 'vitest';
import { aDocumentChange, collect, DISTINCT, interviewBench } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import { InterviewJobs, listAttempts, listQuestions, sendMessage, startInterview } from './index';

async function practised(...courses: [question: string, ...answers: string[]][]) {
  const bench = { ...interviewBench({ questions: DISTINCT }), jobs: new InterviewJobs() };
  for (const [question, ...answers] of courses) {
    const { id } = await startInterview(bench, { mode: 'practice', questionIds: [question], limit: 1 });
    for (const text of answers) await collect(await sendMessage(bench, id, { intent: 'answer', text }));
  }
  return bench;
}

describe('listAttempts', () => {
  it('gives one line per interview in which a question was answered, the latest first', async () => {
    const bench = await practised(['q_a', '甲'], ['q_b', '甲乙'], ['q_a', '甲', '甲乙丙'], ['q_a']);
    const attempts = await listAttempts(bench, 'q_a');
    expect(attempts.map(({ answers, isFinished }) => [answers, isFinished])).toEqual([
      [2, false],
      [1, false],
    ]);
    expect(attempts[0]?.band).toBeGreaterThan(attempts[1]?.band ?? 5);
    expect(await listAttempts(bench)).toHaveLength(3);
  });

  it('lets the bank be browsed by how it went last', async () => {
    const bench = await practised(['q_a', '甲乙丙'], ['q_b', '甲乙丙'], ['q_a', '甲'], ['q_c']);
    const { bank } = freshStorage();
    await bank.saveDocument(aDocumentChange({}, DISTINCT));
    const search = { questions: async () => [], passages: async () => [], status: () => never() };
    const ports = { bank, interviews: bench.interviews, search };
    const ids = async (lastBand: number | 'none') =>
      (await listQuestions(ports, { lastBand, limit: 9 })).questions.map(({ id }) => id);
    const { lastBands = {} } = await listQuestions(ports, { withLastBands: true, limit: 9 });
    expect(Object.keys(lastBands).sort()).toEqual(['q_a', 'q_b']);
    expect(lastBands.q_a).toBeLessThan(lastBands.q_b ?? 0);
    expect(await ids(lastBands.q_a ?? -1)).toEqual(['q_a']);
    expect(await ids('none')).toEqual(['q_c', 'q_d']);
    expect(await listQuestions(ports, { limit: 9 })).not.toHaveProperty('lastBands');
  });
});

function never(): never {
  throw new Error('not expected here');
}
