'use client';
import { useTranslations } from 'next-intl';
import type { Verdict } from '@/lib/domain/grading';
import { SIGNS } from '../signs';
import classes from './recourse.module.css';

const VERDICTS: readonly Verdict[] = ['covered', 'partial', 'missing', 'contradicted'];

interface OwnVerdictProps {
  isClaim: boolean;
  machine: Verdict;
  /** Null: none given. */
  own: Verdict | null;
  isDisabled: boolean;
  onChoose(verdict: Verdict | null): Promise<boolean>;
}

/** The person's own verdict, which stands beside the machine's and can be taken back. */
export function OwnVerdict({ isClaim, machine, own, isDisabled, onChoose }: OwnVerdictProps) {
  const t = useTranslations('appeal');
  const tGrade = useTranslations('grade');
  const offered = isClaim ? VERDICTS.slice(0, 1) : VERDICTS.filter((verdict) => verdict !== machine);
  return (
    <fieldset className={classes.own} disabled={isDisabled}>
      <legend>{t('yours')}</legend>
      {offered.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={classes.choice}
          aria-pressed={own === verdict}
          onClick={() => void onChoose(own === verdict ? null : verdict)}
        >
          <span aria-hidden="true">{SIGNS[verdict]} </span>
          {isClaim ? t('claimRight') : tGrade(`verdict.${verdict}`)}
        </button>
      ))}
      {own !== null && (
        <button type="button" className={classes.quiet} onClick={() => void onChoose(null)}>
          {t('withdraw')}
        </button>
      )}
      <p className="viva-muted">{t('yoursNote')}</p>
    </fieldset>
  );
}
