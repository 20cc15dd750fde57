'use client';
import { useTranslations } from 'next-intl';
import { useBandName } from './band-name';
import classes from './grade.module.css';

interface StripCell {
  /** Null: skipped, ungraded or not answered. */
  band: number | null;
  /** Where a tap leads; without it the cell is only shown. */
  href?: string;
  title?: string;
}

/** One cell a question, as high as its band. */
export function BandStrip({ cells, small = false }: { cells: StripCell[]; small?: boolean }) {
  const t = useTranslations('grade');
  const name = useBandName();
  return (
    <ol className={small ? `${classes.strip} ${classes.stripSmall}` : classes.strip}>
      {cells.map((cell, index) => {
        const words = cell.band === null ? t('noBand') : name(cell.band);
        const label = t('stripCell', { number: index + 1, words });
        const bar = <span className={classes.stripBar} data-band={cell.band ?? 'none'} aria-hidden="true" />;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its place in the interview
          <li key={index} title={cell.title ? `${label} · ${cell.title}` : label}>
            {cell.href ? (
              <a href={cell.href} className={classes.stripCell}>
                {bar}
                <span className="viva-hidden">{label}</span>
                {!small && <span aria-hidden="true">{index + 1}</span>}
              </a>
            ) : (
              <span className={classes.stripCell}>
                {bar}
                <span className="viva-hidden">{label}</span>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
