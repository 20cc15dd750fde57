'use client';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ReadingCorrection } from '@/lib/domain/question-bank';
import type { Review } from './use-review';

interface CorrectionButtonProps {
  review: Pick<Review, 'correct'>;
  /** Absent where it would make no sense; the button keeps its place. */
  correction: ReadingCorrection | undefined;
  testId: string;
  children: ReactNode;
}

/** Says one thing about how the document is to be read. */
export function CorrectionButton({ review, correction, testId, children }: CorrectionButtonProps) {
  return (
    <Button
      variant="default"
      disabled={!correction}
      onClick={() => correction && review.correct(correction)}
      data-testid={testId}
    >
      {children}
    </Button>
  );
}
