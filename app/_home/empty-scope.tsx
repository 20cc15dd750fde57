'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { BankFacet } from '@/lib/domain/question-bank';
import classes from './home.module.css';
import { countMatching, emptiedBy, type ScopeChoice, type ScopePart } from './scope';

interface EmptyScopeProps {
  facets: readonly BankFacet[];
  scope: ScopeChoice;
  onWiden(part: ScopePart): void;
}

/** When nothing matches: which choice empties it, and a button that widens it. */
export function EmptyScope({ facets, scope, onWiden }: EmptyScopeProps) {
  const t = useTranslations('home');
  const part = emptiedBy(facets, scope);
  if (!part) return null;
  const gain = countMatching(facets, { ...scope, [part]: [] });
  return (
    <div className={classes.empty} role="status">
      <span>{t(`emptiedBy.${part}`)}</span>
      <Button variant="default" onClick={() => onWiden(part)}>
        {t('widen', { part: t(part), count: gain })}
      </Button>
    </div>
  );
}
