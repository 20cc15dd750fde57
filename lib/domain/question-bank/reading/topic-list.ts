import type { Line } from './line';
import { lineLikeness, meanLikeness } from './line-likeness';

/** Fewer items may list anything. */
const FEWEST_ITEMS = 20;
const FEWEST_HEADINGS = 3;
/** Mean likeness: among names of subjects stand some "how it works" and "how they differ". */
const LIKELY = 0.2;
/** The same of boxes to tick, where most of what they list is to be done. */
const LIKELY_TICKED = 0.4;
/** Share of lines that may be something else. */
const MOST_OTHERS = 0.05;
/** Longer items state something; in characters. */
const LONGEST = 60;

/** An item or a line by itself that names a subject and does not link to it. */
function namesSubject({ text, item, kind, lists, isBlockStart }: Line): boolean {
  const isOne = item === null ? lists === 0 && isBlockStart : lists === 1;
  return isOne && kind === 'paragraph' && text.length <= LONGEST && !/\]\(|https?:|[。.；;：:]$/u.test(text);
}

/** A line by itself that asks over an item or a quotation that does not: that one answers it. */
function isAnswered(line: Line, next: Line | undefined): boolean {
  const isBelow = next !== undefined && (next.item !== null || next.quotes > 0);
  return line.item === null && isBelow && lineLikeness(line) === 1 && lineLikeness(next) < 1;
}

/**
 * What is to be known, and nothing else: headings, and below them subjects without a word on any, some of which ask. Marks
 * the items, which an examiner would have explained.
 */
export function markTopicList(lines: readonly Line[]): void {
  const filled = lines.filter(({ kind }) => !['blank', 'rule', 'frontmatter'].includes(kind));
  const headings = filled.filter(({ kind }) => kind === 'heading');
  const items = filled.filter(namesSubject);
  if (items.length < FEWEST_ITEMS || headings.length < FEWEST_HEADINGS) return;
  if (filled.length - headings.length - items.length > filled.length * MOST_OTHERS) return;
  if (items.filter((line) => isAnswered(line, lines[line.number])).length >= FEWEST_HEADINGS) return;
  const isTicked = items.some(({ item }) => item !== null && item.isChecked !== null);
  if (meanLikeness(items) < (isTicked ? LIKELY_TICKED : LIKELY)) return;
  for (const item of items) item.isListed = true;
}
