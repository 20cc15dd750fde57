import type { LineAnchor, PreviewQuestion, ReadingCorrection } from '@/lib/domain/question-bank';
import type { RangeIndex } from './ranges';

type Corrections = readonly ReadingCorrection[];

/** What ties a correction to a line: its number, and its text should it move. */
export function anchorAt(lines: readonly string[], line: number): LineAnchor {
  return { line, text: (lines[line - 1] ?? '').trim() };
}

/** What a person can say about a line, by name. */
export type LineAction = 'begin' | 'answer' | 'end';
export type LineCorrections = Partial<Record<LineAction, ReadingCorrection>>;

/**
 * The corrections that make sense on a line: it can begin a question, begin the answer of the question that holds it,
 * or end that question or the one above. An empty line carries none.
 */
export function lineCorrections(lines: readonly string[], ranges: RangeIndex, line: number): LineCorrections {
  const here = anchorAt(lines, line);
  if (here.text === '') return {};
  const holder = ranges.at(line);
  const question = holder ?? ranges.upTo(line);
  if (!question) return { begin: { type: 'begin', at: here } };
  const { start, end } = question.lines;
  const at = anchorAt(lines, start);
  return {
    ...(line !== start && { begin: { type: 'begin', at: here } }),
    ...(holder && line !== start && { answer: { type: 'answer', at, answer: here } }),
    ...(line !== end && { end: { type: 'end', at, end: here } }),
  };
}

/** What a person can say about a question, by name. The first one has none to be merged into. */
export type QuestionAction = 'merge' | 'drop' | 'kind';
export type QuestionCorrections = Partial<Record<QuestionAction, ReadingCorrection>>;

export function questionCorrections(
  lines: readonly string[],
  ranges: RangeIndex,
  question: PreviewQuestion,
): QuestionCorrections {
  const at = anchorAt(lines, question.lines.start);
  return {
    ...(ranges.questions[0]?.id !== question.id && { merge: { type: 'merge', at } }),
    kind: { type: 'kind', at, kind: question.kind === 'open' ? 'choice' : 'open' },
    drop: { type: 'drop', at },
  };
}

/** What a correction is about: a later one about the same takes the place of an earlier one. */
function subjectOf(correction: ReadingCorrection): string | null {
  if (correction.type === 'alternative') return `alternative ${correction.id}`;
  if (correction.type === 'kind' || correction.type === 'answer' || correction.type === 'end')
    return `${correction.type} ${correction.at.line}`;
  return null;
}

/** The list with one more correction. */
export function withCorrection(list: Corrections, correction: ReadingCorrection): ReadingCorrection[] {
  const subject = subjectOf(correction);
  return [...list.filter((each) => subject === null || subjectOf(each) !== subject), correction];
}

/** Lists that were in force before the present one, and those that were undone, both with the nearest last. */
export interface History {
  past: Corrections[];
  future: Corrections[];
}

export const NO_HISTORY: History = { past: [], future: [] };

/** The list before: the one in force then or, after a reload, the present one without its last entry. */
export function listBefore({ past }: History, present: Corrections): Corrections | null {
  return past.at(-1) ?? (present.length > 0 ? present.slice(0, -1) : null);
}

export function afterChange({ past }: History, present: Corrections): History {
  return { past: [...past, present], future: [] };
}

export function afterUndo({ past, future }: History, present: Corrections): History {
  return { past: past.slice(0, -1), future: [...future, present] };
}

export function afterRedo({ past, future }: History, present: Corrections): History {
  return { past: [...past, present], future: future.slice(0, -1) };
}
