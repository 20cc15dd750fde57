'use client';
import { useTranslations } from 'next-intl';
import type { FieldChange } from '@/lib/domain/question-bank';
import classes from './editor.module.css';
import { FieldValue } from './field-value';

interface FieldChangesProps {
  changes: readonly FieldChange[];
  /** What stands on the left and on the right. */
  labels: { before: string; after: string };
}

/** Fields that differ, old beside new. */
export function FieldChanges({ changes, labels }: FieldChangesProps) {
  const t = useTranslations('editing');
  return changes.map(({ field, before, after }) => (
    <section key={field} className={classes.change}>
      <h3>
        {t(`fields.${field}`)} <span className={classes.changedSign}>{t('changed')}</span>
      </h3>
      <dl className={classes.sides}>
        <div data-side="before">
          <dt>{labels.before}</dt>
          <dd>
            <FieldValue field={field} value={before} />
          </dd>
        </div>
        <div data-side="after">
          <dt>{labels.after}</dt>
          <dd>
            <FieldValue field={field} value={after} />
          </dd>
        </div>
      </dl>
    </section>
  ));
}
