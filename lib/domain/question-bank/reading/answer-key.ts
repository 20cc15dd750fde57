import type { Draft } from './assemble';
import type { KeyRange } from './chapter-keys';
import { explanationAfter, readKey } from './choice';
import { type KeyEntry, readKeyText } from './key-entries';
import type { Line } from './line';
import { unwrap } from './verbatim';

/** A question that waits for its answer from the end of the document. */
export interface Numbered {
  draft: Draft;
  /** Line that it begins at, 0-based. */
  index: number;
  /** Its number in the document, if it has one. */
  number: number | undefined;
}

/** "二、" or a heading ends an entry. */
const NEXT_PART = /\n[^\S\n]{0,20}(?:[一二三四五六七八九十]{1,3}\s*[、.]|#{1,6}\s)/u;
/** What stands before the next entry's number on its line. */
const NEXT_MARK = /\n[^\S\n]{0,20}(?:[一二三四五六七八九十]{1,3}|#{1,6}|[-*>])$/u;
/** An entry may leave out this many questions. */
const MOST_SKIPPED = 3;

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

/** Runs of rising numbers: each part of an exam counts from 1. */
function inParts<T extends { number?: number | undefined }>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const number = item.number ?? last;
    if (number <= last) parts.push([]);
    parts.at(-1)?.push(item);
    last = number;
  }
  return parts;
}

interface Dealt {
  entry: KeyEntry;
  draft: Draft;
}

/** Part by part, where the answers are divided as the questions are; null where they are not. */
function dealByPart(entries: readonly KeyEntry[], questions: readonly Numbered[]): Dealt[] | null {
  const keyed = inParts(entries);
  const asked = inParts(questions);
  if (keyed.length !== asked.length) return null;
  const dealt: Dealt[] = [];
  for (const [position, part] of keyed.entries()) {
    const byNumber = new Map(asked[position]?.map((question) => [question.number, question.draft]));
    for (const entry of part) {
      const draft = byNumber.get(entry.number);
      if (draft === undefined) return null;
      dealt.push({ entry, draft });
    }
  }
  return dealt;
}

/** In order, where an answer counts points of its own or leaves questions out. */
function dealInOrder(entries: readonly KeyEntry[], questions: readonly Numbered[]): Dealt[] {
  const waiting = questions.filter((question) => lacksAnswer(question.draft));
  const dealt: Dealt[] = [];
  let next = 0;
  for (const entry of entries) {
    const ahead = waiting
      .slice(next, next + MOST_SKIPPED)
      .findIndex((question) => question.number === entry.number);
    const question = waiting[next + ahead];
    if (ahead < 0 || question === undefined) continue;
    dealt.push({ entry, draft: question.draft });
    next += ahead + 1;
  }
  return dealt;
}

/** Deals the answers in one range out to its questions, by number. */
function dealRange(lines: readonly Line[], key: KeyRange, questions: readonly Numbered[]): void {
  const { text, entries } = readKeyText(lines, key);
  const numbered = questions.filter((question) => question.number !== undefined);
  const dealt = dealByPart(entries, numbered) ?? dealInOrder(entries, numbered);
  for (const [position, { entry, draft }] of dealt.entries()) {
    if (!lacksAnswer(draft)) continue;
    const own = text.slice(entry.textStart, dealt[position + 1]?.entry.start ?? text.length);
    give(draft, unwrap((own.split(NEXT_PART)[0] ?? '').trimEnd().replace(NEXT_MARK, '')));
  }
}

/** Deals the answers that stand together out: each range to the questions since the one before. */
export function dealAnswers(
  lines: readonly Line[],
  keys: readonly KeyRange[],
  questions: readonly Numbered[],
): void {
  for (const [position, key] of keys.entries()) {
    const from = keys[position - 1]?.end ?? 0;
    const own = questions.filter(({ index }) => index >= from && index < key.start);
    dealRange(lines, key, own);
  }
}
