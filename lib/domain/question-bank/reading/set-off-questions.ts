import { questionLikeness } from './likeness';
import { filledFrom, type Line } from './line';
import { meanLikeness } from './line-likeness';
import { readMark } from './marks';

/** Fewer lines set off in one way are an example or a saying. */
const FEWEST = 3;
/** Share of the lines set off so that must ask. */
const MOSTLY = 0.6;
/** Longer lines quote. */
const LONGEST = 200;
/** What stands in listings and hardly in questions. */
const CODE_SIGNS = /[{};=<>]|^\s*(?:#|\/\/|\$)/u;

function isTextBelow(line: Line | undefined): boolean {
  return line !== undefined && line.kind !== 'heading' && line.kind !== 'rule';
}

/** A line that a quotation holds by the book only, because nothing parts them. */
const isLazy = ({ quotes, source }: Line): boolean => quotes > 0 && !/^\s*>/u.test(source);

/** `> What is …?`, a quotation of one line with its answer below it. */
function isQuoted(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line?.kind !== 'paragraph' || line.quotes !== 1 || line.item !== null || !line.isBlockStart)
    return false;
  // Numbers in quotations are followed for themselves.
  if (readMark(line.text, false).kind !== 'none') return false;
  const below = lines[filledFrom(lines, index + 1)];
  const isOutside = (other: Line | undefined): boolean =>
    (other?.quotes ?? 0) === 0 || (other != null && isLazy(other));
  return isOutside(lines[index - 1]) && isOutside(lines[index + 1]) && isTextBelow(below) && isOutside(below);
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

/** Names a subject among lines that ask; a saying ends its sentence. */
const names = ({ text }: Line): boolean => text.length <= LONGEST && !/[.。!！”"]$/u.test(text);

/** Of all lines set off in one way: those that ask or name a subject, when most of them ask. */
function askingOf(
  lines: readonly Line[],
  isSetOff: (lines: readonly Line[], index: number) => boolean,
): Line[] {
  const all = lines.filter((_, index) => isSetOff(lines, index));
  const asking = all.filter(asks);
  if (asking.length < FEWEST || asking.length < all.length * MOSTLY) return [];
  return all.filter((line) => asks(line) || (line.quotes > 0 && names(line)));
}

/** Lines right below the quoted questions answer them. */
function endLazily(lines: readonly Line[]): void {
  for (const [index, line] of lines.entries())
    if (isLazy(line)) {
      line.isBlockStart = (lines[index - 1]?.quotes ?? 0) > 0;
      line.quotes = 0;
    }
}

/** Fewer lines of listings may say anything; and so much of them must look like questions. */
const FEWEST_LISTED = 5;
const LIKELY_LISTED = 0.5;
/** Share of the lines in listings that may be code. */
const MOST_CODE = 0.1;

/** Lines set in as listings are by the book, where these hold no code but lines that ask or name a subject. */
function listedIn(lines: readonly Line[]): Line[] {
  const all = lines.filter(
    ({ kind, source, text }) => kind === 'code' && text !== '' && /^(?: {4}|\t)/u.test(source),
  );
  const fit = all.filter((line) => names(line) && !CODE_SIGNS.test(line.text.replace(/`[^`]*`/gu, '')));
  if (fit.length < FEWEST_LISTED || all.length - fit.length > all.length * MOST_CODE) return [];
  return meanLikeness(fit) >= LIKELY_LISTED ? fit : [];
}

/** Questions that stand out from their answers as quotations or by their indentation: marks their lines. */
export function markSetOffQuestions(lines: readonly Line[]): void {
  const quoted = askingOf(lines, isQuoted);
  if (quoted.length > 0) endLazily(lines);
  for (const line of [...quoted, ...askingOf(lines, isIndented), ...listedIn(lines)])
    Object.assign(line, { kind: 'paragraph', isBlockStart: true, isListed: true, quotes: 0 });
}
