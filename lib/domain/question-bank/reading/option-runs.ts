import { readLabel } from './labels';
import type { Line } from './line';
import { findAtEnd } from './text-end';

/** One option as it stands in the document. */
export interface FoundOption {
  /** 'A', 'B' …; '' for an option without a letter (task lists, plain T/F lines get theirs later). */
  label: string;
  text: string;
  /** Ticked, or alone in bold or backticks: the document marks it as right. */
  isMarked: boolean;
}

/** Consecutive options that begin with A; line indexes are 0-based, `end` exclusive. */
export interface OptionRun {
  start: number;
  end: number;
  /** 'list': options without letters, known by the key that repeats one of them. */
  style: 'letter' | 'lower' | 'task' | 'truth' | 'list';
  options: FoundOption[];
}

interface OptionLine {
  style: OptionRun['style'];
  options: FoundOption[];
}

const LETTERED = /^[(（[]?([A-Ha-h])\s*([.、．:：)）\]])\s*(.*)$/su;
const TRUTH = /^(?:T|F|True|False|对|错|正确|错误|√|×|✓|✗|是|否)$/iu;
const RIGHT_SIGN = /(?:✅|✔️?|[(（](?:correct|right|正确|正确答案|√)[)）])$/iu;
/** Characters of such a sign. */
const LONGEST_SIGN = 12;
const LINE_BREAK = /(?:<br\s*\/?>|\\)$/iu;
const LONGEST_BREAK = 12;
/** A number or a question label begins the next question even without a blank line before it. */
const NEXT_QUESTION = /^(?:(?:第\s*)?[\d０-９]{1,3}\s*(?:题\s*)?[.、．)）:：]\s*\S|Q\s*\d+\s*[.:：])/u;
/** A sign before the right option: "*B. …", "√ B. …". */
const RIGHT_MARK = /^(?:\*|[√✓✔✅☑]\ufe0f?\s*)(?=[（(]?[A-H]\s*[.、．:：)）])/u;

/** "Ｂ．…": full-width letters of options become narrow; lengths stay. */
function narrowLabels(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])[Ａ-Ｈａ-ｈ](?=\s*[.、．:：)）])/gu, (letter) =>
    letter.normalize('NFKC'),
  );
}

/** How many lines may lie between two options: a code sample fits, a chapter does not. */
const MOST_CONTINUATION = 60;

/** `A. x  B. y  C. z` on one line, as printed exams have it. */
function splitInline(label: string, text: string): FoundOption[] {
  const options: FoundOption[] = [];
  let current = label;
  let rest = text;
  for (;;) {
    const next = String.fromCharCode(current.charCodeAt(0) + 1);
    const found = new RegExp(`(?:\\s|[;；])\\s*[(（]?${next}\\s*[.、．:：)）]\\s*(?=\\S)`, 'u').exec(rest);
    if (found === null) break;
    options.push({ label: current.toUpperCase(), text: rest.slice(0, found.index).trim(), isMarked: false });
    rest = rest.slice(found.index + found[0].length);
    current = next;
  }
  options.push({ label: current.toUpperCase(), text: rest.trim(), isMarked: false });
  return options;
}

/** A line break typed as a tag or a backslash is no text of the option. */
function withoutBreaks(text: string): string {
  const rest = text.replace(/^(?:<br\s*\/?>)+/iu, '').trim();
  return findAtEnd(rest, LINE_BREAK, LONGEST_BREAK)?.before ?? rest;
}

function readOption(line: Line): OptionLine | null {
  if (line.kind !== 'paragraph') return null;
  const isTask = line.item !== null && line.item.isChecked !== null;
  const plain = withoutBreaks(line.text);
  const raw = narrowLabels(plain).replace(RIGHT_MARK, '');
  const isPointedOut = RIGHT_MARK.test(plain);
  const wrapped = /^(\*\*|`)(.+)\1[。.]?$/su.exec(raw);
  const isWrapped = wrapped !== null && !(wrapped[2] ?? '').includes(wrapped[1] ?? '');
  const bare = (
    isWrapped ? (wrapped?.[2] ?? raw) : raw.replace(/^\*\*([A-Ha-h]\s*[.、．:：)）]?)\*\*/u, '$1')
  ).trim();
  const letter = LETTERED.exec(bare);
  if (letter === null) {
    if (isTask)
      return { style: 'task', options: [{ label: '', text: raw, isMarked: line.item?.isChecked === true }] };
    return TRUTH.test(bare)
      ? { style: 'truth', options: [{ label: '', text: bare, isMarked: isWrapped }] }
      : null;
  }
  const label = letter[1] ?? 'A';
  const text = letter[3] ?? '';
  const sign = findAtEnd(text, RIGHT_SIGN, LONGEST_SIGN);
  const options = splitInline(label, sign?.before ?? text);
  const only = options[0];
  if (only !== undefined && options.length === 1) {
    only.isMarked =
      isWrapped ||
      isPointedOut ||
      line.item?.isChecked === true ||
      sign !== null ||
      /^\*\*.+\*\*$/su.test(only.text);
  }
  return { style: label === label.toLowerCase() ? 'lower' : 'letter', options };
}

/** Collects runs in one pass; what stands between two options belongs to the first of them. */
class RunCollector {
  readonly runs: OptionRun[] = [];
  private run: OptionRun | null = null;
  private pending: Line[] = [];
  private sawBlank = false;
  private lists = 0;

  add(line: Line, index: number): void {
    const option = readOption(line);
    if (option !== null && this.accepts(option, line)) this.push(option, line, index);
    else if (this.run !== null) this.continue(line, index);
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
    return first?.label === String.fromCharCode(65 + count);
  }

  private sawParagraph(): boolean {
    return this.pending.some((line) => line.kind === 'paragraph' && line.lists < this.lists);
  }

  private push(option: OptionLine, line: Line, index: number): void {
    this.extendLast();
    this.run ??= { start: index, end: index + 1, style: option.style, options: [] };
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
    if (this.run !== null && this.run.options.length >= 2) {
      for (const [position, option] of this.run.options.entries())
        option.label ||= String.fromCharCode(65 + position);
      this.runs.push(this.run);
    }
    this.run = null;
    this.pending = [];
    this.sawBlank = false;
  }
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
  for (const found of title.matchAll(FIRST_INLINE)) {
    const at = found.index + found[0].length;
    const text = title.slice(at);
    const letter = LETTERED.exec(narrowLabels(text));
    const options = letter === null ? [] : splitInline('A', letter[3] ?? '');
    if (options.length < FEWEST_INLINE || options.some((option) => option.text === '')) continue;
    const run: OptionRun = { start: index, end: index + 1, style: 'letter', options };
    return { title: title.slice(0, at).trim(), text, run };
  }
  return null;
}

/** All runs of options in the document, in order. */
export function findOptionRuns(lines: readonly Line[]): OptionRun[] {
  const collector = new RunCollector();
  for (const [index, line] of lines.entries()) collector.add(line, index);
  collector.close();
  return collector.runs;
}
