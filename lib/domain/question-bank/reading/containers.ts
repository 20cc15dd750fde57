import type { Line } from './line';

const OPENING = /^:{3,}\s*[A-Za-z][\w-]*\s+(\S.*)$/u;
const CLOSING = /^:{3,}$/u;

/** `::: info What is …?` as site generators write a box with a title: reads it as a fold with that summary. */
export function markContainers(lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind !== 'paragraph') continue;
    const title = OPENING.exec(line.text)?.[1];
    if (title !== undefined) Object.assign(line, { kind: 'html', text: `<summary>${title}</summary>` });
    else if (CLOSING.test(line.text)) line.kind = 'rule';
  }
}
