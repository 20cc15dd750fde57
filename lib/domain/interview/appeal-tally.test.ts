import { describe, expect, it } from 'vitest';
import { type AppealSubject, type Grade, gradeOffline, type Verdict } from '../grading';
import { tallyAppeals } from './appeal-tally';
import type { Contested, InterviewEvent, LookedAgain, Overridden } from './events';

const at = '2026-01-01T00:00:00.000Z';
const BY_MODEL = { kind: 'llm', model: 'm' } as const;
const OFFLINE = { kind: 'offline' } as const;

function graded(answerId: string, grader: Grade['grader'], isRevised?: true): InterviewEvent {
  const task = {
    question: 'q',
    kind: 'open' as const,
    references: [],
    points: ['p1', 'p2'].map((id) => ({ id, text: `point ${id}`, weight: 1, core: true })),
    turns: [{ text: 'words' }],
    language: 'en' as const,
  };
  const grade = { ...gradeOffline(task), grader };
  return { type: 'graded', at, answerId, grade, ...(isRevised ? { isRevised } : {}) };
}

const machine = (verdict: Verdict, grader: Grade['grader']) => ({ verdict, grader, text: 'point' });

function contested(messageId: string, subject: AppealSubject, verdict: Verdict = 'missing'): Contested {
  const words = 'I said it';
  return {
    type: 'contested',
    at,
    messageId,
    answerId: 'a1',
    subject,
    words,
    machine: machine(verdict, BY_MODEL),
  };
}

function looked(cause: string, verdict: Verdict): LookedAgain {
  const look = { verdict, quote: null, reason: '', grader: BY_MODEL };
  return { type: 'second-look', at, cause, answerId: 'a1', outcome: { state: 'looked', look } };
}

function overridden(answerId: string, verdict: Verdict | null, grader: Grade['grader']): Overridden {
  const subject = { pointId: 'p1' };
  return {
    type: 'overridden',
    at,
    messageId: 'o',
    answerId,
    subject,
    verdict,
    machine: machine('partial', grader),
  };
}

describe('the tally of appeals', () => {
  it('counts verdicts of the latest grade by each grader, without those of a second look', () => {
    const events = [
      graded('a1', BY_MODEL),
      graded('a1', BY_MODEL),
      graded('a1', BY_MODEL, true),
      graded('a2', OFFLINE),
    ];
    expect(tallyAppeals(events)).toMatchObject([
      { grader: 'm', answers: 1, verdicts: 2, contested: 0, overridden: [] },
      { grader: 'offline', answers: 1, verdicts: 2 },
    ]);
  });

  it('counts a verdict contested twice once, and what a second look made better', () => {
    const events = [
      graded('a1', BY_MODEL),
      contested('c1', { pointId: 'p1' }),
      looked('c1', 'missing'),
      contested('c2', { pointId: 'p1' }),
      looked('c2', 'covered'),
      contested('c3', { claim: 'words' }, 'contradicted'),
    ];
    expect(tallyAppeals(events)).toMatchObject([{ grader: 'm', contested: 2, bettered: 1 }]);
  });

  it('takes the latest override of a verdict; one taken back or equal to the machine’s is none', () => {
    const events = [
      graded('a1', BY_MODEL),
      overridden('a1', 'missing', BY_MODEL),
      overridden('a1', 'covered', BY_MODEL),
      overridden('a2', 'covered', OFFLINE),
      overridden('a2', null, OFFLINE),
      overridden('a3', 'partial', OFFLINE),
    ];
    expect(tallyAppeals(events)).toMatchObject([
      { grader: 'm', overridden: [{ machine: 'partial', person: 'covered' }] },
      { grader: 'offline', answers: 0, overridden: [] },
    ]);
  });

  it('of nothing is empty', () => {
    expect(tallyAppeals([])).toEqual([]);
  });
});
