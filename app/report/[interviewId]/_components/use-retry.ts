'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { errorOf } from '@/app/_client/event-stream';
import { newClientId, sendMessage } from '@/app/_client/interviews';
import { useRequest } from '@/app/_client/use-request';
import type { Regrade } from '@/lib/domain/interview';

/** Has a stored answer graded, for the first time or anew, and shows the report as it is then. */
export function useRetry(interviewId: string) {
  const router = useRouter();
  const [running, setRunning] = useState<string | null>(null);
  const { failure, run } = useRequest();
  const retry = useCallback(
    async (answerId: string, regrade?: Regrade) => {
      setRunning(answerId);
      const isDone = await run(async () => {
        const message = { text: '', intent: 'retry' as const, clientId: newClientId(), answerId };
        for await (const event of sendMessage(interviewId, { ...message, ...(regrade && { regrade }) }))
          if (event.name === 'error') throw errorOf(event);
      });
      setRunning(null);
      if (isDone) router.refresh();
    },
    [interviewId, router, run],
  );
  return { running, failure, retry };
}
