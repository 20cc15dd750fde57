import { useTranslations } from 'next-intl';
import { plainText } from '../plain-text';
import classes from './disagreements.module.css';

interface DisagreementListProps {
  places: readonly { quoteA: string; quoteB: string }[];
}

/** Where references of one question contradict each other, in their own words. */
export function DisagreementList({ places }: DisagreementListProps) {
  const t = useTranslations('merges');
  if (places.length === 0) return null;
  return (
    <aside className={classes.places} aria-label={t('disagree')} data-testid="disagreements">
      <p>
        <strong>
          <span aria-hidden="true">⚠ </span>
          {t('disagree')}
        </strong>{' '}
        <span className="viva-muted">{t('disagreeNote')}</span>
      </p>
      <ul>
        {places.map(({ quoteA, quoteB }) => (
          <li key={`${quoteA}\n${quoteB}`}>
            <q>{plainText(quoteA)}</q> {t('versus')} <q>{plainText(quoteB)}</q>
          </li>
        ))}
      </ul>
    </aside>
  );
}
