import type { Line } from './line';
import { findAtEnd } from './text-end';

const TAGS =
  'details|form|fieldset|p|div|aside|section|article|blockquote|strong|b|span|font|center|td|tr|li|ul';
const OPENER = new RegExp(`^<(${TAGS})\\b[^>]*>\\s*`, 'iu');
/** An opener at the very end belongs to what follows. */
const LAST_OPENER = new RegExp(`<(?:${TAGS})\\b[^<>]*>$`, 'iu');
const CLOSER = new RegExp(`</(${TAGS})>$`, 'iu');
/** What may stand around an answer without belonging to it. */
const LEADING_NOISE =
  /^(?:<summary\b[^>]*>[\s\S]{0,200}?<\/summary>|<\/summary>|<br\s*\/?>|<\/br>|<hr\s*\/?>|<a\b[^>]*>\s*<\/a>|<!--[\s\S]*?-->|(?:[-*_][ \t]*){3,}(?=\n|$))\s*/iu;
const TRAILING_NOISE =
  /(?<=^|\s)(?:<br\s*\/?>|<\/br>|<hr\s*\/?>|<a\b[^<>]*(?:\/>|>\s*<\/a>)|<!--(?:(?!-->|<!--)[\s\S])*-->|<\/?details[^<>]*>|<summary\b[^<>]*>[^<]{0,200}<\/summary>)$|(?<=^|\n)[ \t]{0,20}(?:(?:\*\*)?\[[^\]\n]*\]\(#[^)\n]*\)(?:\*\*)?|(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|:{3,}|\{\{[<%]\s*\/\s*\w+\s*[%>]\}\}|\{%\s*end\w+\s*%\})$/iu;
/** Characters of a wrapper tag with its attributes; of a comment, a folded title, a link back. */
const LONGEST_TAG = 200;
const LONGEST_NOISE = 600;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Whether the tag that opens the text closes at its very end and nowhere before. */
function wrapsAll(text: string, tag: string): boolean {
  let depth = 0;
  const pattern = new RegExp(`<(/?)${tag}\\b[^<>]*>`, 'giu');
  for (const found of text.matchAll(pattern)) {
    depth += found[1] === '/' ? -1 : 1;
    if (depth <= 0) return found.index + found[0].length === text.length;
  }
  return false;
}

function unwrapOnce(text: string): string {
  const leading = LEADING_NOISE.exec(text);
  if (leading !== null) return text.slice(leading[0].length);
  const opener = OPENER.exec(text);
  const opened = opener?.[1]?.toLowerCase();
  if (opener !== null && opened !== undefined) {
    const opens = count(text, new RegExp(`<${opened}\\b`, 'giu'));
    if (opens > count(text, new RegExp(`</${opened}>`, 'giu'))) return text.slice(opener[0].length);
    if (wrapsAll(text, opened)) {
      const inner = text.slice(opener[0].length);
      return findAtEnd(inner, CLOSER, LONGEST_TAG)?.before ?? inner;
    }
  }
  const closer = findAtEnd(text, CLOSER, LONGEST_TAG);
  const closed = closer?.found[1]?.toLowerCase();
  if (closer !== null && closed !== undefined) {
    if (count(text, new RegExp(`</${closed}>`, 'giu')) > count(text, new RegExp(`<${closed}\\b`, 'giu'))) {
      return closer.before;
    }
  }
  const last = findAtEnd(text, LAST_OPENER, LONGEST_TAG);
  if (last !== null && last.before !== '') return last.before;
  return findAtEnd(text, TRAILING_NOISE, LONGEST_NOISE)?.before ?? text;
}

/** Takes wrapper tags, rules, anchors and comments off both ends; the content between stays as it is. */
export function unwrap(text: string): string {
  let rest = text.trim();
  for (let round = 0; round < 40; round++) {
    const next = unwrapOnce(rest).trim();
    if (next === rest) return rest;
    rest = next;
  }
  return rest;
}

function withoutQuotes(source: string, depth: number): string {
  let rest = source;
  for (let level = 0; level < depth; level++) rest = rest.replace(/^[ \t]*>[ ]?/, '');
  return rest;
}

function indentation(rows: readonly string[]): number {
  const filled = rows.filter((row) => row.trim() !== '');
  if (filled.length === 0) return 0;
  return filled.reduce(
    (least, row) => Math.min(least, row.length - row.trimStart().length),
    Number.POSITIVE_INFINITY,
  );
}

/** Without the lines at both ends that hold no text: markup that was read and is no part of it. */
function filledOf(lines: readonly Line[]): readonly Line[] {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]?.kind === 'blank') start += 1;
  while (end > start && lines[end - 1]?.kind === 'blank') end -= 1;
  return lines.slice(start, end);
}

/**
 * The source of lines [start, end) as it stands, without the marks of the containers that all of them share
 * (quote marks, a list's indentation) and without wrapper tags. `first`, when given, replaces the first line:
 * what follows a label on it.
 */
export function verbatim(lines: readonly Line[], start: number, end: number, first?: string): string {
  const own = first === undefined ? filledOf(lines.slice(start, end)) : lines.slice(start + 1, end);
  const filled = lines.slice(start, end).filter((line) => line.kind !== 'blank');
  const quotes = filled.reduce((least, line) => Math.min(least, line.quotes), filled.length === 0 ? 0 : 9);
  const rows = own.map((line) => withoutQuotes(line.source, quotes));
  const indent = indentation(rows);
  const body = rows.map((row) => row.slice(Math.min(indent, row.length - row.trimStart().length)));
  return unwrap((first === undefined ? body : [first, ...body]).join('\n'));
}
