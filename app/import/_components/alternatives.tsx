'use client';
import { Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ReadingAlternative } from '@/lib/domain/question-bank';
import classes from './review.module.css';
import type { Review } from './use-review';

/** Other ways to read the document: shapes of lines that the reader took for questions, or left. */
export function Alternatives({ review }: { review: Review }) {
  const t = useTranslations('review');
  const [isOpen, setIsOpen] = useState(false);
  const all = review.document.alternatives ?? [];
  if (all.length === 0) return null;
  return (
    <details
      className={classes.more}
      data-testid="alternatives"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{t('alternatives', { count: all.length })}</summary>
      {isOpen && (
        <>
          <p className="viva-muted">{t('alternativesNote')}</p>
          <ul className={classes.plain}>
            {all.map((alternative) => (
              <AlternativeRow
                key={alternative.id}
                alternative={alternative}
                onTake={(isTaken) => review.correct({ type: 'alternative', id: alternative.id, isTaken })}
                onLook={(line) => review.select({ line })}
              />
            ))}
          </ul>
        </>
      )}
    </details>
  );
}

interface AlternativeRowProps {
  alternative: ReadingAlternative;
  onTake(isTaken: boolean): void;
  onLook(line: number): void;
}

function AlternativeRow({ alternative, onTake, onLook }: AlternativeRowProps) {
  const t = useTranslations('review');
  const { carrier, level, section, count, likeness, isTaken, examples } = alternative;
  const shape = t(`carriers.${carrier}`, { level });
  const name = section === undefined ? shape : t('shapeInSection', { shape, section });
  return (
    <li className={classes.alternative}>
      <Switch
        classNames={{ body: classes.switch ?? '', label: classes.switchLabel ?? '' }}
        checked={isTaken}
        onChange={(event) => onTake(event.currentTarget.checked)}
        label={t('alternative', { name, count })}
        description={t(isTaken ? 'isTaken' : 'isLeft', { percent: Math.round(likeness * 100) })}
      />
      <ul className={classes.examples}>
        {examples.map(({ line, text }) => (
          <li key={line}>
            <button type="button" className={classes.example} onClick={() => onLook(line)}>
              <span className={classes.lineNumber}>{line}</span> {text}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}
