/** Cells of a table's row, parted by bars or, in pasted tables, by tabs. */
export function tableCells(source: string): string[] {
  if (source.includes('\t') && !/^\s*\|/u.test(source)) return source.split('\t').map((cell) => cell.trim());
  const parts = source
    .trim()
    .replace(/^\||(?<!\\)\|$/gu, '')
    .split(/(?<!\\)\|/u);
  return parts.map((cell) => cell.trim().replace(/\\\|/gu, '|'));
}
