/** What a pattern found at the end of a text. */
interface AtEnd {
  found: RegExpExecArray;
  /** The text before it, white space between them left out. */
  before: string;
}

/**
 * Looks for `pattern`, which has to end with `$`, in the last `reach` characters of a text whose end is trimmed. A
 * regular expression without an anchor on its left begins at every character anew: over a whole line of one
 * repeated character that is quadratic.
 */
export function findAtEnd(text: string, pattern: RegExp, reach: number): AtEnd | null {
  const from = Math.max(0, text.length - reach);
  const found = pattern.exec(text.slice(from));
  return found === null ? null : { found, before: text.slice(0, from + found.index).trimEnd() };
}
