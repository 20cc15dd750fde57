import { readKeyText } from './key-entries';
import { readLabel } from './labels';
import type { Line } from './line';
import { readMark } from './marks';

/** Lines [start, end), 0-based, that hold the answers of the questions between the range before and this one. */
export interface KeyRange {
  start: number;
  end: number;
}

/** One question with its answer is no chapter. */
const FEWEST = 2;

/** Where the answers that begin at a line end: at the next heading that is no part of a question, at most at `limit`. */
function endOf(lines: readonly Line[], start: number, limit: number): number {
  for (let index = start + 1; index < limit; index++) {
    const line = lines[index];
    if (line?.kind === 'heading' && readLabel(line.text, true) === null) return index;
  }
  return limit;
}

/** Numbers of what may be questions in [from, to). */
function numbersIn(lines: readonly Line[], from: number, to: number): Set<number> {
  const numbers = new Set<number>();
  for (const line of lines.slice(from, to)) {
    if ((line.kind !== 'paragraph' && line.kind !== 'heading') || line.lists > 1) continue;
    const { kind, path } = readMark(line.text, line.kind === 'heading');
    const number = path.at(-1);
    if ((kind === 'decimal' || kind === 'question') && number !== undefined) numbers.add(number);
  }
  return numbers;
}

/**
 * "Answer Key" at the end of each chapter. `answers` are the lines that say so; they are keys only where every one of
 * them numbers two or more answers, each for a question of its own chapter. A single question's answer that counts its
 * points finds no such numbers above it.
 */
export function findChapterKeys(lines: readonly Line[], answers: readonly number[]): KeyRange[] {
  if (answers.length < FEWEST) return [];
  const keys: KeyRange[] = [];
  for (const [position, start] of answers.entries()) {
    const end = endOf(lines, start, answers[position + 1] ?? lines.length);
    const asked = numbersIn(lines, keys.at(-1)?.end ?? 0, start);
    const { entries } = readKeyText(lines, { start, end });
    if (entries.length < FEWEST || !entries.every(({ number }) => asked.has(number))) return [];
    keys.push({ start, end });
  }
  return keys;
}
