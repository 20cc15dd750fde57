'use client';
import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { PreviewDocument } from '@/lib/domain/question-bank';
import { Alternatives } from './alternatives';
import { CorrectionList } from './correction-list';
import { DocumentPane } from './document-pane';
import { ModelReadingPanel } from './model-reading';
import { ReadingPane } from './reading-pane';
import classes from './review.module.css';
import { ReviewBar } from './review-bar';
import type { DocumentChange } from './use-import';
import type { Looked } from './use-looked';
import { useReview } from './use-review';

interface ReviewProps {
  importId: string;
  document: PreviewDocument;
  looked: Looked;
  onDocument(change: DocumentChange): void;
}

type Side = 'document' | 'reading';

/** The document on one side, what was read on the other; where only one fits, the person switches. */
export function DocumentReview({ importId, document, looked, onDocument }: ReviewProps) {
  const t = useTranslations('review');
  const review = useReview(importId, document, onDocument);
  const [side, setSide] = useState<Side>('reading');
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root, document);
  return (
    <div className={classes.review} ref={root} data-side={side} aria-busy={review.isBusy}>
      <ReviewBar review={review} looked={looked} />
      <Alternatives review={review} />
      <ModelReadingPanel importId={importId} review={review} onDocument={onDocument} />
      <CorrectionList review={review} />
      <p className="viva-hidden" role="status" data-testid="review-said">
        {review.said}
      </p>
      {review.failure && (
        <p role="alert" className="viva-failure">
          {review.failure}
        </p>
      )}
      <SegmentedControl
        className={`${classes.sides} ${classes.narrowOnly}`}
        aria-label={t('side')}
        fullWidth
        value={side}
        onChange={(value) => setSide(value as Side)}
        data={[
          { value: 'reading', label: t('asRead') },
          { value: 'document', label: t('document') },
        ]}
      />
      <div className={classes.panes}>
        <DocumentPane review={review} />
        <ReadingPane review={review} looked={looked} onShowDocument={() => setSide('document')} />
      </div>
    </div>
  );
}

/** A button that a correction has made pointless loses the focus; the document takes it, and not the top of the page. */
function useKeptFocus(root: { current: HTMLElement | null }, document: PreviewDocument): void {
  const known = useRef(document);
  useEffect(() => {
    if (known.current === document) return;
    known.current = document;
    const page = root.current?.ownerDocument;
    if (page?.activeElement !== page?.body) return;
    const places =
      root.current?.querySelectorAll<HTMLElement>('[role="listbox"], [aria-expanded="true"]') ?? [];
    for (const place of places) {
      place.focus({ preventScroll: true });
      if (page?.activeElement === place) return;
    }
  });
}
