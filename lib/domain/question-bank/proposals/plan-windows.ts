import { hashText, stableId } from '../../ids';
import type { DocumentReading, LineRange, ReadingDoubt, ReadQuestion } from '../model';
import type { ReadingWindow, WindowTask } from './model';
import { cutWindows, lineCost, longestShown, WINDOW_LIMITS } from './windows';

/** 'unsure': only where the reader doubts a boundary, or read no questions. */
export type ReadingScope = 'unsure' | 'all';

/** Share of a window's lines that belong to questions from which on it is a bank, and below which it is notes. */
const BANK_SHARE = 0.3;
/** Characters outside of questions that are worth asking about: a sentence or two. */
const LEAST_NOTES = 60;

/** Doubts that another boundary could settle; a question without an answer gets none from a boundary. */
const BOUNDARY_DOUBTS: ReadonlySet<ReadingDoubt> = new Set<ReadingDoubt>([
  'weak-evidence',
  'unlike-others',
  'stem-does-not-ask',
  'answer-holds-question',
  'answer-boundary',
  'odd-length',
]);

/** The windows of a document that a model is asked about, in order. */
export function planWindows(
  lines: readonly string[],
  reading: Pick<DocumentReading, 'questions'>,
  scope: ReadingScope,
): ReadingWindow[] {
  const inQuestion = linesOfQuestions(lines.length, reading.questions);
  const doubted = reading.questions.filter(isBoundaryDoubted).map(({ lines: { start } }) => start);
  return cutWindows(lines).flatMap((range) => {
    const { all, free } = charactersOf(lines, range, inQuestion);
    if (all === 0) return [];
    const task: WindowTask = 1 - free / all >= BANK_SHARE ? 'boundaries' : 'notes';
    const isDoubted = doubted.some((line) => line >= range.start && line <= range.end);
    const isUnsure = task === 'notes' ? free >= LEAST_NOTES : isDoubted;
    return scope === 'all' || isUnsure ? [windowOf(lines, range, task)] : [];
  });
}

function isBoundaryDoubted({ doubts = [] }: ReadQuestion): boolean {
  return doubts.some((doubt) => BOUNDARY_DOUBTS.has(doubt));
}

function windowOf(lines: readonly string[], range: LineRange, task: WindowTask): ReadingWindow {
  const own = lines.slice(range.start - 1, range.end);
  const clippedLines = own.filter((line) => line.length > longestShown(WINDOW_LIMITS)).length;
  return {
    id: stableId('w', task, `${range.start}-${range.end}`, hashText(own.join('\n'))),
    lines: range,
    task,
    characters: own.reduce((sum, line) => sum + lineCost(line, WINDOW_LIMITS), 0),
    ...(clippedLines > 0 && { clippedLines }),
  };
}

function linesOfQuestions(count: number, questions: readonly ReadQuestion[]): Uint8Array {
  const inside = new Uint8Array(count + 1);
  for (const { lines } of questions) inside.fill(1, lines.start, lines.end + 1);
  return inside;
}

/** Characters that show, and how many of them stand outside of questions. */
function charactersOf(lines: readonly string[], range: LineRange, inQuestion: Uint8Array) {
  let all = 0;
  let free = 0;
  for (let line = range.start; line <= range.end; line++) {
    const count = lines[line - 1]?.trim().length ?? 0;
    all += count;
    if (inQuestion[line] === 0) free += count;
  }
  return { all, free };
}
