import { groupBy } from './group-by';
import { filledFrom, type Line } from './line';
import { isMereKind } from './metadata';

/** A kind that so many headings name stands above each question, not above a part of the document. */
const FEWEST = 3;

/** Lines of headings that say nothing but "单选" or "判断题", again and again, each over one question: indexes. */
export function kindHeadings(lines: readonly Line[]): Set<number> {
  const kinds = lines.filter(
    ({ kind, text, number }) =>
      kind === 'heading' && isMereKind(text) && lines[filledFrom(lines, number)]?.kind !== 'heading',
  );
  const often = [...groupBy(kinds, ({ depth, text }) => `${depth} ${text}`).values()].filter(
    (alike) => alike.length >= FEWEST,
  );
  return new Set(often.flat().map(({ number }) => number - 1));
}
