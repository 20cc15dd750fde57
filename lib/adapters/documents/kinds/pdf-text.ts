import { withoutEdges } from './pdf-edges';
import { CJK, type PdfLine, type PdfPage, sortedLines } from './pdf-lines';
import { isWrapped, least, type Margins, marginsOf } from './pdf-margins';
import { type PdfTable, withTables } from './pdf-tables';

/** What begins a line of its own, however full the line before is: numbers, letters of options, bullets, labels. */
const STARTS =
  /^(?:[（(【[]?(?:\d{1,4}|[A-Ha-h]|[一二三四五六七八九十百]{1,4})(?:[、．:：)）\]】]|\.(?!\d))|第\s*[\d一二三四五六七八九十百]{1,4}\s*[题章节问]|[-•·●○■□▪◦*–—]\s?|[①-⑳]|(?:Q|A|问|答|问题|答案|解析|Question|Answer|Explanation)\s*\d{0,4}\s*[.:：、])/iu;
/** What word processors set before the items of a list, which Markdown has a mark for. */
const BULLET = /^[•▪◦]\s*(?=\S)/u;
/** Larger than the text by this factor, and a line is a heading. */
const HEADING = 1.14;
const MOST_HEADING_LEVELS = 4;
const LONGEST_HEADING = 90;
/** A paragraph that is bold as a whole says something by it; a document that mostly is does not. */
const MOST_BOLD = 0.5;
const LONGEST_BOLD = 300;
/** Bold words that begin a line and come to an end: a question, a term. Letters alone may be bold where their font has no other. */
const BOLD_LEAD = /\p{L}{2}.*[?？:：.。!！]\s*$/u;

interface Style {
  /** Font size of the text. */
  body: number;
  /** Usual distance between two lines of a paragraph. */
  leading: number;
  /** Font sizes of headings, largest first. */
  headings: number[];
  /** Whether the whole document is set like code, which then says nothing. */
  isMonospaced: boolean;
  isBold: boolean;
  margins: Margins;
}

interface Block {
  kind: 'text' | 'code' | 'heading' | 'table';
  level: number;
  text: string;
  lines: PdfLine[];
  isBold: boolean;
  /** How many of its first characters are bold, where others follow. */
  boldLead: number;
  /** Whether white space stands before it. */
  isApart: boolean;
  rows?: string[][];
}

/** Where a line stands to the one before it. */
interface Place {
  isApart: boolean;
  /** First of its page or column. */
  isFirst: boolean;
}

/** Pages as Markdown: lines joined to paragraphs, larger letters as headings, running heads and page numbers dropped. */
export function pagesToMarkdown(pages: readonly PdfPage[]): string {
  const kept = withoutEdges(pages).filter(({ lines }) => lines.length > 0);
  const style = styleOf(kept);
  const blocks: Block[] = [];
  for (const page of kept) {
    let before: PdfLine | null = null;
    for (const item of inOrder(withTables(page.lines), style.margins)) {
      if ('rows' in item) placeTable(item, before === null, blocks);
      else placeLine(item, before, style, blocks);
      before = 'rows' in item ? item.last : item;
    }
  }
  return `${blocks.map((block, index) => separator(blocks[index - 1], block) + printed(block)).join('')}\n`;
}

/** From the top down, unless there are columns: programs draw some things later than what stands below them. */
function inOrder(items: readonly (PdfLine | PdfTable)[], { isOneColumn }: Margins): (PdfLine | PdfTable)[] {
  if (!isOneColumn) return [...items];
  const topOf = (item: PdfLine | PdfTable) => ('rows' in item ? item.top : item.y);
  const result: (PdfLine | PdfTable)[] = [];
  let lines: PdfLine[] = [];
  for (const item of [...items].sort((one, other) => topOf(other) - topOf(one))) {
    if ('rows' in item) {
      result.push(...sortedLines(lines), item);
      lines = [];
    } else lines.push(item);
  }
  return [...result, ...sortedLines(lines)];
}

/** A table that goes on on the next page is one, and its names of columns are said once. */
function placeTable({ rows, last }: PdfTable, isFirst: boolean, blocks: Block[]): void {
  const before = blocks.at(-1);
  const [head] = before?.rows ?? [];
  if (isFirst && before?.rows && head?.length === rows[0]?.length) {
    const isRepeated = head?.join('|') === rows[0]?.join('|');
    before.rows.push(...(isRepeated ? rows.slice(1) : rows));
    return;
  }
  blocks.push({
    kind: 'table',
    level: 0,
    text: '',
    lines: [last],
    isBold: false,
    boldLead: 0,
    isApart: true,
    rows: [...rows],
  });
}

function placeLine(line: PdfLine, before: PdfLine | null, style: Style, blocks: Block[]): void {
  const last = blocks.at(-1);
  const level = headingLevel(line, style);
  const gap = before === null ? 0 : before.y - line.y;
  const at = { isApart: gap > style.leading * 1.45, isFirst: before === null || gap < 0 };
  // Code and bold words may begin a line of a paragraph, or be all of it.
  const isWithin =
    last?.kind === 'text' &&
    !at.isApart &&
    isWrapped(lastOf(last), line, style.margins.rightOf(lastOf(last)));
  const isCode = line.isMonospaced && !style.isMonospaced && !isWithin;
  const kind = level > 0 ? 'heading' : isCode ? 'code' : 'text';
  const isAmong = isWithin && last?.isBold === false && !/[。！？.!?]$/u.test(last.text);
  const isBold = kind === 'text' && line.isBold && !style.isBold && !isAmong;
  const isLead =
    kind === 'text' && !style.isBold && !isBold && BOLD_LEAD.test(line.text.slice(0, line.boldLead));
  const boldLead = isLead ? line.boldLead : 0;
  const goesOn = last?.isBold === isBold || (last?.isBold === true && boldLead > 0);
  if (last?.kind === kind && last.level === level && goesOn && belongs(last, line, at, style))
    join(last, line, boldLead);
  else
    blocks.push({
      kind,
      level,
      text: line.text,
      lines: [line],
      isBold,
      boldLead,
      isApart:
        at.isApart ||
        (gap < 0 &&
          last !== undefined &&
          !isWrapped(lastOf(last), line, style.margins.rightOf(lastOf(last)))),
    });
}

