'use client';
import { Button } from '@mantine/core';
import { useStart } from '../_client/use-start';

/** Starts a practice interview over one question. */
export function PractiseButton({ questionId, label }: { questionId: string; label: string }) {
  const { start, isStarting, failure } = useStart();
  return (
    <span className="viva-no-print" style={{ flex: 'none' }}>
      <Button
        variant="default"
        loading={isStarting}
        onClick={() => void start({ mode: 'practice', questionIds: [questionId], limit: 1 })}
      >
        {label}
      </Button>
      {failure && <span role="alert">{failure}</span>}
    </span>
  );
}
