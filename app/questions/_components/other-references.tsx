import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { DisagreementList } from '@/app/_ui/grade/disagreements';
import { Markdown } from '@/app/_ui/markdown';
import { plainText } from '@/app/_ui/plain-text';
import { disagreements, referencesOf } from '@/lib/domain/grading';
import { type Question, questionText } from '@/lib/domain/question-bank';
import classes from './other-references.module.css';
import { SplitButton } from './split-button';

/** The same question in other documents: where, with which answer, where they disagree; each can be split off. */
export async function OtherReferences({ question }: { question: Question }) {
  const t = await getTranslations('merges');
  if (question.mergedInto)
    return (
      <p>
        {t('mergedInto')}{' '}
        <Link href={`/questions/${encodeURIComponent(question.mergedInto)}`} className="viva-link">
          {t('mergedIntoLink')}
        </Link>{' '}
        <SplitButton questionId={question.id} document={question.documentName} line={question.lines.start} />
      </p>
    );
  const others = question.otherReferences ?? [];
  if (others.length === 0) return null;
  const places = disagreements(questionText(question), referencesOf(question));
  return (
    <section aria-labelledby="other-sources" data-testid="other-references">
      <h2 id="other-sources">{t('others')}</h2>
      <p className="viva-muted">{t('othersNote')}</p>
      <DisagreementList places={places} />
      <ul className={classes.others}>
        {others.map(({ questionId, documentName, lines, stem, answer, explanation }) => (
          <li key={questionId}>
            <div className={classes.head}>
              <Link
                href={`/questions/${encodeURIComponent(questionId)}`}
                className="viva-link"
                prefetch={false}
              >
                {t('source', { document: documentName, start: lines.start, end: lines.end })}
              </Link>
              <SplitButton questionId={questionId} document={documentName} line={lines.start} />
            </div>
            {stem !== question.stem && (
              <p className="viva-muted">{t('otherStem', { stem: plainText(stem) })}</p>
            )}
            {answer ? <Markdown text={answer} /> : <p className="viva-muted">{t('noAnswer')}</p>}
            {explanation && <Markdown text={explanation} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
