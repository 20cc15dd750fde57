/** A line of our own Markdown that says what follows: `<!-- viva:answer {"exact":"…"} -->`. */
export interface Marker {
  name: string;
  /** JSON as written; '' when there is none. */
  attributes: string;
}

/** What could be taken for a marker, whole or damaged, with the backslashes that tell content from markers. */
const LIKE_MARKER = /^(<!--[^\S\n]*)(\\*)(viva:)/u;

/** The marker on a line; 'damaged' when it begins as one and is none; null when it is content. */
export function readMarker(line: string): Marker | 'damaged' | null {
  const like = LIKE_MARKER.exec(line);
  if (like?.[2] !== '') return null;
  const rest = line.slice(like[0].length).trimEnd();
  if (!rest.endsWith('-->')) return 'damaged';
  const inside = rest.slice(0, -3).trim();
  const name = /^[a-z-]+(?=\s|$)/u.exec(inside)?.[0];
  if (name === undefined) return 'damaged';
  return { name, attributes: inside.slice(name.length).trim() };
}

/** `attributes` without what is undefined; nothing when all is. Angle brackets are escaped: they could end the comment. */
export function writeMarker(name: string, attributes: Record<string, unknown> = {}): string {
  const json = JSON.stringify(attributes).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
  return json === '{}' ? `<!-- viva:${name} -->` : `<!-- viva:${name} ${json} -->`;
}

/** Content that looks like a marker gets one backslash more, so that it is none. */
export function escapeMarkers(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(LIKE_MARKER, '$1\\$2$3'))
    .join('\n');
}

export function unescapeMarkers(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line.replace(
        LIKE_MARKER,
        (_, open: string, slashes: string, rest: string) => open + slashes.slice(1) + rest,
      ),
    )
    .join('\n');
}
