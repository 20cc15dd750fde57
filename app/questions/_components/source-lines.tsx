import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { presentLines, type Question } from '@/lib/domain/question-bank';
import classes from './questions.module.css';

/** The lines of the document that the question was read from, as they stand there; a table's without what marks its cells. */
export async function SourceLines({ question }: { question: Question }) {
  const t = await getTranslations('questions');
  const app = await getApp();
  const document = await app.bank.document(question.documentId);
  const { start, end } = question.lines;
  const lines = presentLines(document.text)?.map(({ text }) => text) ?? document.text.split(/\r\n|\r|\n/);
  const shown = lines
    .slice(start - 1, end)
    .join('\n')
    .replace(/^(?:[^\S\n]*\n)+|\s+$/gu, '');
  return (
    <>
      <h2>{t('source')}</h2>
      <details>
        <summary>{t('sourceLines', { document: question.documentName, start, end })}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long sources scroll, so the keyboard must reach them */}
        <pre className={classes.lines} tabIndex={0}>
          {shown}
        </pre>
      </details>
    </>
  );
}
