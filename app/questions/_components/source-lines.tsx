import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { partWords } from '@/app/_ui/part-words';
import { type BankDocument, extensionOf, presentLines, type Question } from '@/lib/domain/question-bank';
import classes from './questions.module.css';

/** The lines of the document that the question was read from; a table's cells without what marks them. */
export async function SourceLines({ question }: { question: Question }) {
  const t = await getTranslations('questions');
  const app = await getApp();
  const document = await app.bank.document(question.documentId);
  const { start, end } = question.lines;
  const place = isConverted(document) ? 'convertedLines' : 'sourceLines';
  const presented = presentLines(document.text);
  const fields = await getTranslations('editing');
  const shown = presented
    ? // Where a mark stood there is a hole.
      presented
        .slice(start - 1, end)
        .map((line) => partWords(fields, line))
        .join('\n')
        .replace(/\n{3,}/gu, '\n\n')
        .trim()
    : document.text
        .split(/\r\n|\r|\n/)
        .slice(start - 1, end)
        .join('\n');
  return (
    <>
      <h2>{t('source')}</h2>
      <details>
        <summary>{t(place, { document: question.documentName, start, end })}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long sources scroll, so the keyboard must reach them */}
        <pre className={classes.lines} tabIndex={0}>
          {shown}
        </pre>
      </details>
    </>
  );
}

/** Who opens a table or a Word file finds no such lines in it; in a bank of ours in Markdown one does. */
function isConverted({ fileKind, name }: BankDocument): boolean {
  return fileKind !== undefined && !(fileKind === 'viva' && extensionOf(name) === '.md');
}
