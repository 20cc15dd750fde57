import type { LineRange, ReadingIssue, ReadPassage } from '../model';
import { BANK_MARK, type BankEntry, type BankParse, completeEntry, soundFields } from './entry';
import { type Block, type MarkdownFrame, readFrame } from './markdown-blocks';
import { PARTS, readPart } from './parts';

/** Our own Markdown as read; `passages` hold every text that stands outside the questions or could not be placed. */
export interface MarkdownParse extends BankParse {
  passages: ReadPassage[];
}

interface OpenQuestion {
  entry: Partial<BankEntry>;
  lines: LineRange;
}

const HEADING = /^(#{1,6})(?:[^\S\n]+([\s\S]*))?$/u;
const NUMBER = /^\d+\.(?:\s+|$)/u;
const DIFFICULTY = /^[-*+] 难度[：:][^\S\n]*(\d+(?:\.\d+)?)\s*\/\s*10\s*$/u;

/** The last line of a block that is not blank, 1-based. */
function lastLine(block: Block): number {
  const last = block.body.findLastIndex((line) => line.trim() !== '');
  return last < 0 ? block.line : block.bodyLine + last;
}

class Reader {
  readonly issues: ReadingIssue[] = [];
  readonly passages: ReadPassage[] = [];
  readonly entries: BankEntry[] = [];
  readonly lines: LineRange[] = [];
  private topics: string[] = [];
  private open: OpenQuestion | null = null;

  read(block: Block): void {
    const { marker } = block;
    if (marker === null) this.readOutside(block);
    else if (marker.name === 'end') this.close(block);
    else if (marker.name === 'question') this.begin(block);
    else this.readPart(block);
  }

  /** At the end of the document; a question that is still open was cut off. */
  finish(): void {
    if (this.open === null) return;
    this.report(
      'unclosed-question',
      this.open.lines.start,
      'This question has no end; the document may be cut off.',
    );
    this.keep(this.open);
    this.open = null;
  }

  report(code: string, line: number, message: string, severity: ReadingIssue['severity'] = 'warning'): void {
    this.issues.push({ code, severity, line, message });
  }

  /** JSON of a marker; undefined, with an issue, when it is none. */
  private attributesOf({ marker, line }: Block): unknown {
    if (!marker || marker.attributes === '') return undefined;
    try {
      return JSON.parse(marker.attributes);
    } catch {
      this.report(
        'bad-attribute',
        line,
        `The attributes of “${marker.name}” are not JSON; they were left out.`,
      );
      return undefined;
    }
  }

  private begin(block: Block): void {
    this.finish();
    const found = soundFields(this.attributesOf(block) ?? {}, 'question', (_, message) =>
      this.report('bad-attribute', block.line, message),
    );
    if (found === null)
      this.report('bad-attribute', block.line, 'The attributes of this question are no object.');
    const entry = { topics: [...this.topics], ...found };
    this.open = { entry, lines: { start: block.line, end: lastLine(block) } };
    this.readHead(block, this.open);
  }

  /** Below the marker of a question: its heading and its difficulty. */
  private readHead(block: Block, { entry, lines }: OpenQuestion): void {
    const rest = block.body.map((line, index) => {
      const heading = entry.stem === undefined ? HEADING.exec(line) : null;
      const difficulty = DIFFICULTY.exec(line);
      if (heading) {
        lines.start = block.bodyLine + index;
        entry.stem = (heading[2] ?? '').replace(NUMBER, '').trim();
      } else if (difficulty) {
        entry.difficulty = Number(difficulty[1]);
      } else return line;
      return '';
    });
    this.setAside(
      rest,
      block.bodyLine,
      'text-outside-parts',
      'This text belongs to no part of its question.',
    );
  }

  private readPart(block: Block): void {
    const { marker, line } = block;
    const part = PARTS.find(({ name }) => name === marker?.name);
    const entry = this.open?.entry;
    if (part === undefined) this.misplaced(block, 'unknown-part', 'There is no such part.');
    else if (this.open === null || entry === undefined)
      this.misplaced(block, 'part-outside-question', 'This part stands outside any question.');
    // A heading that holds no more than its number leaves the stem to its part.
    else if ((entry[part.field] ?? '') !== '')
      this.misplaced(block, 'duplicate-part', 'The question has this part already.');
    else {
      const value = readPart(part, this.attributesOf(block), block.body.join('\n'), (code, message) =>
        this.report(code, line, message),
      );
      Object.assign(entry, { [part.field]: value });
      this.open.lines.end = lastLine(block);
    }
  }

  private misplaced(block: Block, code: string, why: string): void {
    this.report(code, block.line, `“${block.marker?.name}”: ${why} Its text is kept beside the questions.`);
    this.setAside(block.body, block.bodyLine);
  }

  private close(block: Block): void {
    if (this.open === null)
      this.report('part-outside-question', block.line, 'A question ends here that never began.');
    else this.keep(this.open);
    this.open = null;
    this.readOutside(block);
  }

  private keep({ entry, lines }: OpenQuestion): void {
    if (entry.stem === undefined)
      this.report('no-stem', lines.start, 'This question has no heading and no stem.');
    this.entries.push(completeEntry(entry));
    this.lines.push(lines);
  }

  /** Between questions: headings say the topics, everything else is a passage. */
  private readOutside(block: Block): void {
    let from = 0;
    for (const [index, line] of block.body.entries()) {
      const heading = HEADING.exec(line);
      if (!heading) continue;
      this.setAside(block.body.slice(from, index), block.bodyLine + from);
      from = index + 1;
      const depth = (heading[1] ?? '').length - 1;
      // The only heading of level 1 is the document's title.
      this.topics = depth === 0 ? [] : [...this.topics.slice(0, depth - 1), (heading[2] ?? '').trim()];
    }
    this.setAside(block.body.slice(from), block.bodyLine + from);
  }

  /** Keeps a text that is part of no question as a passage, with an issue where it should not be there. */
  private setAside(body: readonly string[], line: number, code?: string, message?: string): void {
    const start = body.findIndex((text) => text.trim() !== '');
    if (start < 0) return;
    const end = body.findLastIndex((text) => text.trim() !== '');
    const text = body.slice(start, end + 1).join('\n');
    this.passages.push({ headings: [...this.topics], lines: { start: line + start, end: line + end }, text });
    if (code !== undefined && message !== undefined) this.report(code, line + start, message);
  }
}

function reportFrame(reader: Reader, frame: MarkdownFrame): void {
  if (frame.version !== BANK_MARK)
    reader.report(
      'unknown-version',
      1,
      `This bank was written as ${frame.version}; it was read as ${BANK_MARK}.`,
    );
  for (const line of frame.damaged)
    reader.report('bad-marker', line, 'This line begins as a marker but is none; it was kept as text.');
}

/** Reads our own Markdown strictly by its markers; null when it is none of ours. Never throws; linear in its size. */
export function parseMarkdownBank(text: string): MarkdownParse | null {
  const frame = readFrame(text);
  if (frame === null) return null;
  const reader = new Reader();
  reportFrame(reader, frame);
  for (const block of frame.blocks) reader.read(block);
  reader.finish();
  const { entries, lines, passages } = reader;
  const issues = reader.issues.sort((a, b) => a.line - b.line);
  return {
    format: 'markdown',
    ...(frame.title === undefined ? {} : { title: frame.title }),
    entries,
    lines,
    passages,
    issues,
  };
}
