import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { type BankDocument, extensionOf, presentLines, type Question } from '@/lib/domain/question-bank';
import classes from './questions.module.css';

/** The lines of the document that the question was read from; a table's cells without what marks them. */
export async function SourceLines({ question }: { question: Question }) {
  const t = await getTranslations('questions');
  const app = await getApp();
  const document = await app.bank.document(question.documentId);
  const { start, end } = question.lines;
  const place = isConverted(document) ? 'convertedLines' : 'sourceLines';
  return (
    <>
      <h2>{t('source')}</h2>
      <details>
        <summary>{t(place, { document: question.documentName, start, end })}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long sources scroll, so the keyboard must reach them */}
        <pre className={classes.lines} tabIndex={0}>
          {shownLines(document, question)}
        </pre>
      </details>
    </>
  );
}

/** Who opens a table or a Word file finds no such lines in it; in a bank of ours in Markdown one does. */
function isConverted({ fileKind, name }: BankDocument): boolean {
  return fileKind !== undefined && !(fileKind === 'viva' && extensionOf(name) === '.md');
}

function shownLines({ text }: BankDocument, { lines: { start, end } }: Question): string {
  const presented = presentLines(text)?.slice(start - 1, end);
  if (!presented)
    return text
      .split(/\r\n|\r|\n/)
      .slice(start - 1, end)
      .join('\n');
  const shown = presented.map((line) => line.text).join('\n');
  // Where a mark stood there is a hole.
  return shown.replace(/\n{3,}/gu, '\n\n').trim();
}
