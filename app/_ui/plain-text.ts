/** Markdown as one line of plain words, for lists and titles: without emphasis, code marks and addresses. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[ \t]*([-*+]|>)\s+/gm, '')
    .replace(/(\*\*|__|`+|^#+\s)/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
