import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { plainText } from '@/app/_ui/plain-text';
import type { MergeNote } from '@/lib/domain/question-bank';

/** Which questions were in the bank already, word for word, and became one with those. */
export function MergedNote({ merged }: { merged: readonly MergeNote[] }) {
  const t = useTranslations('merges');
  return (
    <details data-testid="import-merged">
      <summary className="viva-muted">{t('importNote', { count: merged.length })}</summary>
      <ul>
        {merged.map(({ questionId, stem, withId, withDocument, withLine }) => (
          <li key={`${questionId} ${withId}`}>
            <Link href={`/questions/${encodeURIComponent(questionId)}`}>{plainText(stem)}</Link>{' '}
            <span className="viva-muted">{t('importPlace', { document: withDocument, line: withLine })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
