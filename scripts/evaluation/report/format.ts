/** Three decimals; a dash where there is nothing to compute from. */
export function number(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '–';
}

export function percent(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}

export function range([low, high]: readonly [number, number]): string {
  return `${number(low)}–${number(high)}`;
}

/** A table of a report: Markdown and HTML are made from the same ones. */
export interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** What a reader must know to read the table rightly. */
  note?: string;
}

export function markdownTable({ title, head, rows, note }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [
    `## ${title}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map(line),
    ...(note ? ['', note] : []),
    '',
  ].join('\n');
}
