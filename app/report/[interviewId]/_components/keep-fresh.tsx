'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { asFailure, type Failure, isAbort } from '@/app/_client/http';
import { fetchInterview } from '@/app/_client/interviews';
import { useFailureWords } from '@/app/_client/use-failure-words';
import { usePolling } from '@/app/_client/use-polling';

/** Wait between two looks while grades are in flight. Milliseconds. */
const LOOK_AGAIN_MS = 2000;

/** Says that grades are still on their way, and fetches the report until they are there. */
export function KeepFresh({ interviewId }: { interviewId: string }) {
  const t = useTranslations('report');
  const words = useFailureWords();
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const look = async (signal: AbortSignal) => {
    try {
      // A refresh that finds no server would give the page up for the browser's own error.
      await fetchInterview(interviewId, signal);
      setFailure(null);
      router.refresh();
    } catch (error) {
      if (!isAbort(error)) setFailure(asFailure(error));
    }
  };
  usePolling(look, LOOK_AGAIN_MS, true);
  return <p role="status">{failure ? words(failure) : t('stillGrading')}</p>;
}
