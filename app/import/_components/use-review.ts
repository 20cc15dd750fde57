'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { type CorrectedDocument, correctDocument } from '@/app/_client/bank';
import { asFailure } from '@/app/_client/http';
import { useFailureWords } from '@/app/_client/use-failure-words';
import {
  type ModelReading,
  type PresentedLine,
  type PreviewDocument,
  type PreviewQuestion,
  presentLines,
  type ReadingCorrection,
} from '@/lib/domain/question-bank';
import {
  afterChange,
  afterRedo,
  afterUndo,
  type History,
  listBefore,
  NO_HISTORY,
  withCorrection,
} from './corrections';
import { entriesOf, type PreviewEntry } from './counts';
import { linesOf, RangeIndex } from './ranges';
import { useRunningChange } from './running-changes';
import { useCorrectionWords } from './use-correction-words';
import type { DocumentChange } from './use-import';
import { useInTurn } from './use-in-turn';

/** The place both sides show: a line and, should several questions share it, which. */
export interface Cursor {
  line: number;
  questionId?: string;
}

/** Looking through what was read from one document, and putting it right. */
export interface Review {
  document: PreviewDocument;
  lines: readonly string[];
  /** The lines as they are drawn; null: as they stand. */
  presented: readonly PresentedLine[] | null;
  ranges: RangeIndex;
  entries: readonly PreviewEntry[];
  cursor: Cursor;
  /** The question at the cursor. */
  selected: PreviewQuestion | undefined;
  select(cursor: Cursor): void;
  corrections: readonly ReadingCorrection[];
  /** Adds one correction, and reads the document again; while it is being read, the correction waits. */
  correct(correction: ReadingCorrection): void;
  /** Puts a whole list in the place of the present one; with `refused`, only if the reader can follow all of it. */
  correctAll(list: readonly ReadingCorrection[], said: string, refused?: string): void;
  /** Absent when there is nothing to undo, or to redo. */
  undo?: () => void;
  redo?: () => void;
  /** The document is being read again. */
  isBusy: boolean;
  failure: string | null;
  /** What the last step did, for the live region. */
  said: string;
}

type Lists = readonly ReadingCorrection[];

export function useReview(
  importId: string,
  document: PreviewDocument,
  onDocument: (change: DocumentChange) => void,
): Review {
  const t = useTranslations('review');
  const words = useCorrectionWords();
  const corrections = document.corrections ?? [];
  const lines = useMemo(() => linesOf(document.text), [document.text]);
  const presented = useMemo(() => presentLines(document.text), [document.text]);
  const ranges = useMemo(() => new RangeIndex(document.questions), [document.questions]);
  const entries = useMemo(() => entriesOf(document), [document]);
  const [cursor, select] = useState<Cursor>(() => cursorOf(entries[0]?.question));
  const [history, setHistory] = useState<History>(NO_HISTORY);
  // Neither what waits nor what was undone was meant for what another window made of the document.
  const sending = useSending(importId, document, onDocument, () => {
    setHistory(NO_HISTORY);
    forget();
  });

  const change = (list: Lists, next: History, said: string, refusal?: Refusal) =>
    void sending.send(
      list,
      (count) => {
        setHistory(next);
        return t('said', { what: said, count });
      },
      refusal,
    );
  const before = listBefore(history, corrections);
  const after = history.future.at(-1);
  const correctAll = (list: Lists, said: string, refusal?: Refusal) =>
    change(list, afterChange(history, corrections), said, refusal);
  const [correct, forget] = useInTurn((correction: ReadingCorrection) => {
    const what = words(correction);
    const refusal = { list: corrections, words: t('refused', { what }) };
    correctAll(withCorrection(corrections, correction), what, refusal);
  }, sending.isBusy);
  return {
    document,
    lines,
    presented,
    ranges,
    entries,
    cursor,
    selected: questionAt(ranges, cursor),
    select,
    corrections,
    correct,
    correctAll: (list, said, refused) =>
      correctAll(list, said, refused === undefined ? undefined : { list: corrections, words: refused }),
    ...(before && { undo: () => change(before, afterUndo(history, corrections), t('undone')) }),
    ...(after && { redo: () => change(after, afterRedo(history, corrections), t('redone')) }),
    isBusy: sending.isBusy,
    failure: sending.failure,
    said: sending.said,
  };
}

function cursorOf(question: PreviewQuestion | undefined): Cursor {
  return question ? { line: question.lines.start, questionId: question.id } : { line: 1 };
}

function questionAt(ranges: RangeIndex, { line, questionId }: Cursor): PreviewQuestion | undefined {
  const meant = ranges.questions.find(({ id }) => id === questionId);
  return meant?.lines.start === line ? meant : ranges.at(line);
}

/** The list that stays in force, and what is said, when the reader cannot do as it was told. */
interface Refusal {
  list: Lists;
  words: string;
}

/** Issues that say that a correction came to nothing. */
const REFUSED: ReadonlySet<string> = new Set(['correction-lost', 'no-options']);

function countRefused({ issues }: Pick<PreviewDocument, 'issues'>): number {
  return issues.filter(({ code }) => REFUSED.has(code)).length;
}

/** A document as it was read again. What the model has found meanwhile is not lost to an answer that is older. */
function asCorrected(now: PreviewDocument, corrected: CorrectedDocument): PreviewDocument {
  const isOlder = partsRead(corrected.modelReading) < partsRead(now.modelReading);
  const modelReading = isOlder ? now.modelReading : corrected.modelReading;
  return { ...corrected, text: now.text, ...(modelReading && { modelReading }) };
}

function partsRead(reading: ModelReading | undefined): number {
  return reading?.windows.filter(({ state }) => state !== 'waiting').length ?? 0;
}

/** Sends one list at a time, and says what came of it. */
function useSending(
  importId: string,
  document: PreviewDocument,
  onDocument: (change: DocumentChange) => void,
  onChangedMeanwhile: () => void,
) {
  const words = useFailureWords();
  const during = useRunningChange();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const send = async (list: Lists, onDone: (count: number) => string, refusal?: Refusal) => {
    if (isBusy) return;
    setIsBusy(true);
    setFailure(null);
    try {
      const isDone = await during(async () => {
        const corrected = await correctDocument(importId, document, list);
        if (refusal && countRefused(corrected) > countRefused(document)) {
          await correctDocument(importId, corrected, refusal.list);
          setFailure(refusal.words);
          return;
        }
        onDocument((now) => asCorrected(now, corrected));
        setSaid(onDone(corrected.questions.length));
      });
      if (!isDone) onChangedMeanwhile();
    } catch (error) {
      setFailure(words(asFailure(error)));
    } finally {
      setIsBusy(false);
    }
  };
  return { send, isBusy, failure, said };
}
