import { markSpeakers } from './asked-back';
import { findChapterKeys, type KeyRange } from './chapter-keys';
import { spellOutRows } from './key-rows';
import { readLabel } from './labels';
import { isAppendix, promisesQuestions, questionLikeness } from './likeness';
import { becomeSection, type Line } from './line';
import { lineLikeness, meanLikeness } from './line-likeness';
import { readMark } from './marks';
import { isKindTitle, isMereKind } from './metadata';
import { markOutlineHeads } from './outline-heads';
import { markTaskLists } from './task-lists';

/** "二、" before the kind of question. */
const COUNTED = /^[(（]?[一二三四五六七八九十]{1,3}[、.．:：)）。]/u;
/** Characters of a section's title. */
const LONGEST_TITLE = 40;
/** Lines below "Answers" searched for numbered entries. */
const LOOK_AHEAD = 12;
const ENTRY =
  /(?:^|[\s,，;；、])(?:第\s*)?\d{1,3}\s*(?:题\s*)?(?:[.、．:：)）]\s*\S|[-–—]\s*(?:\d{1,3}\b|[A-Ha-h]\b))|^\|?\s*\*{0,2}\d{1,3}\*{0,2}\s*\|/gmu;

function isKindLine(line: Line): boolean {
  if (line.kind !== 'paragraph' || line.lists > 0 || line.quotes > 0 || line.text.length > 40) return false;
  const text = line.text.replace(/^\*\*|\*\*$/gu, '');
  return isKindTitle(text) || ((COUNTED.test(text) || text !== line.text) && isMereKind(text));
}

/** "1-5 ABCDA" is more than one entry. */
const SPAN = /\d{1,3}\s*[-~–—]\s*\d{1,3}\s*[.、:：)）]?\s*[A-H]{2}/gu;

/** Numbered entries in a text: "1. B", "2-5 ABCD", "3) …", "| 4 | C |". */
const countEntries = (text: string): number =>
  (text.match(ENTRY)?.length ?? 0) + (text.match(SPAN)?.length ?? 0);

/** A line that says "answer" and nothing else, or that states several answers itself: "Answers: 1-b, 2-c". */
function isAnswerLine(line: Line): boolean {
  if (line.quotes > 0 || (line.kind !== 'paragraph' && line.kind !== 'heading')) return false;
  const label = readLabel(line.text, true);
  if (label?.kind !== 'answer' || line.text.trim().length < 2) return false;
  return label.rest.trim() === '' || countEntries(label.rest) >= 2;
}

/** "### 解析" and nothing else: where no line says "answer", explanations may hold the answers. */
function isExplanationHead(line: Line): boolean {
  const label = line.kind === 'heading' ? readLabel(line.text, true) : null;
  return label?.kind === 'explanation' && label.rest.trim() === '';
}

/** "Answer: …" of one question, which does not stand among the answers of all. */
function isLabelledAnswer(line: Line): boolean {
  const label = line.kind === 'paragraph' ? readLabel(line.text, false) : null;
  return label?.kind === 'answer' && label.rest.trim() !== '';
}

const DECIMAL = /^(\d{1,3})\s*[.、．)）](?!\d)/u;

/** "21. …", "Answer:", "22. …": the numbers below go on from those above, so they count questions and not answers. */
function isCountedOn(lines: readonly Line[], index: number): boolean {
  const numberOf = (line: Line): number => Number(DECIMAL.exec(line.text)?.[1]);
  const above = lines.slice(0, index).findLast((line) => numberOf(line) > 0);
  const below = lines.slice(index + 1).find((line) => numberOf(line) > 0);
  return above !== undefined && below !== undefined && numberOf(below) === numberOf(above) + 1;
}

function hasEntries(lines: readonly Line[], index: number): boolean {
  const rows = lines.slice(index, index + 1 + LOOK_AHEAD).map((line) => line.text);
  return (
    countEntries(spellOutRows(rows.join('\n'))) >= 2 || areKeys(rows.slice(1).filter((row) => row !== ''))
  );
}

/** "1. B": the key of a choice question, given by its number. */
const KEY_ROW = /^(?:第\s*)?\d{1,3}\s*(?:题\s*)?[.、．:：)）-]\s*[A-H]{1,8}[.。]?$/u;

/** One such key is enough where nothing else stands: the other questions have their answers. */
function areKeys(rows: readonly string[]): boolean {
  return rows.length > 0 && rows.every((row) => KEY_ROW.test(row));
}

/** Line of body text that counts in Chinese numerals: "一、进程". */
function isCounted(line: Line): boolean {
  return line.kind === 'paragraph' && line.item === null && line.quotes === 0 && COUNTED.test(line.text);
}

