import { withPlainFormulas } from './plain-formula';

/** Markdown as one line of plain words, for lists and titles: without emphasis, code marks, addresses and TeX. */
export function plainText(markdown: string): string {
  return withPlainFormulas(markdown)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*([-*+]|>)\s+/gm, '')
    .replace(/(\*\*|__|`+|^#+\s)/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
