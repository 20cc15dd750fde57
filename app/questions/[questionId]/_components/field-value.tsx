'use client';
import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/_ui/markdown';
import type { AuthoredKeyPoint, Option, QuestionContent } from '@/lib/domain/question-bank';
import classes from './editor.module.css';

type Value = QuestionContent[keyof QuestionContent] | null;

/** What one field of a question says, as a person reads it. */
export function FieldValue({ field, value }: { field: keyof QuestionContent; value: Value }) {
  const t = useTranslations('editing');
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0))
    return <p className="viva-muted">{t('nothing')}</p>;
  if (field === 'kind') return <p>{t(value === 'choice' ? 'choice' : 'open')}</p>;
  if (!Array.isArray(value)) return <Markdown text={String(value)} />;
  if (field === 'topics' || field === 'tags') return <p>{value.join(' · ')}</p>;
  return (
    <ul className={classes.values}>
      {value.map((item, index) => {
        const line = lineOf(item);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: shown as it stands, and lines may be alike
          <li key={index}>
            {line.sign && <span className={classes.sign}>{line.sign}</span>}
            <Markdown text={line.text} />
            {line.point && (
              <span className="viva-muted">
                {t(line.point.core ? 'core' : 'bonus')} · {t('times', { value: line.point.weight })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function lineOf(item: string | Option | AuthoredKeyPoint): {
  text: string;
  sign?: string;
  point?: AuthoredKeyPoint;
} {
  if (typeof item === 'string') return { text: item };
  return 'label' in item ? { text: item.text, sign: item.label } : { text: item.text, point: item };
}
