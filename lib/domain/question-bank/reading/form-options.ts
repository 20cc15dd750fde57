import type { Line } from './line';

/** A box or a ring to tick, as a page's source has it. */
const INPUT = /<input\b[^<>]{0,400}\btype=["']?(?:radio|checkbox)\b[^<>]{0,400}>/iu;
const TAGS = /<\/?[a-z][\w-]{0,20}(?:\s[^<>]{0,2000})?\/?>/giu;
const PARAGRAPH = /^<p\b[^<>]{0,200}>([^<>]+)<\/p>$/iu;
/** Fewer boxes are no choice. */
const FEWEST = 2;

const textOf = (line: Line): string => line.text.replace(TAGS, ' ').replace(/\s+/gu, ' ').trim();

/** The forms of a page's source: blocks of markup that hold several boxes. */
function formsOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  let open: Line[] | null = null;
  for (const line of lines) {
    if (line.kind !== 'html') open = null;
    else if (open === null) {
      open = [line];
      blocks.push(open);
    } else open.push(line);
  }
  return blocks.filter((block) => block.filter(({ text }) => INPUT.test(text)).length >= FEWEST);
}

/** Turns one form into lines of text: a box and its words, paragraphs, and nothing where there was only markup. */
function spellOut(form: readonly Line[]): void {
  let box = '';
  for (const line of form) {
    const input = INPUT.exec(line.text)?.[0];
    if (input !== undefined) box = /\schecked\b/iu.test(input) ? '☑ ' : '☐ ';
    const text = textOf(line);
    const isText = text !== '' && (box !== '' || PARAGRAPH.test(line.text));
    Object.assign(line, {
      kind: isText ? 'paragraph' : 'blank',
      text: isText ? `${box}${text}` : '',
      isBlockStart: isText && box === '',
    });
    if (isText) box = '';
  }
}

/** Reads the boxes of a form in a page's source as boxes that somebody typed. */
export function markFormOptions(lines: readonly Line[]): void {
  for (const form of formsOf(lines)) spellOut(form);
}
