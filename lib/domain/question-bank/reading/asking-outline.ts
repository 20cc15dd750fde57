import type { Line } from './line';
import { lineLikeness } from './line-likeness';

/** Fewer items are no outline. */
const FEWEST = 5;
/** Share of an outline's leaves that ask. */
const MOSTLY = 0.7;
/** Lines of other text for each item, above which the items have answers below them. */
const MOST_TEXT = 0.3;
/** Share of its inner items that ask. */
const MOST_INNER = 0.4;
/** Kinds of lines that may be an answer. */
const TEXT = new Set<Line['kind']>(['paragraph', 'code', 'table', 'math']);

/** Items that no deeper item follows. */
function leavesOf(items: readonly Line[]): Line[] {
  return items.filter((item, at) => (items[at + 1]?.lists ?? 0) <= item.lists);
}

/** The questions of an outline of several levels, whose leaves ask and whose inner items name what they are about. */
function questionsOf(section: readonly Line[]): Line[] {
  const items = section.filter(({ item, kind }) => item !== null && kind === 'paragraph');
  const others = section.filter(({ item, kind }) => item === null && TEXT.has(kind));
  if (items.length < FEWEST || others.length > items.length * MOST_TEXT) return [];
  if (new Set(items.map(({ lists }) => lists)).size < 2) return [];
  const leaves = leavesOf(items);
  const asking = leaves.filter((leaf) => lineLikeness(leaf) === 1);
  if (asking.length < leaves.length * MOSTLY || leaves.length < FEWEST) return [];
  const isLeaf = new Set(leaves);
  const inner = items.filter((item) => !isLeaf.has(item));
  // Where those above ask as well, the leaves ask on.
  if (inner.filter((item) => lineLikeness(item) === 1).length > inner.length * MOST_INNER) return [];
  return items.filter((item) => lineLikeness(item) >= (isLeaf.has(item) ? 0.5 : 1));
}

/** Questions at any depth of a list that holds nothing else, section by section: marks their lines. */
export function markAskingOutlines(lines: readonly Line[]): void {
  let section: Line[] = [];
  const close = (): void => {
    for (const line of questionsOf(section)) line.isListed = true;
    section = [];
  };
  for (const line of lines) {
    if (line.kind === 'heading') close();
    else section.push(line);
  }
  close();
}
