import type { Line } from './line';

const OPENING = /^<summary\b[^<>]*>\s*(?<inner>[^<]*)$/iu;
const CLOSING = /^(?<inner>[^<]*)<\/summary>\s*$/iu;
/** Lines of one summary. */
const MOST_LINES = 6;

/** A `<summary>` that is written over several lines: its first line gets the whole title, the others are no text. */
export function joinFoldTitles(lines: readonly Line[]): void {
  for (const [start, line] of lines.entries()) {
    const first = OPENING.exec(line.text)?.groups?.inner;
    if (first === undefined) continue;
    const end = lines.slice(start + 1, start + MOST_LINES).findIndex(({ text }) => CLOSING.test(text));
    if (end < 0) continue;
    const rest = lines.slice(start + 1, start + 2 + end);
    const inner = rest.map(({ text }) => CLOSING.exec(text)?.groups?.inner ?? text);
    line.text = `<summary>${[first, ...inner]
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .join(' ')}</summary>`;
    line.kind = 'html';
    for (const one of rest) Object.assign(one, { kind: 'html', isFoldTitle: true });
  }
}
