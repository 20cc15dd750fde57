'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { InterviewControls } from '@/app/_client/use-interview';
import { Markdown } from '@/app/_ui/markdown';
import type { AnswerView } from '@/lib/domain/interview';
import classes from './interview.module.css';

/** The critique as it is written; one that was cut stands as it is and can be finished. */
export function CritiquePart({ answer, live }: { answer: AnswerView; live: InterviewControls }) {
  const t = useTranslations('interview');
  const { critique } = answer;
  if (!critique) return null;
  return (
    <section className={classes.critique} aria-label={t('critique')} aria-busy={critique.state === 'pending'}>
      <h3>{t('critique')}</h3>
      {critique.text ? (
        <Markdown text={critique.text} />
      ) : (
        critique.state === 'pending' && <p className="viva-muted">{t('critiquePending')}</p>
      )}
      {critique.state === 'cut' && (
        <p className={classes.cut}>
          <span>{t('critiqueCut')}</span>
          <Button
            variant="light"
            disabled={live.running !== null}
            onClick={() => void live.send({ intent: 'retry', answerId: answer.id })}
          >
            {t('continueCritique')}
          </Button>
        </p>
      )}
    </section>
  );
}
