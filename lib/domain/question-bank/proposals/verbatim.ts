import type { LineRange } from '../model';

/** A part of a document: its words exactly as they stand, and where. */
export interface VerbatimPart {
  text: string;
  lines: LineRange;
  /** Offset behind its last character in its last line. */
  endOffset: number;
}

interface Place {
  /** 0-based. */
  line: number;
  offset: number;
}

/** White space, and what nobody sees: the model is not shown it either. */
const UNSEEN = /\s|\p{C}/u;

/** Full-width letters and signs as their usual forms; nothing else is the same as anything else. */
function usualWidth(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code >= 0xff01 && code <= 0xff5e ? String.fromCodePoint(code - 0xfee0) : char;
}

/** The marks of a quotation before each of its lines: copied or left out, the words are the same. */
const QUOTE_MARKS = /^\s*(?:>\s?)+/u;

function comparable(text: string): string {
  const bare = text
    .split('\n')
    .map((line) => line.replace(QUOTE_MARKS, ''))
    .join('');
  return Array.from(bare, (char) => (UNSEEN.test(char) ? '' : usualWidth(char))).join('');
}

/** Numbers as `windowText` prints them before lines, which a model may copy with the words. */
const PRINTED_NUMBER = /^[ \t]*\d+[QA]?\| ?/gmu;

/** A text without the line numbers that were copied with it. */
export function withoutNumbers(text: string): string {
  return text.replace(PRINTED_NUMBER, '');
}

/**
 * Finds words in some lines of a document; only white space, invisible characters, width and quotation marks before lines
 * may differ.
 * @returns the document's own text, or null when it does not say so
 */
export function findVerbatim(
  lines: readonly string[],
  within: LineRange,
  words: string,
): VerbatimPart | null {
  return locate(lines, within, comparable(words)) ?? locate(lines, within, comparable(withoutNumbers(words)));
}

function locate(lines: readonly string[], within: LineRange, wanted: string): VerbatimPart | null {
  if (wanted === '') return null;
  let whole = '';
  const places: Place[] = [];
  for (let line = within.start - 1; line < Math.min(within.end, lines.length); line++) {
    const source = lines[line] ?? '';
    let offset = QUOTE_MARKS.exec(source)?.[0].length ?? 0;
    for (const char of source.slice(offset)) {
      if (!UNSEEN.test(char)) {
        const usual = usualWidth(char);
        whole += usual;
        for (let unit = 0; unit < usual.length; unit++) places.push({ line, offset });
      }
      offset += char.length;
    }
  }
  const at = whole.indexOf(wanted);
  const [first, last] = [places[at], places[at + wanted.length - 1]];
  return at < 0 || !first || !last ? null : partOf(lines, first, last);
}

function partOf(lines: readonly string[], first: Place, last: Place): VerbatimPart {
  const lastLine = lines[last.line] ?? '';
  const endOffset = last.offset + String.fromCodePoint(lastLine.codePointAt(last.offset) ?? 0).length;
  const parts = lines.slice(first.line, last.line + 1);
  parts[parts.length - 1] = lastLine.slice(0, endOffset);
  parts[0] = (parts[0] ?? '').slice(first.offset);
  return { text: parts.join('\n'), lines: { start: first.line + 1, end: last.line + 1 }, endOffset };
}
