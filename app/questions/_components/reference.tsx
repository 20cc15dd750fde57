import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/_ui/markdown';
import { ModelWritten } from '@/app/_ui/model-written';
import type { Question } from '@/lib/domain/question-bank';
import { MarkReferenceWrong } from './mark-reference-wrong';
import classes from './questions.module.css';
import { ReferenceDoubts } from './reference-doubts';

/** What the document, or the person who corrected it, answers. */
export function Reference({ question }: { question: Question }) {
  const t = useTranslations('questions');
  const isMarkedWrong = question.referenceDoubts?.some(({ state }) => state === 'confirmed') ?? false;
  return (
    <>
      <h2>{t('reference')}</h2>
      <ReferenceDoubts doubts={question.referenceDoubts ?? []} />
      {question.correct && <p className={classes.label}>{t('correct', { letters: question.correct })}</p>}
      <ModelWritten question={question} part="answer" />
      {question.answer ? <Markdown text={question.answer} /> : <p>{t('noReference')}</p>}
      {question.explanation && <Markdown text={question.explanation} />}
      {(question.answer || question.explanation) && !isMarkedWrong && (
        <MarkReferenceWrong question={question} />
      )}
    </>
  );
}
