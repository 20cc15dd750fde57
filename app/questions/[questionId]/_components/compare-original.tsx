'use client';
import { useTranslations } from 'next-intl';
import {
  changedFields,
  contentOf,
  EDITABLE_FIELDS,
  type Question,
  withoutEdits,
} from '@/lib/domain/question-bank';
import classes from './editor.module.css';
import { FieldChanges } from './field-changes';

/** What the document says beside what a person made of it; the fields left alone are named. */
export function CompareOriginal({ question }: { question: Question }) {
  const t = useTranslations('editing');
  const [document, now] = [contentOf(withoutEdits(question)), contentOf(question)];
  const changes = changedFields(document, now);
  if (changes.length === 0) return null;
  const isChanged = new Set(changes.map(({ field }) => field));
  const same = EDITABLE_FIELDS.filter((field) => now[field] !== undefined && !isChanged.has(field));
  return (
    <details className={classes.fold} data-testid="compare-original">
      <summary>
        <h2>{t('original')}</h2>
        <span className="viva-muted">{t('changedFields', { count: changes.length })}</span>
      </summary>
      <FieldChanges changes={changes} labels={{ before: t('documentSays'), after: t('now') }} />
      {same.length > 0 && (
        <p className="viva-muted">
          {t('unchanged', { fields: same.map((field) => t(`fields.${field}`)).join(t('comma')) })}
        </p>
      )}
    </details>
  );
}
