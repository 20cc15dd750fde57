import { describe, expect, it } from 'vitest';
import type { InterviewEvent } from '../domain/interview';
import { interviewBench } from '../testing';
import { tallyAppeals } from './tally-appeals';

function overridden(answerId: string): InterviewEvent {
  return {
    type: 'overridden',
    at: '2026-01-01T00:00:00.000Z',
    messageId: `of ${answerId}`,
    answerId,
    subject: { pointId: 'p1' },
    verdict: 'covered',
    machine: { verdict: 'missing', grader: { kind: 'offline' }, text: 'a point' },
  };
}

describe('tallyAppeals', () => {
  it('looks through every interview there is', async () => {
    const { interviews } = interviewBench();
    expect(await tallyAppeals({ interviews })).toEqual([]);
    for (let each = 0; each < 250; each += 1) await interviews.create(`i${each}`, [overridden(`a${each}`)]);
    const [tally] = await tallyAppeals({ interviews });
    expect(tally?.overridden).toHaveLength(250);
  });
});
