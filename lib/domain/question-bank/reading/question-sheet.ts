import { questionLikeness } from './likeness';
import { becomeSection, type Line } from './line';
import { readMark } from './marks';

/** Fewer lines that ask are no sheet of questions. */
const FEWEST = 5;
/** Share of the document's lines of text that ask, from which on it is a sheet of questions. */
const SHEET = 0.5;
/** Mean likeness of the lines of a block that belongs to the sheet. */
const LISTED = 0.5;
/** Share of asking lines that leaves no room for answers: every line of the sheet is a question. */
const NOTHING_ELSE = 0.7;
/** Lines of a block that asks, the share of it that does, and such lines in a document that holds more than them. */
const FEWEST_IN_BLOCK = 3;
const MOST_OF_BLOCK = 0.7;
const FEWEST_IN_BLOCKS = 8;
/** Longer lines explain. */
const LONGEST = 200;
/** Characters of a line that only names what the lines below it are about. */
const LONGEST_TOPIC = 30;

/** Nothing but a link, which does not ask: where the author read about it. */
const LINK = /^\[[^[\]?？]{1,200}\]\([^()]*\)$/u;

/** A line that nothing marks: no number, no bullet, no bold. */
function isPlain(line: Line): boolean {
  if (line.kind !== 'paragraph' || line.item !== null || line.lists > 0 || line.quotes > 0) return false;
  if (line.isListed === true) return false;
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

const meanAsking = (block: readonly Line[]): number =>
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

/** Marks lines as questions of a sheet. */
function list(lines: readonly Line[]): void {
  const own = lines.filter(({ text }) => !LINK.test(text));
  for (const line of own) Object.assign(line, { isListed: true, isBlockStart: true });
}

/**
 * A sheet of questions that nothing marks: one a line, or one a paragraph, hardly anything between them. Marks its lines,
 * and makes headings of those that only name what follows. In a longer text only blocks in which line after line asks count.
 */
export function markQuestionSheet(lines: readonly Line[]): void {
  const blocks = blocksOf(lines);
  const asking = blocks.flat().filter(asks).length;
  const text = lines.filter(
    ({ kind }) => !['blank', 'heading', 'rule', 'frontmatter', 'html'].includes(kind),
  );
  if (asking < FEWEST) return;
  if (asking < text.length * SHEET) markAskingBlocks(blocks, lines);
  else markSheet(blocks, asking >= text.length * NOTHING_ELSE);
}

/** A few such blocks are no accident: prose does not ask in every line. */
function markAskingBlocks(blocks: readonly Line[][], lines: readonly Line[]): void {
  const found = blocks.flatMap((block) => {
    const own = block.filter((line) => asks(line) && questionLikeness(line.text) === 1);
    return own.length >= FEWEST_IN_BLOCK && own.length >= block.length * MOST_OF_BLOCK ? own : [];
  });
  const counted = lines.filter((line) => {
    const mark = line.kind === 'paragraph' ? readMark(line.text, false) : undefined;
    return mark?.kind === 'decimal' && questionLikeness(mark.title) === 1;
  });
  // Where as many numbers ask, the lines below them are what those ask on.
  if (found.length >= FEWEST_IN_BLOCKS && found.length >= 2 * counted.length) list(found);
}

/** Characters of a line that names a subject. */
const LONGEST_NAME = 60;
/** Mean likeness of a block of nothing but names. */
const NAMED = 0.2;

/** On a sheet of questions a block of several lines that end no sentence names what else is asked. */
function leastAsking(members: readonly Line[]): number {
  const areNames = members.every(({ text }) => text.length <= LONGEST_NAME && !/[。.；;：:]$/u.test(text));
  return areNames && members.length >= FEWEST_IN_BLOCK ? NAMED : LISTED;
}

function markSheet(blocks: readonly Line[][], isPure: boolean): void {
  for (const [position, block] of blocks.entries()) {
    const [first, second] = block;
    const next = second ?? blocks[position + 1]?.[0];
    const isTitled = isTopic(first, next) && (second === undefined || standsAbove(block));
    const members = isTitled ? block.slice(1) : block;
    if (isTitled && first !== undefined) becomeSection(first);
    if (members.length > 0 && (isPure || meanAsking(members) >= leastAsking(members))) list(members);
  }
}
