'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** Leads on where a long list is drawn only in part. */
export function WindowEdge({
  count,
  side,
  onMove,
}: {
  count: number;
  side: 'before' | 'after';
  onMove(): void;
}) {
  const t = useTranslations('review');
  if (count <= 0) return null;
  return (
    <Button variant="subtle" fullWidth onClick={onMove}>
      {t(side, { count })}
    </Button>
  );
}
