import { useTranslations } from 'next-intl';
import type { ReferenceView } from '@/lib/domain/interview';
import { Markdown } from '../markdown';
import { DisagreementList } from './disagreements';
import classes from './grade.module.css';

/** What other documents say on the same question, and where they disagree. */
export function OtherSources({ reference }: { reference: ReferenceView }) {
  const t = useTranslations('merges');
  const { others = [], disagreements = [] } = reference;
  if (others.length === 0) return null;
  return (
    <div data-testid="other-sources">
      <p>
        <strong>{t('others')}</strong> <span className="viva-muted">{t('othersNote')}</span>
      </p>
      <DisagreementList places={disagreements} />
      {others.map(({ answer, explanation, document, lines }) => (
        <div key={`${document} ${lines.start}`}>
          <p className={classes.source}>{t('source', { document, start: lines.start, end: lines.end })}</p>
          {answer ? <Markdown text={answer} /> : <p className="viva-muted">{t('noAnswer')}</p>}
          {explanation && <Markdown text={explanation} />}
        </div>
      ))}
    </div>
  );
}