/** Mean likeness of the decimal items between "一、", "二、" …, from which on those are sections. */
const ASKING = 0.5;

function asks(line: Line): boolean {
  return lineLikeness(line) === 1;
}

/** "一、进程" above "1. 什么是进程？": where the inner count asks and the outer does not, the outer one is of sections. */
function markCountedSections(lines: readonly Line[]): void {
  const outer = lines.filter(isCounted);
  const counted = lines.filter(
    (line) => line.kind === 'paragraph' && /^\d{1,3}\s*[.、．)）](?!\d)/u.test(line.text),
  );
  // Without numbers, the questions' own labels tell as much: "Q: 什么是进程？".
  const labelled = lines.filter(
    (line) => line.kind === 'paragraph' && readMark(line.text, false).kind === 'question',
  );
  const inner = counted.length >= outer.length ? counted : labelled;
  if (
    outer.length < 2 ||
    inner.length < outer.length ||
    outer.some((line) => line.text.length > LONGEST_TITLE)
  )
    return;
  if (meanLikeness(inner) < ASKING || meanLikeness(outer) >= ASKING) return;
  for (const line of outer) becomeSection(line);
}

/** A line by itself that says what the list below it asks, and is neither an item nor a question. */
function isPromise(line: Line): boolean {
  if (line.kind !== 'paragraph' || !line.isBlockStart || line.lists > 0 || line.quotes > 0) return false;
  const text = line.text.replace(/^\*\*|\*\*$/gu, '');
  if (text.length > LONGEST_TITLE || /[?？。.]$/u.test(text) || DECIMAL.test(text)) return false;
  return promisesQuestions(text) && !isAppendix(text) && readLabel(line.text, false) === null;
}

/**
 * "追问的问题" between an outline that counts from 1 and asks nothing, and a list that counts from 1 again: the title of the
 * list. Makes a heading of it.
 */
function markPromisedLists(lines: readonly Line[]): void {
  let outline: Line[] = [];
  let promise: Line | null = null;
  for (const line of lines) {
    if (line.kind === 'blank' || line.kind === 'rule') continue;
    if (line.kind === 'heading') outline = [];
    const number =
      line.kind === 'paragraph' && line.lists <= 1 ? Number(DECIMAL.exec(line.text)?.[1]) : Number.NaN;
    if (promise !== null && number === 1 && outline.length >= 2 && !outline.some(asks)) {
      becomeSection(promise);
      outline = [];
    }
    promise = isPromise(line) ? line : null;
    if (number > 0) outline.push(line);
  }
}

/** A front matter's title that asks, where no heading is the document's title: one question to a file. */
function markTitle(lines: readonly Line[]): void {
  if (lines[0]?.kind !== 'frontmatter' || lines.some((line) => line.kind === 'heading' && line.depth === 1))
    return;
  for (const line of lines) {
    if (line.kind !== 'frontmatter') return;
    const title = /^title\s*[:=]\s*["']?(.+?)["']?$/iu.exec(line.text)?.[1] ?? '';
    if (questionLikeness(title) < 1) continue;
    line.kind = 'heading';
    line.depth = 1;
    line.text = title;
    return;
  }
}

/**
 * Lines that begin a section although they are no headings: "一、选择题", and a single "参考答案" with all the answers
 * below it, or one for each chapter. Makes headings of them; returns the lines that hold such answers.
 */
export function markSectionLines(lines: readonly Line[]): KeyRange[] {
  markTitle(lines);
  markCountedSections(lines);
  markOutlineHeads(lines);
  markPromisedLists(lines);
  markTaskLists(lines);
  markSpeakers(lines);
  const said = [...lines.keys()].filter((index) => isAnswerLine(lines[index] as Line));
  const answers =
    said.length > 0 ? said : [...lines.keys()].filter((index) => isExplanationHead(lines[index] as Line));
  // An answer that counts its points looks alike; but there each question has its own.
  const only = answers.length === 1 ? (answers[0] ?? -1) : -1;
  const isLast = only >= 0 && !lines.slice(only + 1).some(isLabelledAnswer) && !isCountedOn(lines, only);
  const key = isLast && hasEntries(lines, only) ? only : -1;
  for (const [index, line] of lines.entries()) {
    if ((key >= 0 && index >= key) || !isKindLine(line)) continue;
    becomeSection(line);
  }
  const keys = key >= 0 ? [{ start: key, end: lines.length }] : findChapterKeys(lines, answers);
  for (const { start, end } of keys) {
    const line = lines[start];
    if (line === undefined) continue;
    line.kind = 'heading';
    // The next chapter follows on the answers, it does not belong to them.
    line.depth = lines[end]?.depth ?? 1;
  }
  return keys;
}
