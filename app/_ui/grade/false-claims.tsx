'use client';
import { useTranslations } from 'next-intl';
import type { FalseClaim } from '@/lib/domain/grading';
import classes from './grade.module.css';
import { usePointLink } from './point-link';
import { QuoteLink } from './quote-link';
import { Objection } from './recourse/objection';
import { SIGNS } from './signs';

/** What was said wrongly beyond the key points, each with the words it stands in. */
export function FalseClaims({ claims, answerId }: { claims: readonly FalseClaim[]; answerId: string }) {
  const t = useTranslations('grade');
  const link = usePointLink();
  if (claims.length === 0) return null;
  return (
    <section aria-label={t('falseClaims')}>
      <p className={classes.partTitle}>{t('falseClaims')}</p>
      <ul className={classes.points}>
        {claims.map((claim, index) => {
          const id = `${answerId}-f${index}`;
          return (
            <li
              key={id}
              id={`point-${id}`}
              className={classes.point}
              data-verdict="contradicted"
              data-active={link.active === id || undefined}
            >
              <span className={classes.sign} aria-hidden="true">
                {SIGNS.contradicted}
              </span>
              <div className={classes.pointBody}>
                <QuoteLink markId={id} quote={claim.quote} />
                <p className={classes.note}>{claim.reason}</p>
                <Objection subject={{ claim: claim.quote }} verdict="contradicted" label={claim.quote} />
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
