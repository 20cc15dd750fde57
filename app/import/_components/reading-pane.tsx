'use client';
import { Button, SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useRef, useState } from 'react';
import { type EntryFilter, filterEntries } from './counts';
import { PreviewQuestionRow } from './preview-question';
import { QuestionActions } from './question-actions';
import { type LineWindow, windowAround, windowMoved, windowShowing } from './ranges';
import classes from './review.module.css';
import type { Looked } from './use-looked';
import { useReveal } from './use-reveal';
import type { Review } from './use-review';
import { WindowEdge } from './window-edge';

/** Questions that are drawn at once. */
const DRAWN = 60;
const FILTERS: readonly EntryFilter[] = ['all', 'uncertain', 'issues'];

interface ReadingPaneProps {
  review: Review;
  looked: Looked;
  /** Shows the document instead, where only one of the two fits. */
  onShowDocument(): void;
}

/** What was read, the uncertain first; the selected question is open. */
export function ReadingPane({ review, looked, onShowDocument }: ReadingPaneProps) {
  const t = useTranslations('review');
  const { entries, selected, ranges, select, cursor } = review;
  const pane = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState<EntryFilter>('all');
  const listed = useMemo(() => filterEntries(entries, filter), [entries, filter]);
  const place = listed.findIndex(({ question }) => question.id === selected?.id) + 1;
  const [drawn, setDrawn] = useState<LineWindow>(() =>
    windowAround(Math.max(1, place), listed.length, DRAWN),
  );
  useEffect(
    () => setDrawn((now) => windowShowing(now, Math.max(1, place), listed.length, DRAWN)),
    [place, listed.length],
  );
  // What is selected in the document is shown here, whatever was filtered before.
  const isLeftOut = selected !== undefined && place === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a filter that is chosen later stands until the cursor moves
  useEffect(() => {
    if (isLeftOut) setFilter('all');
  }, [cursor]);
  useReveal(pane, cursor);
  const narrow = (to: EntryFilter) => {
    setFilter(to);
    const [first] = filterEntries(entries, to);
    if (first) select({ line: first.question.lines.start, questionId: first.question.id });
  };
  const move = (direction: -1 | 1) => setDrawn((now) => windowMoved(now, direction, listed.length));
  return (
    <section className={classes.pane} data-side="reading" aria-label={t('asRead')}>
      <h3 className={classes.paneTitle}>{t('asRead')}</h3>
      <SegmentedControl
        className={classes.filter ?? ''}
        aria-label={t('filterLabel')}
        value={filter}
        onChange={(value) => narrow(value as EntryFilter)}
        data={FILTERS.map((value) => ({
          value,
          label: t(`filter.${value}`, { count: filterEntries(entries, value).length }),
        }))}
      />
      <div className={classes.scroll} ref={pane}>
        <WindowEdge side="before" count={drawn.first - 1} onMove={() => move(-1)} />
        {listed.length === 0 && <p className="viva-muted">{t('nothingListed')}</p>}
        <ul className={classes.entries}>
          {listed.slice(drawn.first - 1, drawn.last).map((entry) => (
            <PreviewQuestionRow
              key={entry.question.id}
              entry={entry}
              number={ranges.numberOf(entry.question)}
              isSelected={entry.question.id === selected?.id}
              isLooked={looked.ids.has(entry.question.id)}
              onSelect={() => select({ line: entry.question.lines.start, questionId: entry.question.id })}
              onLooked={() => looked.add([entry.question.id])}
            >
              <QuestionActions review={review} question={entry.question} />
              <Button variant="subtle" className={classes.narrowOnly ?? ''} onClick={onShowDocument}>
                {t('showInDocument')}
              </Button>
            </PreviewQuestionRow>
          ))}
        </ul>
        <WindowEdge side="after" count={listed.length - drawn.last} onMove={() => move(1)} />
      </div>
    </section>
  );
}
