import type { Verdict } from '@/lib/domain/grading';

/** A sign beside the word and the line style: a verdict never rests on colour alone. */
export const SIGNS: Record<Verdict, string> = { covered: '✓', partial: '◐', missing: '✗', contradicted: '⚠' };
