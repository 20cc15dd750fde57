'use client';
import { useTranslations } from 'next-intl';
import type { AnswerView } from '@/lib/domain/interview';
import classes from './interview.module.css';

interface AttemptTabsProps {
  answers: readonly AnswerView[];
  shownId: string;
  onShow(id: string): void;
}

/** One button per attempt; nothing while there is only one. */
export function AttemptTabs({ answers, shownId, onShow }: AttemptTabsProps) {
  const t = useTranslations('interview');
  if (answers.length < 2) return null;
  return (
    <fieldset className={classes.attempts}>
      <legend className="viva-hidden">{t('attempts')}</legend>
      {answers.map((answer) => (
        <button
          key={answer.id}
          type="button"
          aria-pressed={answer.id === shownId}
          onClick={() => onShow(answer.id)}
        >
          {answer.followUp
            ? t('replyTo', { number: answer.followUp })
            : t('attempt', { number: answer.attempt })}
        </button>
      ))}
    </fieldset>
  );
}
