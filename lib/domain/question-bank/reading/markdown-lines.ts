import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type BlockKind, bareLine, type Line } from './line';
import { judgedText } from './marks';
import { cutPieces } from './pieces';
import type { SpanScan } from './spans';

/**
 * What the parser leaves alone: everything within a paragraph. Only blocks are asked for, and matching emphasis
 * and brackets is quadratic (measured: 7.5 s for 200 kB of `*_*_…`). Task boxes stay.
 */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'emailAutolink',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'mathText',
  'protocolAutolink',
  'strikethrough',
  'wwwAutolink',
];

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMath)
  .use(remarkFrontmatter, ['yaml', 'toml']);
processor.data().micromarkExtensions = [{ disable: { null: INLINE } }];

const LEAF_KINDS: Partial<Record<Nodes['type'], BlockKind>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  code: 'code',
  math: 'math',
  html: 'html',
  table: 'table',
  thematicBreak: 'rule',
  yaml: 'frontmatter',
  definition: 'html',
};

/** Longer lines are shortened for the parser, which is asked for blocks only; the text itself stays whole. */
const LONGEST_LINE = 2_000;
/** More container marks than this on one line is no document but an attack; the line counts as text. */
const MOST_CONTAINERS = 12;
const CONTAINERS = new RegExp(`^(?:[ \\t]*(?:[>*+-]|\\d{1,9}[.)])){${MOST_CONTAINERS},}`);
const RULE = /^\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$/;

/** What the parser sees of a line: same block structure, bounded cost. */
function tame(source: string, isUnclosed: boolean): string {
  if (isUnclosed) return 'x'.repeat(Math.min(source.length, 3));
  if (source.length > LONGEST_LINE) return tame(source.slice(0, LONGEST_LINE), false);
  const isDeep = CONTAINERS.test(source) || /^[ \t]{80,}\S/.test(source);
  return isDeep && !RULE.test(source) ? 'x' : source;
}

