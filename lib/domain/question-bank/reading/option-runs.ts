import { readLabel } from './labels';
import { letterOf } from './letters';
import { filledFrom, type Line } from './line';
import { loneLetters } from './lone-letters';
import {
  type FoundOption,
  narrowLabels,
  type OptionLine,
  type OptionStyle,
  readOptionLine,
  readOptionText,
} from './option-line';
import { readOptionTable } from './option-tables';
import { shuffledRun } from './shuffled-options';

/** Consecutive options that begin with A; line indexes are 0-based, `end` exclusive. */
export interface OptionRun {
  start: number;
  end: number;
  style: OptionStyle;
  options: FoundOption[];
  /** Said to be options by what stands above them, the head of a table, or by boxes to tick. */
  isNamed?: boolean;
  /** On one line behind a label of their own, which may stand below the key. */
  isStated?: true;
}

/** A number or a question label begins the next question even without a blank line before it. */
const NEXT_QUESTION =
  /^(?:(?:[(（]\s{0,8}[^\s()（）]{0,6}\s{0,8}[)）]\s{0,4})?(?:第\s*)?[\d０-９]{1,3}\s*(?:题\s*)?[.、．)）:：]\s*\S|第\s?[\d０-９]{1,3}\s?[题问](?=\s|$)|Q\s*\d+\s*[.:：])/u;
/** How many lines may lie between two options: a code sample fits, a chapter does not. */
const MOST_CONTINUATION = 60;
/** Styles that prose and answers use as well: they neither cut other options short nor hold more than their line. */
const WEAK: ReadonlySet<OptionStyle> = new Set(['bare', 'circled'] as const);
/** Fewer options whose letters have no delimiter may be anything. */
const FEWEST_BARE = 3;

/** Collects runs in one pass; what stands between two options belongs to the first of them. */
class RunCollector {
  readonly runs: OptionRun[] = [];
  private run: OptionRun | null = null;
  private pending: Line[] = [];
  private sawBlank = false;
  private lists = 0;
  private boxes = new Set<OptionLine['box']>();

  add(option: OptionLine | null, line: Line, index: number): void {
    const isWords = option !== null && this.isWords(option);
    if (option !== null && !isWords && this.accepts(option, line)) this.push(option, line, index);
    else if (this.run !== null) this.continue(line, index);
  }

  /** Options that are known already. */
  addRun(run: OptionRun): void {
    this.close();
    this.runs.push(run);
  }

  /** "A dog …" or "① …" below "A. …" is text of that option. */
  private isWords(option: OptionLine): boolean {
    return this.run !== null && WEAK.has(option.style) && this.run.style !== option.style && !this.sawBlank;
  }

  private accepts(option: OptionLine, line: Line): boolean {
    const first = option.options[0];
    if (
      this.run !== null &&
      this.run.style === option.style &&
      line.lists === this.lists &&
      this.isNext(option, first)
    )
      return true;
    this.close();
    return first !== undefined && (first.label === 'A' || first.label === '');
  }

  private isNext(option: OptionLine, first: FoundOption | undefined): boolean {
    const count = this.run?.options.length ?? 0;
    if (option.style === 'truth') return count === 1 && this.run?.options[0]?.text !== first?.text;
    if (option.style === 'task') return !this.sawParagraph();
    return first?.label === letterOf(count);
  }

  private sawParagraph(): boolean {
    return this.pending.some((line) => line.kind === 'paragraph' && line.lists < this.lists);
  }

  private push(option: OptionLine, line: Line, index: number): void {
    this.extendLast();
    this.run ??= { start: index, end: index + 1, style: option.style, options: [] };
    this.boxes.add(option.box);
    this.run.options.push(...option.options);
    this.run.end = index + 1;
    this.lists = line.lists;
    this.pending = [];
    this.sawBlank = false;
  }

  /** A line that is no option: it continues the last one, may do so (decided by what follows), or ends the run. */
  private continue(line: Line, index: number): void {
    const run = this.run;
    if (run === null) return;
    if (
      line.kind === 'heading' ||
      line.kind === 'rule' ||
      (WEAK.has(run.style) && run.options.length < 2 && line.kind !== 'blank') ||
      this.pending.length > MOST_CONTINUATION ||
      (line.item !== null && line.lists <= this.lists) ||
      NEXT_QUESTION.test(line.text) ||
      isAnswerStart(line)
    ) {
      this.close();
      return;
    }
    this.pending.push(line);
    if (line.kind === 'blank') {
      this.sawBlank = true;
      return;
    }
    const isBelow = /^\s/.test(line.source) && run.style !== 'task';
    if (!this.sawBlank || (isBelow && line.lists >= this.lists)) {
      this.extendLast();
      run.end = index + 1;
      this.pending = [];
    }
  }

  /** What lies between two options belongs to the first of them. */
  private extendLast(): void {
    const last = this.run?.options.at(-1);
    if (last === undefined || this.pending.every((line) => line.kind === 'blank')) return;
    const rows = this.pending.map((line) => (line.quotes > 0 ? line.text : line.source));
    last.text = [last.text, ...rows].join('\n').trimEnd();
  }

