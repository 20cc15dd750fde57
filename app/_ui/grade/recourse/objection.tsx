'use client';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { type AppealSubject, isSameSubject, type Verdict } from '@/lib/domain/grading';
import { AppealResult } from './appeal-result';
import { ObjectionPanel } from './objection-panel';
import classes from './recourse.module.css';
import { type Recourse, useRecourse } from './recourse-context';
import { useObjection } from './use-objection';

interface ObjectionProps {
  subject: AppealSubject;
  /** What the machine says. */
  verdict: Verdict;
  /** The point or statement in words, for those who hear the button. */
  label: string;
}

/** The quiet way to object to one verdict, and what came of earlier objections; nothing where a grade is only shown. */
export function Objection(props: ObjectionProps) {
  const recourse = useRecourse();
  return recourse && <ObjectionTo {...props} recourse={recourse} />;
}

function ObjectionTo({ subject, verdict, label, recourse }: ObjectionProps & { recourse: Recourse }) {
  const t = useTranslations('appeal');
  const tGrade = useTranslations('grade');
  const [isOpen, setOpen] = useState(false);
  const panelId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const controls = useObjection(recourse, subject);
  const { appeals = [], overrides = [] } = recourse.answer;
  const appeal = appeals.find((one) => isSameSubject(one.subject, subject));
  const own = overrides.find((one) => isSameSubject(one.subject, subject));
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const isClaim = 'claim' in subject;
  return (
    <div className={classes.objection} data-testid="objection">
      {own && (
        <p className={classes.own} data-testid="own-verdict">
          <span>{t('machineVerdict', { verdict: tGrade(`verdict.${verdict}`) })}</span>
          <strong>
            {t('yourVerdict', { verdict: isClaim ? t('claimRight') : tGrade(`verdict.${own.verdict}`) })}
          </strong>
        </p>
      )}
      <AppealResult
        appeal={appeal}
        isLooking={controls.running === 'contest'}
        isBusy={recourse.isBusy || controls.running !== null}
        onRetry={controls.contest}
      />
      <button
        ref={button}
        type="button"
        className={`${classes.quiet} viva-no-print`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? panelId : undefined}
        aria-label={isOpen ? undefined : t('contestPoint', { point: label })}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'close' : 'contest')}
      </button>
      {isOpen && (
        <ObjectionPanel
          id={panelId}
          isClaim={isClaim}
          machine={verdict}
          own={own?.verdict ?? null}
          controls={controls}
          isBusy={recourse.isBusy}
          onClose={close}
        />
      )}
    </div>
  );
}
