'use client';
import { useTranslations } from 'next-intl';
import type { Grade } from '@/lib/domain/grading';

const BANDS = ['0', '1', '2', '3', '4', '5'] as const;

/** The band in words; a band outside 0..5 shows the nearest one. */
export function useBandName(): (band: number) => string {
  const t = useTranslations('grade.bands');
  return (band) => t(BANDS[Math.min(5, Math.max(0, Math.round(band)))] ?? '0');
}

interface BandNameProps {
  band: number;
  /** Where two readings kept disagreeing: the bands of the strictest and the mildest. */
  range?: Grade['range'];
}

export function BandName({ band, range }: BandNameProps) {
  const tAppeal = useTranslations('appeal');
  const name = useBandName();
  const words =
    range && range.low !== range.high
      ? tAppeal('range', { low: name(range.low), high: name(range.high) })
      : name(band);
  return <span data-testid="band">{words}</span>;
}