  close(): void {
    if (this.run !== null && this.isWhole(this.run)) {
      for (const [position, option] of this.run.options.entries()) option.label ||= letterOf(position);
      const run = withoutDenied(this.run);
      this.runs.push(this.boxes.has('open') ? { ...run, isNamed: true } : run);
    }
    this.run = null;
    this.pending = [];
    this.sawBlank = false;
    this.boxes = new Set();
  }

  /** Rings that are all filled, or all empty, are bullets. */
  private isWhole({ style, options }: OptionRun): boolean {
    const isBulleted = this.boxes.has('filled') && !this.boxes.has('open');
    return options.length >= (style === 'bare' ? FEWEST_BARE : 2) && !isBulleted;
  }
}

/** Where all options but some are crossed out, those are right. */
export function withoutDenied(run: OptionRun): OptionRun {
  const isDecided = run.options.some((option) => option.isMarked);
  const isDenied = run.options.some((option) => option.isDenied === true);
  const options = run.options.map(({ label, text, isMarked, figure, isDenied: isWrong }) => ({
    label,
    text,
    ...(figure === undefined ? {} : { figure }),
    isMarked: isDecided ? isMarked && isWrong !== true : isDenied && isWrong !== true,
  }));
  return { ...run, options };
}

function isAnswerStart(line: Line): boolean {
  if (line.kind === 'html' && /<(?:details|summary)/i.test(line.text)) return true;
  const label = line.kind === 'paragraph' ? readLabel(line.text, false) : null;
  return label !== null && label.kind !== 'metadata' && label.kind !== 'tags';
}

/** A stem with its options behind it on the same line. */
export interface InlineOptions {
  /** The stem before the options. */
  title: string;
  /** The options as they stand in the line. */
  text: string;
  run: OptionRun;
}

const FIRST_INLINE = /[\s?？:：。.)）]\s{0,8}(?=[(（]?[AＡ]\s{0,4}[.、．:：)）]\s{0,8}\S)/gu;
/** Fewer letters in a row on the stem's line may be anything. */
const FEWEST_INLINE = 3;
/** Longer lines are not searched. */
const LONGEST_INLINE = 2_000;

/** "1. Which …? A. x B. y C. z" at line `index`, whose stem and options `title` holds; null where it holds none. */
export function readInlineOptions(title: string, index: number): InlineOptions | null {
  if (title.length > LONGEST_INLINE) return null;
  let last: InlineOptions | null = null;
  for (const found of narrowLabels(title).matchAll(FIRST_INLINE)) {
    const at = found.index + found[0].length;
    const text = title.slice(at);
    const read = readOptionText(text, null);
    if (read?.style !== 'letter' || read.options.length < FEWEST_INLINE) continue;
    if (read.options.some((option) => option.text === '')) continue;
    const run = withoutDenied({ start: index, end: index + 1, style: 'letter', options: read.options });
    // "… is ( A ). A. x B. y": the last letter from which all the others follow begins the options.
    last = { title: title.slice(0, at).trim(), text, run };
  }
  return last;
}

/** Whether a line begins with the letter that follows the last one of another. */
function follows(next: OptionLine | null | undefined, last: OptionLine | null): boolean {
  const [letter, first] = [last?.options.at(-1)?.label ?? '', next?.options[0]?.label ?? ''];
  return letter !== '' && first !== '' && first.charCodeAt(0) === letter.charCodeAt(0) + 1;
}

/**
 * The options on each line. Two glued to each other ("A.甲B.乙") are two where the letters of the filled lines around fit
 * that: the one below begins with C, or the one above ended so.
 */
function readLines(lines: readonly Line[]): (OptionLine | null)[] {
  const read = lines.map((line) => readOptionLine(line));
  let above: OptionLine | null = null;
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'blank') continue;
    const single = read[index];
    const glued = single?.style === 'letter' && single.options.length === 1 ? readOptionLine(line, 2) : null;
    const below = read[filledFrom(lines, index + 1)];
    const isTwo = glued?.options.length === 2 && !follows(below, single ?? null);
    const isTaken: boolean = isTwo && (follows(below, glued) || follows(glued, above));
    if (isTaken) read[index] = glued;
    above = isTaken ? glued : null;
  }
  return read;
}

/** All runs of options in the document, in order. */
export function findOptionRuns(lines: readonly Line[]): OptionRun[] {
  const collector = new RunCollector();
  const read = readLines(lines);
  for (let index = 0; index < lines.length; index++) {
    const whole =
      shuffledRun(read, lines, index) ?? readOptionTable(lines, index) ?? loneLetters(lines, index);
    if (whole !== null) {
      collector.addRun(withoutDenied(whole));
      index = whole.end - 1;
      continue;
    }
    const line = lines[index];
    if (line !== undefined) collector.add(read[index] ?? null, line, index);
  }
  collector.close();
  return collector.runs;
}
