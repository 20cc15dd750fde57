import type { DocumentFormat } from '../model';

/** Constructs that nobody types in plain text. `__` is left out: Python code is full of it. */
const SURE_SIGNS = [
  /^(?:\s*(?:[-*+]|\d+[.)])\s+)?#{1,6}\s+\S/,
  // A longer row of tildes underlines a title.
  /^(?:```|~{3,5}(?!~))/,
  /^\|?\s*:?-{3,}:?\s*\|/,
  /^\|(?:\s{0,8}:?-{1,200}:?\s{0,8}\|)+\s*$/,
  /^<(?:table|img)\b/i,
  /^\s{0,8}<(?:details|summary)\b/i,
];
/** Constructs that count when they are repeated. */
const WEAK_SIGNS = [
  /\*\*[^*\s][^*]*\*\*/,
  /\[[^[\]]*\]\([^)\s]{1,400}\)/,
  /^>\s+\S/,
  /`[^`]+`/,
  /^\s*[-*]\s+\[[ xX]\]\s/,
  // "###1.1 …": a heading whose author forgot the space.
  /^#{2,6}[^\s#]/,
];

/** A title of one line underlined with `===`; plain text draws such lines above and below as well. */
function isUnderlined(lines: readonly string[], index: number): boolean {
  const title = lines[index - 1] ?? '';
  const isTitle = /^\s{0,3}[\p{L}\p{N}]/u.test(title) && (lines[index - 2] ?? '').trim() === '';
  return isTitle && /^={3,}\s*$/.test(lines[index] ?? '');
}

/**
 * Markdown or plain text, told from the content alone: file names lie (question banks are often called `.txt`).
 * One sure sign or three weak ones make Markdown.
 */
export function detectFormat(lines: readonly string[]): DocumentFormat {
  if (lines[0]?.trim() === '---' && lines.slice(1, 200).some((line) => line.trim() === '---'))
    return 'markdown';
  let weak = 0;
  for (const [index, line] of lines.entries()) {
    if (SURE_SIGNS.some((sign) => sign.test(line))) return 'markdown';
    if (isUnderlined(lines, index) || WEAK_SIGNS.some((sign) => sign.test(line))) weak += 1;
    if (weak >= 3) return 'markdown';
  }
  return 'text';
}
