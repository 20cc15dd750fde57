'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type LookProgress, lookProgress } from '@/app/_client/doubts';
import { usePolling } from '@/app/_client/use-polling';

/** Milliseconds between two looks at how far it has come. */
const LOOK_EVERY = 1500;
/** A look over fewer references is over before anybody could read of it. */
const WORTH_TELLING = 300;

interface DoubtsProgressProps {
  /** As it was when the page was made; null where none was under way. */
  atFirst: LookProgress | null;
  /** Called once, when the look that was under way has ended. */
  onEnd(): void;
}

/** How many references have been looked over, as long as that goes on. */
export function DoubtsProgress({ atFirst, onEnd }: DoubtsProgressProps) {
  const t = useTranslations('doubts');
  const [progress, setProgress] = useState(atFirst);
  usePolling(
    async (signal) => {
      // A server that cannot be asked is no end of the look.
      const now = await lookProgress(signal).catch(() => progress);
      if (signal.aborted) return;
      setProgress(now);
      if (now === null) onEnd();
    },
    LOOK_EVERY,
    progress !== null,
  );
  if (progress === null || progress.total < WORTH_TELLING) return null;
  return (
    <p className="viva-muted" data-testid="doubts-progress">
      {t('looking', { ...progress })}
    </p>
  );
}
