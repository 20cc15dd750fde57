'use client';
import { useTranslations } from 'next-intl';
import type { Band } from '@/lib/domain/grading';

const BANDS = ['0', '1', '2', '3', '4', '5'] as const;

/** The band in words; a band outside 0..5 shows the nearest one. */
export function useBandName(): (band: number) => string {
  const t = useTranslations('grade.bands');
  return (band) => t(BANDS[Math.min(5, Math.max(0, Math.round(band)))] ?? '0');
}

export function BandName({ band }: { band: Band | number }) {
  const name = useBandName();
  return <span data-testid="band">{name(band)}</span>;
}
