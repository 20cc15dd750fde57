'use client';
import { useTranslations } from 'next-intl';
import classes from './interview.module.css';
import type { Meant } from './use-meant';

interface MeantLineProps {
  meant: Meant;
  /** Whether the words would otherwise be asked rather than graded. */
  isAsking: boolean;
}

/** Says what the words are taken for before they are sent, and lets the person say that they meant what they wrote. */
export function MeantLine({ meant, isAsking }: MeantLineProps) {
  const t = useTranslations('interview.meant');
  return (
    <div className={classes.meant} role="status" data-testid="meant">
      {meant.intent !== null && (
        <>
          <span>{t(meant.isPossible ? meant.intent : 'impossible')}</span>
          <button type="button" onClick={meant.insist} data-testid="insist">
            {t(isAsking ? 'itIsQuestion' : 'itIsAnswer')}
          </button>
        </>
      )}
    </div>
  );
}
