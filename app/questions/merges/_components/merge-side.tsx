import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Markdown } from '@/app/_ui/markdown';
import { OptionList } from '@/app/_ui/option-list';
import type { Question } from '@/lib/domain/question-bank';
import classes from './merges.module.css';

interface MergeSideProps {
  question: Question;
  /** What would become of it. */
  role: string;
  children?: ReactNode;
}

/** One question as it stands in its document. */
export function MergeSide({ question, role, children }: MergeSideProps) {
  const t = useTranslations('merges');
  const { documentName, lines, options, correct } = question;
  return (
    <article className={classes.side}>
      <p className={classes.role}>{role}</p>
      <h3 className={classes.stem}>
        <Markdown text={question.stem} />
      </h3>
      {question.context && <Markdown text={question.context} />}
      <OptionList options={options} correct={correct} />
      <p className="viva-muted">
        <Link href={`/questions/${encodeURIComponent(question.id)}`} className="viva-link" prefetch={false}>
          {t('source', { document: documentName, start: lines.start, end: lines.end })}
        </Link>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long answers scroll, so the keyboard must reach them */}
      <section className={classes.answer} tabIndex={0} aria-label={`${role}: ${t('answer')}`}>
        {question.answer ? (
          <Markdown text={question.answer} />
        ) : (
          <p className="viva-muted">{t('noAnswer')}</p>
        )}
      </section>
      {children}
    </article>
  );
}
