import type { Candidate } from './candidates';
import { questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';
import type { OptionRun } from './option-runs';

/** Lines of a stem's block, and between a rule and the options below it. */
const LONGEST_BLOCK = 40;

/** Where the text ends that stands before `end`: above empty lines, and above a listing that the question is about. */
function textEnd(lines: readonly Line[], end: number): number {
  let at = end;
  while (at > 0 && end - at < LONGEST_BLOCK && ['blank', 'code'].includes(lines[at - 1]?.kind ?? '')) at -= 1;
  return at;
}

/** Where rules part the questions, a question begins with the first text below its rule; -1: no rule is near. */
function belowRule(lines: readonly Line[], before: number): number {
  let at = before - 1;
  while (
    at >= 0 &&
    before - at < LONGEST_BLOCK &&
    ['blank', 'code', 'paragraph'].includes(lines[at]?.kind ?? '')
  )
    at -= 1;
  if (lines[at]?.kind !== 'rule') return -1;
  const first = lines.slice(at + 1, before).findIndex(({ kind }) => kind === 'paragraph');
  return first < 0 ? -1 : at + 1 + first;
}

/** The block before a run of options is its stem, unless something more telling carries it. */
function stemBlock(lines: readonly Line[], run: OptionRun): { start: number; end: number } | null {
  let end = textEnd(lines, run.start);
  let start = end;
  while (start > 0 && lines[start - 1]?.kind === 'paragraph' && end - start < LONGEST_BLOCK) start -= 1;
  const parted = belowRule(lines, start);
  if (parted >= 0) {
    start = parted;
    end = start + 1;
    while (lines[end]?.kind === 'paragraph' && end < run.start) end += 1;
  }
  // A title or the question before may stand right above; the question's own number says where it begins.
  const numbered = lines
    .slice(start, end)
    .findIndex((line) => ['decimal', 'question'].includes(readMark(line.text, false).kind));
  if (numbered > 0) start += numbered;
  return start < end ? { start, end } : null;
}

/** "【例 1】", "例2 ": how a textbook counts its questions. */
const EXAMPLE =
  /^(?:[【[(（]\s?例题?\s?\d{0,3}\s?[】\])）]|例题?\s?\d{1,3}(?=[\s.．、:：]))[.．、:：\s]{0,4}/u;

/** A number on a line of its own above the stem. */
const NUMBER_ABOVE = /^\d{1,4}[.、．]?\n/u;

/** The question that a run of options belongs to, by the text before it; null where there is none behind `previousEnd`. */
export function candidateOfRun(
  lines: readonly Line[],
  run: OptionRun,
  previousEnd: number,
): Candidate | null {
  const block = stemBlock(lines, run);
  if (block === null) return null;
  const start = Math.max(block.start, previousEnd);
  const first = lines[start];
  if (first === undefined || start >= block.end || first.item !== null) return null;
  const stem = lines
    .slice(start, block.end)
    .map((line) => line.text)
    .join('\n');
  const own = readMark(first.text, false);
  const rest = lines.slice(start + 1, block.end).map((line) => line.text);
  // A number of its own is no part of the stem, also where no other question counts with it.
  const mark = { ...own, title: own.path.length > 0 ? [own.title, ...rest].join('\n') : stem };
  mark.title = mark.title.replace(EXAMPLE, '').replace(NUMBER_ABOVE, '');
  const likeness = run.style === 'lower' ? questionLikeness(stem) : Math.max(0.6, questionLikeness(stem));
  return {
    index: start,
    stemEnd: block.end,
    carrier: 'options',
    level: 0,
    shape: 'options',
    mark,
    likeness,
    isListed: false,
    isQuoted: false,
  };
}
