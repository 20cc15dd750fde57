'use client';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { DocumentLine } from './document-line';
import { LineActions } from './line-actions';
import { answerLine, type LineWindow, windowAround, windowMoved, windowShowing } from './ranges';
import classes from './review.module.css';
import { useReveal } from './use-reveal';
import type { Review } from './use-review';
import { WindowEdge } from './window-edge';

/** Lines that are drawn at once. */
const DRAWN = 400;
/** Lines that Page Up and Page Down move by. */
const PAGE = 20;

const STEPS: Partial<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -PAGE,
  PageDown: PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The document with line numbers and what each line belongs to; a line is chosen by pointer or arrow keys. */
export function DocumentPane({ review }: { review: Review }) {
  const t = useTranslations('review');
  const { lines, cursor, select } = review;
  const total = lines.length;
  const id = useId();
  const pane = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<LineWindow>(() => windowAround(cursor.line, total, DRAWN));
  useEffect(() => setDrawn((now) => windowShowing(now, cursor.line, total, DRAWN)), [cursor, total]);
  useReveal(pane, cursor);

  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    select({ line: Math.max(1, Math.min(total, cursor.line + step)) });
  };
  const click = (event: MouseEvent) => {
    const line = (event.target as Element).closest('[data-line]')?.getAttribute('data-line');
    if (line) select({ line: Number(line) });
  };
  const move = (direction: -1 | 1) => setDrawn((now) => windowMoved(now, direction, total));
  return (
    <section className={classes.pane} data-side="document" aria-label={t('document')}>
      <h3 className={classes.paneTitle}>{t('document')}</h3>
      <div className={classes.scroll} ref={pane}>
        <WindowEdge side="before" count={drawn.first - 1} onMove={() => move(-1)} />
        <div
          role="listbox"
          tabIndex={0}
          aria-label={t('lines')}
          aria-activedescendant={`${id}-${cursor.line}`}
          className={classes.lines}
          onKeyDown={press}
          onClick={click}
          data-testid="document-lines"
        >
          <Lines review={review} drawn={drawn} id={id} />
        </div>
        <WindowEdge side="after" count={total - drawn.last} onMove={() => move(1)} />
      </div>
      <LineActions review={review} />
    </section>
  );
}

function Lines({ review, drawn, id }: { review: Review; drawn: LineWindow; id: string }) {
  const { lines, presented, ranges, cursor, selected, entries } = review;
  const uncertain = useMemo(
    () => new Set(entries.filter((entry) => entry.isUncertain).map((entry) => entry.question.id)),
    [entries],
  );
  const answer = useMemo(() => selected && answerLine(lines, selected), [lines, selected]);
  return Array.from({ length: Math.max(0, drawn.last - drawn.first + 1) }, (_, offset) => {
    const line = drawn.first + offset;
    const question = ranges.at(line);
    const isStart = question?.lines.start === line;
    return (
      <DocumentLine
        key={line}
        id={`${id}-${line}`}
        line={line}
        {...(presented?.[line - 1] ?? { text: lines[line - 1] ?? '' })}
        isStart={isStart}
        isAnswer={line === answer}
        isUncertain={question !== undefined && uncertain.has(question.id)}
        isSelected={selected !== undefined && line >= selected.lines.start && line <= selected.lines.end}
        isCurrent={line === cursor.line}
        {...(question && { number: ranges.numberOf(question) })}
      />
    );
  });
}
