import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/_ui/markdown';
import type { Rubric } from '@/lib/domain/grading';
import type { Question } from '@/lib/domain/question-bank';
import classes from './questions.module.css';

/** What an answer is graded by: the stored rubric, else the points that the document states. */
export function KeyPoints({ question, rubric }: { question: Question; rubric?: Rubric | undefined }) {
  const t = useTranslations('questions');
  const points = rubric?.points ?? question.keyPoints ?? [];
  const mistakes = question.mistakes ?? [];
  return (
    <>
      {points.length > 0 && (
        <>
          <h2>{t('keyPoints')}</h2>
          <ul className={classes.points}>
            {points.map((point, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: shown as they stand, and a person may write one twice
              <li key={index}>
                <Markdown text={point.text} />
                <span className="viva-muted">
                  {t(point.core ? 'core' : 'bonus')} · {t('weight', { value: point.weight })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mistakes.length > 0 && (
        <>
          <h2>{t('mistakes')}</h2>
          <ul className={classes.points}>
            {mistakes.map((mistake, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <li key={index}>
                <Markdown text={mistake} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
