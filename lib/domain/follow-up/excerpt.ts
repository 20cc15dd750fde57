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
