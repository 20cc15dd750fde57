'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { fetchInterview } from '@/app/_client/interviews';
import type { InterviewControls } from '@/app/_client/use-interview';

export interface Finish {
  /** Whether the confirmation is open. */
  isAsking: boolean;
  ask(): void;
  leave(): void;
  /** Ends the interview and opens its report. */
  confirm(): Promise<void>;
}

/** Ending an interview: asked first, then the report. */
export function useFinish(live: InterviewControls): Finish {
  const router = useRouter();
  const [isAsking, setIsAsking] = useState(false);
  const { send, view } = live;
  const confirm = useCallback(async () => {
    setIsAsking(false);
    const open = () => router.push(`/report/${view.id}`);
    if (view.status === 'finished') return open();
    // The grades of a mock interview are made after it ends; the report shows them as they come.
    const onStored = async () => {
      const stored = view.mode === 'mock' ? await fetchInterview(view.id).catch(() => null) : null;
      if (stored?.status === 'finished') open();
    };
    const after = await send({ intent: 'finish', onStored: () => void onStored() });
    if (after?.status === 'finished') open();
  }, [send, view.id, view.mode, view.status, router]);
  return { isAsking, ask: () => setIsAsking(true), leave: () => setIsAsking(false), confirm };
}
