import type { Draft } from './assemble';
import { explanationAfter, readKey } from './choice';
import { readLabel } from './labels';
import type { Line } from './line';
import { unwrap } from './verbatim';

/** A question that waits for its answer from the end of the document. */
export interface Numbered {
  draft: Draft;
  /** Its number in the document, if it has one. */
  number: number | undefined;
}

const ENTRY =
  /(?:^|[\s;；,，、])(?:[*_]{2})?(?:第\s*)?(\d{1,3})\s*(?:题\s*)?(?:[.、．:：)）]|[-–—→](?=\s*[A-Ha-h]\b))(?:[*_]{2})?\s*/gu;
/** A row of a table of answers: its number, and its next cell. */
const ROW = /^\s*\|?\s*[*_]{0,2}(\d{1,3})[*_]{0,2}\s*\|\s*([^|\n]*?)\s*(?:\|.*)?$/gmu;
const RANGE = /(?:^|\s)(\d{1,3})\s*[-~—–]\s*(\d{1,3})\s*[.、:：)）]?\s*((?:[A-H]\s*){2,})(?=\s|$)/gu;
/** "二、" or a heading ends an entry. */
const NEXT_PART = /\n\s*(?:[一二三四五六七八九十]{1,3}\s*[、.]|#{1,6}\s)/u;
/** An entry may leave out this many questions. */
const MOST_SKIPPED = 3;

interface Entry {
  number: number;
  start: number;
  textStart: number;
}

/** "1-5 BACDA" and "| 1 | B |" become "1. B 2. A …", so that one way of reading serves all. */
function spellOut(text: string): string {
  return text.replace(ROW, '\n$1. $2').replace(RANGE, (whole, from: string, to: string, letters: string) => {
    const keys = letters.replace(/\s/gu, '');
    if (keys.length !== Number(to) - Number(from) + 1) return whole;
    return `\n${[...keys].map((key, offset) => `${Number(from) + offset}. ${key}`).join(' ')}`;
  });
}

function entriesIn(text: string): Entry[] {
  return [...text.matchAll(ENTRY)].map((found) => ({
    number: Number(found[1]),
    start: found.index,
    textStart: found.index + found[0].length,
  }));
}

function give(draft: Draft, text: string): void {
  if (draft.options === undefined) {
    draft.answer = text;
    return;
  }
  const options = draft.options.map((option) => ({ ...option, isMarked: false }));
  const key = readKey(text, options);
  if (key === null) return;
  draft.correct = key.correct;
  draft.answer = draft.options
    .filter((option) => key.correct.includes(option.label))
    .map((option) => option.text)
    .join('\n');
  const explanation = explanationAfter(key.rest, key.correct, options);
  if (explanation !== '') draft.explanation = explanation;
}

function lacksAnswer(draft: Draft): boolean {
  return draft.options === undefined ? draft.answer === '' : draft.correct === undefined;
}

/** Deals the answers at the end of the document out to the questions, by number and in order. */
export function dealAnswers(lines: readonly Line[], key: number, questions: readonly Numbered[]): void {
  if (key < 0) return;
  const own = readLabel(lines[key]?.text ?? '', true)?.rest ?? '';
  const below = lines.slice(key + 1).map((line) => line.source);
  const text = spellOut(['', own, ...below].join('\n'));
  const waiting = questions.filter(
    (question) => question.number !== undefined && lacksAnswer(question.draft),
  );
  const dealt: { entry: Entry; draft: Draft }[] = [];
  let next = 0;
  for (const entry of entriesIn(text)) {
    const ahead = waiting
      .slice(next, next + MOST_SKIPPED)
      .findIndex((question) => question.number === entry.number);
    const question = waiting[next + ahead];
    if (ahead < 0 || question === undefined) continue;
    dealt.push({ entry, draft: question.draft });
    next += ahead + 1;
  }
  for (const [position, { entry, draft }] of dealt.entries()) {
    const own = text.slice(entry.textStart, dealt[position + 1]?.entry.start ?? text.length);
    give(draft, unwrap(own.split(NEXT_PART)[0] ?? ''));
  }
}