const FENCE = /^(?:---|\+\+\+)\s*$/u;
/** A key with its value, an item of a list of values, or a line that goes on. */
const SETTING = /^(?:[\w"'][\w .\-"']*\s*[:=]|\s*-\s|\s+\S|#|[\]}])/u;

/** Whether what stands between two fences at the top is settings; a rule above the first question looks the same. */
function hasFrontMatter(sources: readonly string[]): boolean {
  if (!FENCE.test(sources[0] ?? '')) return true;
  const end = sources.findIndex((source, index) => index > 0 && FENCE.test(source));
  const inner = sources.slice(1, Math.max(1, end)).filter((source) => source.trim() !== '');
  return inner.length === 0 || inner.filter((source) => SETTING.test(source)).length >= inner.length / 2;
}

/** Annotates every line with the Markdown block it belongs to; remark parses the pieces. */
export function annotateMarkdown(sources: readonly string[], scan: SpanScan): Line[] {
  const lines = sources.map((source, index) => bareLine(index + 1, source));
  const isFramed = hasFrontMatter(sources);
  const isBoxed = boxedLines(sources);
  for (const piece of cutPieces(sources, scan)) {
    const text = sources
      .slice(piece.start, piece.end)
      .map((source, offset) => (isBoxed[piece.start + offset] === true ? source.slice(BOX_INDENT) : source))
      .map((source, offset) => tame(source, scan.unclosed.has(piece.start + offset)))
      .map((source, offset) =>
        offset + piece.start === 0 && !isFramed ? source.replace(FENCE, '***') : source,
      )
      .join('\n');
    annotate(processor.parse(text), lines, piece.start, { quotes: 0, lists: 0 });
  }
  freeIndentedOptions(lines);
  for (const line of lines) if (/^[>\s]+$/.test(line.source)) line.kind = 'blank';
  mendHeadings(lines);
  return lines;
}

/** `!!! quiz "Title"`, `??? note`: a box, whose contents are set in by four spaces. */
const BOX = /^(?:!!!|\?\?\?\+?)\s+[\w-]+/u;
const BOX_INDENT = 4;

/** Lines inside such boxes: by the book they are code, to the site that shows them they are text. */
function boxedLines(sources: readonly string[]): boolean[] {
  let isOpen = false;
  return sources.map((source) => {
    if (source.trim() === '') return false;
    const isInside = isOpen && source.startsWith(' '.repeat(BOX_INDENT));
    isOpen = isInside || BOX.test(source);
    return isInside;
  });
}

const OPTION = /^(?:[-*+]\s+)?\(?[A-Ha-h][.)、．:：]\s*\S/u;
/** Fewer lines may be a listing in some language. */
const FEWEST_OPTIONS = 2;

/** Options set in by four spaces are code by the book; a block of nothing but lettered lines is none. */
function freeIndentedOptions(lines: readonly Line[]): void {
  for (let start = 0; start < lines.length; start++) {
    if (lines[start]?.kind !== 'code' || !/^(?: {4}|\t)/u.test(lines[start]?.source ?? '')) continue;
    let end = start;
    while (lines[end]?.kind === 'code' && (end === start || lines[end]?.isBlockStart === false)) end += 1;
    const block = lines.slice(start, end).filter(({ text }) => text !== '');
    if (block.length >= FEWEST_OPTIONS && block.every(({ text }) => OPTION.test(text)))
      for (const line of block) Object.assign(line, { kind: 'paragraph', isBlockStart: line === block[0] });
    start = Math.max(start, end - 1);
  }
}

interface Containers {
  quotes: number;
  lists: number;
}

function annotate(node: Nodes, lines: Line[], offset: number, within: Containers): void {
  const kind = LEAF_KINDS[node.type];
  if (kind !== undefined) {
    markLeaf(node, kind, lines, offset, within);
    return;
  }
  if (!('children' in node)) return;
  const inner = {
    quotes: within.quotes + (node.type === 'blockquote' ? 1 : 0),
    lists: within.lists + (node.type === 'list' ? 1 : 0),
  };
  if (node.type === 'listItem') markItem(node, lines, offset);
  for (const child of node.children) annotate(child, lines, offset, inner);
}

function markItem(node: Extract<Nodes, { type: 'listItem' }>, lines: Line[], offset: number): void {
  const line = lines[(node.position?.start.line ?? 0) - 1 + offset];
  if (line === undefined) return;
  const marker = line.source.slice((node.position?.start.column ?? 1) - 1).trimStart();
  line.item = { isOrdered: /^\d/.test(marker), isChecked: node.checked ?? null };
}

function markLeaf(node: Nodes, kind: BlockKind, lines: Line[], offset: number, within: Containers): void {
  const first = (node.position?.start.line ?? 1) - 1 + offset;
  const last = (node.position?.end.line ?? 1) - 1 + offset;
  const isSetext = node.type === 'heading' && last > first;
  for (let index = first; index <= last; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    line.kind = line.text === '' && kind !== 'code' ? 'blank' : kind;
    line.isBlockStart = index === first;
    line.quotes = within.quotes;
    line.lists = within.lists;
    line.depth = node.type === 'heading' ? node.depth : 0;
    unwrapContainers(line);
    if (isSetext) demoteSetext(line, index - first, last - first);
  }
}

/** `text` over `---` is a heading by the book; after a sentence people mean a rule. Over `===` it is no rule. */
function demoteSetext(line: Line, position: number, last: number): void {
  const isShort = line.depth === 1 || (line.text.length <= 60 && !/[。.;；!！:：]$/.test(line.text));
  const isTitle = last === 1 && isShort && (line.depth === 1 || !/[?？]$/.test(line.text));
  if (position === last) {
    line.kind = 'rule';
    line.depth = 0;
  } else if (!isTitle) {
    line.kind = 'paragraph';
    line.depth = 0;
  }
}

const LIST_MARKER = /^(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?/;

/** Takes quote marks, the item's marker and a heading's number signs off the line's text. */
function unwrapContainers(line: Line): void {
  let column = 0;
  const skip = (pattern: RegExp): boolean => {
    const found = pattern.exec(line.source.slice(column));
    if (found === null || found[0] === '') return false;
    column += found[0].length;
    return true;
  };
  skip(/^[ \t]+/);
  for (let depth = 0; depth < line.quotes; depth++) skip(/^>[ \t]*/);
  if (line.item !== null && !line.item.isOrdered) {
    skip(LIST_MARKER);
    skip(/^\[[ xX]\][ \t]+/);
  }
  if (line.kind === 'heading') skip(/^#{1,6}[ \t]+/);
  line.column = column;
  line.text = judgedText(line.source.slice(column));
  // `1. ### Title`: the heading stands inside a list item whose number is the question's.
  if (line.kind === 'heading')
    line.text = line.text.replace(/[ \t]+#+$/, '').replace(/^(\d{1,4}[.)][ \t]+)#{1,6}[ \t]+/, '$1');
}

const UNSPACED = /^#{2,6}(?=[^\s#])/;
const UNSPACED_TITLE = /^#(?=[^\s#!])/;
/** So many headings without their space, and one `#` has lost it as well: "#2 容器" above "###2.1…". */
const HABIT = 3;

/**
 * `###2、…`: headings whose author forgot the space. One `#` may be a comment or a tag, two or more are neither; on the
 * document's first line, or where the author never types the space, one is a title.
 */
function mendHeadings(lines: readonly Line[]): void {
  const mayMend = ({ kind, quotes, item }: Line): boolean =>
    kind === 'paragraph' && quotes === 0 && item === null;
  const mend = (line: Line, pattern: RegExp): void => {
    const signs = pattern.exec(line.source)?.[0].length ?? 0;
    if (signs === 0 || !mayMend(line)) return;
    const text = line.source.slice(signs).trim();
    Object.assign(line, { kind: 'heading', depth: signs, column: signs, text, lists: 0 });
    leaveList(lines, line.number);
  };
  const unspaced = lines.filter((line) => mayMend(line) && UNSPACED.test(line.source));
  for (const line of unspaced) mend(line, UNSPACED);
  for (const line of unspaced.length >= HABIT ? lines : lines.slice(0, 1)) mend(line, UNSPACED_TITLE);
}

/** By the book such a heading and what follows go on with the item of a list above it. */
function leaveList(lines: readonly Line[], start: number): void {
  for (let at = start; at < lines.length; at++) {
    const line = lines[at];
    if (line?.kind !== 'paragraph' || line.item !== null || /^[\s#]/.test(line.source)) return;
    Object.assign(line, { lists: 0, isBlockStart: at === start });
  }
}