function lastOf({ lines }: Block): PdfLine {
  return lines.at(-1) as PdfLine;
}

function belongs(block: Block, line: PdfLine, at: Place, style: Style): boolean {
  const last = lastOf(block);
  if (block.kind === 'code') return at.isFirst || last.y - line.y < style.leading * 4;
  if (at.isApart || STARTS.test(line.text) || !isWrapped(last, line, style.margins.rightOf(last)))
    return false;
  if (block.kind === 'heading') return !at.isFirst && Math.abs(last.size - line.size) < 0.5;
  const hangs = block.lines.length === 1 && STARTS.test(last.text);
  // A first line set in begins a paragraph; one that hangs below its number or bullet does not.
  const isSetIn = !at.isFirst && !hangs && line.x > last.x + line.size * 0.8;
  return !isSetIn && Math.abs(last.size - line.size) <= last.size * 0.1;
}

function join(block: Block, line: PdfLine, boldLead: number): void {
  block.lines.push(line);
  if (block.kind === 'code') return;
  const next = line.text;
  if (/\p{L}-$/u.test(block.text) && /^\p{Ll}/u.test(next)) block.text = block.text.slice(0, -1) + next;
  else {
    const isCjk = CJK.test(block.text.at(-1) ?? '') && CJK.test(next[0] ?? '');
    const isLatin = !CJK.test(block.text.at(-1) ?? '') && !CJK.test(next[0] ?? '');
    block.text += (isCjk || !(isLatin || /\s$/u.test(block.text)) ? '' : ' ') + next;
  }
  if (!block.isBold || boldLead === 0) return;
  block.isBold = false;
  block.boldLead = block.text.length - next.length + boldLead;
}

/** Code keeps its indentation, counted in letters of its font (.6 of their size wide), and its empty lines. */
function code(lines: readonly PdfLine[]): string {
  const left = least(lines.map(({ x }) => x));
  const gaps = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y);
  const leading = least(gaps.filter((gap) => gap > 0));
  return lines
    .map((line, index) => {
      const empty = Math.max(0, Math.round((gaps[index - 1] ?? 0) / leading) - 1);
      const indent = Math.min(40, Math.round((line.x - left) / (line.size * 0.6)));
      return `${'\n'.repeat(index > 0 ? Math.min(2, empty) : 0)}${' '.repeat(indent)}${line.text}`;
    })
    .join('\n');
}

function headingLevel(line: PdfLine, { body, headings }: Style): number {
  if (line.size < body * HEADING || line.text.length > LONGEST_HEADING) return 0;
  const level = headings.findIndex((size) => line.size >= size - 0.5);
  return level < 0 ? MOST_HEADING_LEVELS : Math.min(level + 1, MOST_HEADING_LEVELS);
}

function styleOf(pages: readonly PdfPage[]): Style {
  const lines = pages.flatMap((page) => page.lines);
  const weight = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    weight.set(rounded, (weight.get(rounded) ?? 0) + text.length);
  }
  const letters = (some: readonly PdfLine[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const all = letters(lines);
  const body = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
  const headings = [...weight.keys()].filter((size) => size >= body * HEADING).sort((a, b) => b - a);
  const gaps = pages.flatMap((page) =>
    page.lines.slice(1).flatMap((line, index) => {
      const gap = (page.lines[index]?.y ?? 0) - line.y;
      return gap > body * 0.5 && gap < body * 3 ? [gap] : [];
    }),
  );
  return {
    body,
    leading: gaps.length > 0 ? quantile(gaps, 0.35) : body * 1.4,
    headings,
    isMonospaced: letters(lines.filter((line) => line.isMonospaced)) > all * 0.6,
    isBold: letters(lines.filter((line) => line.isBold)) > all * MOST_BOLD,
    margins: marginsOf(pages, body),
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function separator(before: Block | undefined, block: Block): string {
  if (before === undefined) return '';
  const isPlain =
    before.kind === 'text' && block.kind === 'text' && BULLET.test(before.text) === BULLET.test(block.text);
  return isPlain && !block.isApart ? '\n' : '\n\n';
}

function printed({ kind, level, text, lines, isBold, boldLead, rows }: Block): string {
  if (kind === 'heading') return `${'#'.repeat(level)} ${text}`;
  if (rows) return table(rows);
  if (kind === 'code') return lines.length > 1 ? `\`\`\`\n${code(lines)}\n\`\`\`` : text;
  if (BULLET.test(text)) return text.replace(BULLET, '- ');
  const bold = isBold ? text.length : boldLead;
  if (bold === 0 || bold > LONGEST_BOLD || text.includes('*')) return text;
  return `**${text.slice(0, bold).trim()}**${text.slice(bold)}`;
}

function table([head = [], ...rows]: readonly string[][]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '-')), ...rows.map(line)].join('\n');
}
