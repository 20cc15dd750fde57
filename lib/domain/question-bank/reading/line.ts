import { judgedText } from './marks';

/** What kind of block a line belongs to. */
export type BlockKind =
  | 'blank'
  | 'heading'
  | 'paragraph'
  | 'code'
  | 'math'
  | 'html'
  | 'table'
  | 'rule'
  | 'frontmatter';

/** The list item that begins on a line. */
interface ItemMark {
  isOrdered: boolean;
  /** A task list's box: null when the item has none. */
  isChecked: boolean | null;
}

/** One line of the document with what the parser knows about it. Both front ends produce these. */
export interface Line {
  /** 1-based. */
  number: number;
  source: string;
  /** The line without zero-width characters, wide gaps, quote marks, list markers and the indentation of its containers. */
  text: string;
  /** Where `text` begins in `source`, in UTF-16 units. */
  column: number;
  kind: BlockKind;
  /** Heading level 1..6; 0 for everything else. */
  depth: number;
  /** Whether the line begins its block (paragraph, code, table …). */
  isBlockStart: boolean;
  /** Depth of block quotes around the line. */
  quotes: number;
  /** Depth of lists around the line. */
  lists: number;
  item: ItemMark | null;
  /** Goes on with the summary of a fold that began above. */
  isFoldTitle?: boolean;
  /** One of a sheet of questions that nothing marks. */
  isListed?: boolean;
}

/** Lines of a text whatever their ends (LF, CRLF, CR), so that line numbers hold. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/);
}

/** A line about which nothing is known yet. */
export function bareLine(number: number, source: string): Line {
  const text = judgedText(source);
  return {
    number,
    source,
    text,
    column: source.length - source.trimStart().length,
    kind: text === '' ? 'blank' : 'paragraph',
    depth: 0,
    isBlockStart: false,
    quotes: 0,
    lists: 0,
    item: null,
  };
}

/** Indexes of the lines [start, end). */
export function indexesOf({ start, end }: { start: number; end: number }): number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

/** Index of the nearest line above `index` that is not blank; -1 where there is none. */
export function filledAbove(lines: readonly Line[], index: number): number {
  let at = index - 1;
  while (lines[at]?.kind === 'blank') at -= 1;
  return at;
}

/** Index of the first line from `index` on that is not blank; the number of lines where there is none. */
export function filledFrom(lines: readonly Line[], index: number): number {
  let at = index;
  while (lines[at]?.kind === 'blank') at += 1;
  return at;
}

/** Below every heading of a document's own: Markdown knows none deeper. */
const DEEPEST = 6;

/** Makes the title of a section of a line that is one without being a heading. */
export function becomeSection(line: Line): void {
  line.kind = 'heading';
  line.depth = DEEPEST;
}
