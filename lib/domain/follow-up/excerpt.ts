import { oneLine } from '../grading';
import { asData, nonceFor, visibleText } from '../prompt';

/** A place in the bank that a reply may quote. Markdown, verbatim. */
export interface Excerpt {
  title: string;
  document: string;
  text: string;
}

/** Longest part of one source that a model is sent, in characters. */
const SOURCE_CHARACTERS = 800;

/** Numbered sources for a prompt; documents are data like everything a person brought. */
export function asSources(excerpts: readonly Excerpt[]): string {
  const lines = excerpts.map(
    ({ title, document, text }, index) =>
      `[${index + 1}] ${oneLine(title)} (${oneLine(document)})\n${visibleText(text).slice(0, SOURCE_CHARACTERS)}`,
  );
  const body = lines.join('\n\n');
  return asData('sources', nonceFor(body), body === '' ? '(none)' : body);
}

/** How much of a source is shown, in characters. */
/** How much of a source a person is shown, in characters. */
const EXCERPT_CHARACTERS = 160;

/** The last full stop between words; the one of a list's number (“2. ”) ends nothing. */
const LAST_FULL_STOP = /(?<!\d)\. (?!.*(?<!\d)\. )/;

/** Without code blocks and tables: on one line of an excerpt they are only noise. */
function withoutBlocks(text: string): string {
  return text
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(^ {0,3}\1|$(?![\s\S]))/gm, '')
    .replace(/^[^\S\n]*\|.*$/gm, '')
    .trim();
}

/** What an excerpt says in words, on one line; all of it where there is nothing else. */
export function proseOf(text: string): string {
  const prose = withoutBlocks(text);
  return (prose === '' ? text : prose).replace(/\s+/g, ' ').trim();
}

/** The part of an excerpt around the first mention of a term. */
export function excerptAround(text: string, term: string): string {
  const plain = proseOf(text);
  return excerptAt(plain, Math.max(plain.toLowerCase().indexOf(term.toLowerCase()), 0));
}

/** The part of a text, on one line, around a place in it: cut at sentence ends where it can be. */
export function excerptAt(plain: string, at: number): string {
  const start = startBefore(plain, at);
  const piece = outsideFormulas(plain.slice(0, start), plain.slice(start, start + EXCERPT_CHARACTERS).trim());
  const end = Math.max(piece.lastIndexOf('。'), piece.search(LAST_FULL_STOP));
  const shown = piece.replace(/^(?:[-*+]|\d+[.、)])\s+/, '');
  return end > EXCERPT_CHARACTERS / 3
    ? shown.slice(0, shown.length - piece.length + end + 1)
    : shown + (start + EXCERPT_CHARACTERS < plain.length ? '…' : '');
}

/** Where the sentence begins, or, when that is far away, a word not far before the place. */
function startBefore(plain: string, at: number): number {
  const before = plain.slice(0, at + 1);
  const sentence = Math.max(before.lastIndexOf('。'), before.lastIndexOf('. ')) + 1;
  const nearest = at - EXCERPT_CHARACTERS / 2;
  if (sentence >= nearest) return sentence;
  // No Latin word is begun in its middle.
  return nearest + (/^[\w-]{0,30}/.exec(plain.slice(nearest))?.[0].length ?? 0);
}

/** Without the part of a formula that a cut left over at either end: half a formula is shown as its source. */
function outsideFormulas(before: string, piece: string): string {
  const isInside = (text: string) => (text.match(/(?<!\\)\$\$?/g)?.length ?? 0) % 2 === 1;
  const opened = isInside(before) ? piece.replace(/^[^$]*\$\$?/, '') : piece;
  return isInside(opened) ? opened.replace(/\$\$?[^$]*$/, '').trimEnd() : opened;
}
