import type { Line } from './line';

/** `::: info What is …?`, `??? question "What is …?"`, `{{< details "What is …?" >}}`, `{% spoiler What is …? %}`. */
const OPENINGS: readonly RegExp[] = [
  /^:{3,}\s*[A-Za-z][\w-]*\s+(\S.*)$/u,
  /^:{3,}\s*[A-Za-z][\w-]*\[([^\]]+)\](?:\{[^{}]*\})?$/u,
  /^[?!]{3}\+?\s+[\w-]+\s+"([^"]+)"$/u,
  /^\{\{[<%]\s*(?:details|expand|spoiler|collapse|fold)\s+(?:(?:summary|title)=)?"([^"]+)"[^{}]*[%>]\}\}$/iu,
  /^\{%\s*(?:details|spoiler|fold|collapse)\s+"?([^"%]+?)"?\s*%\}$/iu,
];
const CLOSING = /^(?::{3,}|\{\{[<%]\s*\/\s*\w+\s*[%>]\}\}|\{%\s*end\w+\s*%\})$/u;

/** `<b><details><summary>…`: within a paragraph by the book, a fold to who wrote it. */
const WRAPPED_FOLD =
  /^(?:<(?:b|strong|i|em|p|div|font|span|h\d)\b[^<>]{0,200}>\s{0,8}){1,4}(?=<(?:details|summary)\b)/iu;
/** Where a site puts its form for the answer: `{{ select(13) }}`. */
const FORM = /^\{\{\s{0,4}(?:multi)?(?:select|input|textarea)\([^(){}]{0,40}\)\s{0,4}\}\}$/iu;

/** A box with a title, as site generators write it: reads it as a fold with that summary. */
export function markContainers(lines: readonly Line[]): void {
  for (const line of lines) {
    if (line.kind !== 'paragraph') continue;
    const title = OPENINGS.map((opening) => opening.exec(line.text)?.[1]).find(
      (found) => found !== undefined,
    );
    if (title !== undefined) Object.assign(line, { kind: 'html', text: `<summary>${title}</summary>` });
    else if (CLOSING.test(line.text)) line.kind = 'rule';
    else if (WRAPPED_FOLD.test(line.text))
      Object.assign(line, { kind: 'html', text: line.text.replace(WRAPPED_FOLD, '') });
    else if (FORM.test(line.text)) Object.assign(line, { kind: 'blank', text: '' });
  }
}
