'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { RequestError } from '@/app/_client/http';
import { newClientId, sendMessage } from '@/app/_client/interviews';
import type { Regrade } from '@/lib/domain/interview';

/** Has a stored answer graded, for the first time or anew, and shows the report as it is then. */
export function useRetry(interviewId: string) {
  const router = useRouter();
  const [running, setRunning] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const retry = useCallback(
    async (answerId: string, regrade?: Regrade) => {
      setRunning(answerId);
      setFailure(null);
      try {
        const message = { text: '', intent: 'retry' as const, clientId: newClientId(), answerId };
        for await (const event of sendMessage(interviewId, { ...message, ...(regrade ? { regrade } : {}) })) {
          if (event.name === 'error') setFailure((event.data as { message: string }).message);
        }
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        setFailure(error.message);
      }
      setRunning(null);
      router.refresh();
    },
    [interviewId, router],
  );
  return { running, failure, retry };
}
