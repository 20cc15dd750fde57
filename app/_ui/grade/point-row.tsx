'use client';
import { useTranslations } from 'next-intl';
import type { PointVerdict, Verdict } from '@/lib/domain/grading';
import { Markdown } from '../markdown';
import { plainText } from '../plain-text';
import classes from './grade.module.css';
import { usePointLink } from './point-link';
import { QuoteLink } from './quote-link';
import { Objection } from './recourse/objection';
import { SIGNS } from './signs';

interface PointRowProps {
  point: PointVerdict;
  /** Id of its mark in the answer's text. */
  markId: string;
  /** Its verdict in the attempt before, when there was one. */
  before?: Verdict;
}

/** One key point: verdict, quote, why, and what changed since the attempt before. */
export function PointRow({ point, markId, before }: PointRowProps) {
  const t = useTranslations('grade');
  const link = usePointLink();
  const hasChanged = before !== undefined && before !== point.verdict;
  return (
    <li
      id={`point-${markId}`}
      className={classes.point}
      data-testid="point"
      data-verdict={point.verdict}
      data-active={link.active === markId || undefined}
    >
      <span className={classes.sign} aria-hidden="true">
        {SIGNS[point.verdict]}
      </span>
      <div className={classes.pointBody}>
        <div className={classes.pointText}>
          <Markdown text={point.point} />
          <span className={classes.verdict} data-testid="verdict">
            {hasChanged
              ? t('changed', { before: t(`verdict.${before}`), after: t(`verdict.${point.verdict}`) })
              : t(`verdict.${point.verdict}`)}
          </span>
        </div>
        {point.quote && <QuoteLink markId={markId} quote={point.quote} />}
        {point.note && <p className={classes.note}>{point.note}</p>}
        <Objection
          subject={{ pointId: point.pointId }}
          verdict={point.verdict}
          label={plainText(point.point)}
        />
      </div>
    </li>
  );
}
