'use client';
import { useRef, useState } from 'react';
import { asFailure } from '@/app/_client/http';
import { contestVerdict, newClientId, overrideVerdict } from '@/app/_client/interviews';
import { useFailureWords } from '@/app/_client/use-failure-words';
import type { AppealSubject, Verdict } from '@/lib/domain/grading';
import type { Recourse } from './recourse-context';

export interface ObjectionControls {
  running: 'contest' | 'override' | null;
  /** Why nothing was stored, in the person's words. */
  error: string | null;
  contest(words: string): Promise<boolean>;
  override(verdict: Verdict | null): Promise<boolean>;
}

/** Sends objections to one verdict. One that never arrived keeps its id, so that sending it again stores it once. */
export function useObjection(recourse: Recourse, subject: AppealSubject): ObjectionControls {
  const words = useFailureWords();
  const [running, setRunning] = useState<ObjectionControls['running']>(null);
  const [error, setError] = useState<string | null>(null);
  const unsent = useRef<{ what: string; clientId: string } | null>(null);
  const { interviewId, answer, refresh } = recourse;

  const send = async (
    kind: 'contest' | 'override',
    what: string,
    request: (clientId: string) => Promise<unknown>,
  ): Promise<boolean> => {
    const clientId = unsent.current?.what === what ? unsent.current.clientId : newClientId();
    unsent.current = { what, clientId };
    setRunning(kind);
    setError(null);
    try {
      await request(clientId);
      unsent.current = null;
      await refresh();
      return true;
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.kind !== 'unreachable') unsent.current = null;
      setError(words(failure));
      return false;
    } finally {
      setRunning(null);
    }
  };
  return {
    running,
    error,
    contest: (reason) =>
      send('contest', reason, (clientId) =>
        contestVerdict(interviewId, answer.id, { subject, words: reason, clientId }),
      ),
    override: (verdict) =>
      send('override', `verdict ${verdict}`, (clientId) =>
        overrideVerdict(interviewId, answer.id, { subject, verdict, clientId }),
      ),
  };
}
