import { questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';

/** Fewer lines that ask are no sheet of questions. */
const FEWEST = 5;
/** Share of the document's lines of text that ask, from which on it is a sheet of questions. */
const SHEET = 0.5;
/** Mean likeness of the lines of a block that belongs to the sheet. */
const LISTED = 0.5;
/** Share of asking lines that leaves no room for answers: every line of the sheet is a question. */
const NOTHING_ELSE = 0.7;
/** Longer lines explain. */
const LONGEST = 200;
/** Below every heading of the document's own. */
const TOPIC_DEPTH = 6;
/** Characters of a line that only names what the lines below it are about. */
const LONGEST_TOPIC = 30;

/** A line that nothing marks: no number, no bullet, no bold. */
function isPlain(line: Line): boolean {
  if (line.kind !== 'paragraph' || line.item !== null || line.lists > 0 || line.quotes > 0) return false;
  const mark = readMark(line.text, false);
  return mark.kind === 'none' && !mark.isBold;
}

function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (!isPlain(line)) open = null;
    else if (open === null || line.isBlockStart) {
      open = [line];
      blocks.push(open);
    } else open.push(line);
  }
  return blocks;
}

/** "说说缓存。" and "什么是缓存" ask; what is only likely to and ends like a statement is one. */
function asks({ text }: Line): boolean {
  const likeness = questionLikeness(text);
  return text.length <= LONGEST && (likeness === 1 || (likeness >= 0.5 && !/[。.]$/u.test(text)));
}

const meanLikeness = (block: readonly Line[]): number =>
  block.reduce((sum, line) => sum + (asks(line) ? questionLikeness(line.text) : 0), 0) / block.length;

/** "多线程：" or "Medium (15)": does not ask itself and stands on top of lines that do. */
function isTopic(line: Line | undefined, next: Line | undefined): boolean {
  if (line === undefined || next === undefined || line.text.length > LONGEST_TOPIC) return false;
  return questionLikeness(line.text) === 0 && !/[。.;；,，]$/u.test(line.text) && asks(next);
}

/** The first line of a block only names what the others ask: a colon ends it, or all others end with a question mark. */
function standsAbove([first, ...others]: readonly Line[]): boolean {
  return /[:：]$/u.test(first?.text ?? '') || others.every(({ text }) => /[?？]$/u.test(text));
}

/**
 * A sheet of questions that nothing marks: one a line, or one a paragraph, hardly anything between them. Marks its lines,
 * and makes headings of those that only name what follows.
 */
export function markQuestionSheet(lines: readonly Line[]): void {
  const blocks = blocksOf(lines);
  const plain = blocks.flat();
  const asking = plain.filter(asks).length;
  const text = lines.filter(
    ({ kind }) => !['blank', 'heading', 'rule', 'frontmatter', 'html'].includes(kind),
  );
  if (asking < FEWEST || asking < text.length * SHEET) return;
  const isPure = asking >= text.length * NOTHING_ELSE;
  for (const [position, block] of blocks.entries()) {
    const [first, second] = block;
    const next = second ?? blocks[position + 1]?.[0];
    const isTitled = isTopic(first, next) && (second === undefined || standsAbove(block));
    const members = isTitled ? block.slice(1) : block;
    if (isTitled && first !== undefined) Object.assign(first, { kind: 'heading', depth: TOPIC_DEPTH });
    if (members.length > 0 && (isPure || meanLikeness(members) >= LISTED))
      for (const line of members) Object.assign(line, { isListed: true, isBlockStart: true });
  }
}
