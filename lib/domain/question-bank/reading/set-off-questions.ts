import { questionLikeness } from './likeness';
import type { Line } from './line';

/** Fewer lines set off in one way are an example or a saying. */
const FEWEST = 3;
/** Share of the lines set off so that must ask. */
const MOSTLY = 0.7;
/** Longer lines quote. */
const LONGEST = 200;
/** What stands in listings and hardly in questions. */
const CODE_SIGNS = /[{};=<>]|^\s*(?:#|\/\/|\$)/u;

function isTextBelow(line: Line | undefined): boolean {
  return line !== undefined && line.kind !== 'heading' && line.kind !== 'rule';
}

/** The next line that is not blank. */
function nextOf(lines: readonly Line[], index: number): Line | undefined {
  let at = index + 1;
  while (lines[at]?.kind === 'blank') at += 1;
  return lines[at];
}

/** `> What is …?`, a quotation of one line with its answer below it. */
function isQuoted(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line?.kind !== 'paragraph' || line.quotes !== 1 || line.item !== null || !line.isBlockStart)
    return false;
  const below = nextOf(lines, index);
  return (lines[index + 1]?.quotes ?? 0) === 0 && isTextBelow(below) && below?.quotes === 0;
}

/** A line set in by a tab or four spaces, alone: by the book a listing of one line. */
function isIndented(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line?.kind !== 'code' || !line.isBlockStart || !/^(?: {4}|\t)/u.test(line.source)) return false;
  const next = lines[index + 1];
  return next?.kind !== 'code' || next.isBlockStart || next.text === '';
}

function asks({ text }: Line): boolean {
  const prose = text.replace(/`[^`]*`/gu, '');
  return text.length <= LONGEST && !CODE_SIGNS.test(prose) && questionLikeness(text) === 1;
}

/** Of all lines set off in one way: those that ask, when most of them do. */
function askingOf(
  lines: readonly Line[],
  isSetOff: (lines: readonly Line[], index: number) => boolean,
): Line[] {
  const all = lines.filter((_, index) => isSetOff(lines, index));
  const asking = all.filter(asks);
  return asking.length >= FEWEST && asking.length >= all.length * MOSTLY ? asking : [];
}

/** Questions that stand out from their answers as quotations or by their indentation: marks their lines. */
export function markSetOffQuestions(lines: readonly Line[]): void {
  for (const line of [...askingOf(lines, isQuoted), ...askingOf(lines, isIndented)])
    Object.assign(line, { kind: 'paragraph', isBlockStart: true, isListed: true, quotes: 0 });
}
