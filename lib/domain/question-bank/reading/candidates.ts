import { withoutAskedBack } from './asked-back';
import type { KeyRange } from './chapter-keys';
import { offersChoice } from './choice-evidence';
import { withoutContents } from './contents';
import { type DocumentTitle, titleOf } from './document-title';
import { isAnswerHint, summaryText } from './fold';
import { readKeyText } from './key-entries';
import { kindHeadings } from './kind-headings';
import { type Label, readLabel } from './labels';
import { isAppendix, questionLikeness } from './likeness';
import { filledAbove, indexesOf, type Line } from './line';
import { listedAside } from './listed-aside';
import { type Mark, readMark } from './marks';
import { isKindTitle, isMereKind } from './metadata';
import { type InlineOptions, type OptionRun, readInlineOptions } from './option-runs';
import { candidateOfRun } from './run-candidate';
import { splitSameLine } from './same-line';
import { isInsideSentence, wrappedStemEnd } from './wrapped-stem';

/** What carries a candidate question. */
type Carrier = 'heading' | 'numbered' | 'bullet' | 'bold' | 'label' | 'line' | 'summary' | 'options';

/** A line that may begin a question. Which candidates do is decided over the whole document. */
export interface Candidate {
  /** 0-based line index. */
  index: number;
  /** Where the stem's lines end (exclusive): index + 1 but for a stem of several lines. */
  stemEnd: number;
  carrier: Carrier;
  /** Heading depth or list depth. */
  level: number;
  /** Candidates of one shape look alike to a reader: same carrier, level, kind of number, boldness. */
  shape: string;
  mark: Mark;
  /** 0..1, see questionLikeness. */
  likeness: number;
  /** Where the answer begins on the stem's own line: what follows the stem there. */
  rest?: string;
  /** Options on the stem's own line; the mark's title ends before them. */
  inline?: InlineOptions;
  /** One of the lines of a sheet of questions that nothing marks. */
  isListed: boolean;
  /** A numbered line within a quotation. */
  isQuoted: boolean;
}

/** The document as the later steps see it. */
export interface Survey {
  lines: readonly Line[];
  runs: readonly OptionRun[];
  /** Label at the beginning of a line, if any; never inside code or options. */
  labels: readonly (Label | null)[];
  /** Indexes of the headings that begin a section or a question, ascending. */
  headings: readonly number[];
  /** Heading lines that only carry on the stem of the heading before them. */
  continuations: ReadonlySet<number>;
  /** Option run that a line lies in, if any. */
  runAt: readonly (OptionRun | null)[];
  candidates: readonly Candidate[];
  title: DocumentTitle;
  /** Numbers of the questions that the document answers together. */
  answeredAtEnd: ReadonlySet<number>;
}

function carrierOf(line: Line, mark: Mark, isPlain: boolean): Carrier | null {
  if (line.kind === 'heading') return 'heading';
  if (line.kind === 'html') return summaryText(line) === null ? null : 'summary';
  if (line.kind !== 'paragraph' || line.quotes > 1) return null;
  if (mark.kind === 'question') return 'label';
  if (line.quotes > 0) return mark.kind === 'decimal' && mark.delimiter !== '' ? 'numbered' : null;
  if (mark.kind === 'decimal' || mark.kind === 'dotted') return 'numbered';
  if (
    ['chinese', 'parenthesised'].includes(mark.kind) &&
    (line.item !== null || line.isBlockStart || isPlain)
  )
    return 'numbered';
  if (line.item !== null) return 'bullet';
  if (mark.isBold) return 'bold';
  if (line.isListed === true) return 'line';
  const isAsking =
    line.isBlockStart && line.lists === 0 && /[?？]$/u.test(mark.title) && mark.title.length < 200;
  return isAsking ? 'line' : null;
}

/** How much a question counts that ends as an item within a sentence does. */
const GOES_ON = 0.3;

/** What has brackets for its key before its number is a question whatever it says. */
function likenessOf(mark: Mark): number {
  if (mark.verdict !== undefined) return 1;
  if (isAppendix(mark.title)) return 0;
  const title = mark.title.replaceAll('\n', ' ');
  // An item of a list that goes on says little by itself.
  return /[;；]$/u.test(title) ? GOES_ON * questionLikeness(title.slice(0, -1)) : questionLikeness(title);
}

/** A list item or heading that is only a link into this document: a table of contents. */
function isContentsLink(line: Line): boolean {
  return /^(?:\d+[.)]\s*)?\[.+\]\(#[^)]*\)[.。]?$/u.test(line.text);
}

function isUnderline(line: Line | undefined): boolean {
  return line?.kind === 'rule' && line.text.startsWith('=');
}

/** Options on the line of a stem that offers a choice, or with a key below them. */
function inlineOptions(title: string, lines: readonly Line[], index: number): InlineOptions | null {
  const inline = readInlineOptions(title, index);
  return inline !== null && offersChoice(inline.title, lines, inline.run) ? inline : null;
}

/** What a line or the lines of a broken sentence say, and where they end. */
function readLead(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
  index: number,
): { mark: Mark; stemEnd: number } {
  const line = lines[index];
  const text = line?.kind === 'html' ? (summaryText(line) ?? '') : (line?.text ?? '');
  const mark = readMark(text, line?.kind === 'heading' || line?.kind === 'html');
  const mayBreak =
    line?.kind === 'paragraph' && (line.isBlockStart || line.item !== null || mark.kind !== 'none');
  const stemEnd = mayBreak ? wrappedStemEnd(lines, labels, index) : index + 1;
  if (stemEnd === index + 1) return { mark, stemEnd };
  const whole = lines.slice(index, stemEnd).map((one) => one.text);
  return { mark: readMark(whole.join('\n'), false), stemEnd };
}

function candidateAt(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
  index: number,
  isPlain: boolean,
  isKindHeading: boolean,
): Candidate | null {
  const line = lines[index];
  if (line === undefined) return null;
  if (line.kind === 'blank' || line.kind === 'code' || line.kind === 'table' || isContentsLink(line))
    return null;
  const lead = readLead(lines, labels, index);
  const { mark } = lead;
  if (isKindHeading) Object.assign(mark, { kind: 'question', title: '' });
  else if (isMereKind(mark.title) || (line.kind === 'heading' && isKindTitle(line.text))) return null;
  const split = line.kind === 'paragraph' ? splitSameLine(mark.title) : null;
  if (split !== null) {
    const own = readMark(split.title, true);
    Object.assign(mark, own.kind === 'decimal' ? own : { title: split.title }, { isBold: true });
  }
  const inline = split === null ? inlineOptions(mark.title, lines, index) : null;
  if (inline !== null) mark.title = inline.title;
  const carrier = carrierOf(line, mark, isPlain);
  if (carrier === null || /^https?:\/\/\S*$/u.test(mark.title)) return null;
  if (carrier === 'summary' && (mark.title === '' || isAnswerHint(mark.title))) return null;
  if ((carrier === 'numbered' || carrier === 'label') && isInsideSentence(lines, index)) return null;
  if (carrier !== 'label' && carrier !== 'heading' && !/[\p{L}\p{N}]/u.test(mark.title)) return null;
  // The rest of the front matter, or what underlines a title, is no text of the question that it asks.
  let { stemEnd } = lead;
  while (
    lines[stemEnd]?.kind === 'frontmatter' ||
    lines[stemEnd]?.isFoldTitle === true ||
    isUnderline(lines[stemEnd])
  )
    stemEnd += 1;
  const level = carrier === 'heading' ? line.depth : line.lists;
  const shapeLevel = (carrier === 'numbered' || carrier === 'label') && line.lists <= 1 ? 1 : level;
  const kind = carrier === 'label' ? '' : mark.kind === 'letter' ? 'none' : mark.kind;
  const isListed = line.isListed === true;
  const isQuoted = carrier === 'numbered' && line.quotes > 0;
  const look = [isListed ? 'listed' : kind];
  if (mark.isBold && carrier !== 'heading') look.push('bold');
  if (isQuoted) look.push('quoted');
  return {
    index,
    stemEnd,
    carrier,
    level: shapeLevel,
    shape: carrier === 'summary' ? carrier : [`${carrier}${shapeLevel}`, ...look].join('|'),
    mark,
    likeness: likenessOf(mark),
    isListed,
    isQuoted,
    ...(split === null ? {} : { rest: split.rest }),
    ...(inline === null ? {} : { inline }),
  };
}

/** A heading of the same level on the very next line, without a number: the second line of a numbered stem. */
function continuesStem(previous: Candidate | undefined, candidate: Candidate): boolean {
  return (
    previous?.carrier === 'heading' &&
    candidate.carrier === 'heading' &&
    previous.index === candidate.index - 1 &&
    previous.level === candidate.level &&
    previous.mark.path.length > 0 &&
    !['decimal', 'dotted', 'question', 'chinese'].includes(candidate.mark.kind)
  );
}

/** Index of the `<details>` alone on its line above a summary, which belongs to the same question; -1: none. */
function detailsAbove(lines: readonly Line[], index: number): number {
  const above = filledAbove(lines, index);
  const line = lines[above];
  return line?.kind === 'html' && /^<details\b[^>]*>$/iu.test(line.text.trim()) ? above : -1;
}

/** Parts of a question that people give a heading of their own; such a heading is no section. */
const PARTS = new Set<Label['kind']>([
  'answer',
  'explanation',
  'options',
  'key-points',
  'mistakes',
  'rubric',
]);

/** Headings that begin a section or a question, or the answers of several. */
function structuralHeadings(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
  keys: readonly KeyRange[],
): number[] {
  const starts = new Set(keys.map((key) => key.start));
  const headings = lines.filter((line) => line.kind === 'heading').map((line) => line.number - 1);
  return headings.filter((index) => starts.has(index) || !PARTS.has(labels[index]?.kind as Label['kind']));
}

/** "# 追问：怎样验证？" above everything is a file's own question, not what hangs on another. */
function freeTitle(lines: readonly Line[], labels: (Label | null)[]): void {
  const first = lines.findIndex((line) => line.kind === 'heading');
  const label = labels[first];
  if (label?.kind === 'follow-up' && lines[first]?.depth === 1 && questionLikeness(label.rest) === 1)
    labels[first] = null;
}

/** Looks at every line outside of `keys` once and collects whatever may begin a question; `name` is the document's. */
export function survey(
  lines: readonly Line[],
  runs: readonly OptionRun[],
  isPlain: boolean,
  keys: readonly KeyRange[],
  name = '',
): Survey {
  const runAt: (OptionRun | null)[] = lines.map(() => null);
  for (const run of runs) for (let index = run.start; index < run.end; index++) runAt[index] = run;
  const labels = lines.map((line, index) => {
    if (runAt[index] !== null || (line.kind !== 'paragraph' && line.kind !== 'heading')) return null;
    return readLabel(line.text, line.kind === 'heading');
  });
  freeTitle(lines, labels);
  const isKey = new Set(keys.flatMap(indexesOf));
  const aside = listedAside(lines);
  const kinds = kindHeadings(lines);
  const candidates: Candidate[] = [];
  const continuations = new Set<number>();
  for (const index of lines.keys()) {
    const label = labels[index];
    if (isKey.has(index) || aside.has(index)) continue;
    if (runAt[index] !== null || (label != null && label.kind !== 'question')) continue;
    const candidate = candidateAt(lines, labels, index, isPlain, kinds.has(index));
    if (candidate === null) continue;
    const details = candidate.carrier === 'summary' ? detailsAbove(lines, index) : -1;
    if (details >= 0) candidate.index = details;
    if (continuesStem(candidates.at(-1), candidate)) continuations.add(index);
    else candidates.push(candidate);
  }
  const byLine = new Map(withoutContents(candidates, lines).map((candidate) => [candidate.index, candidate]));
  let previousEnd = 0;
  for (const run of runs) {
    const candidate = candidateOfRun(lines, run, previousEnd);
    previousEnd = run.end;
    const sameLine = candidate === null ? undefined : byLine.get(candidate.index);
    if (candidate !== null && (sameLine === undefined || sameLine.carrier === 'line'))
      byLine.set(candidate.index, candidate);
  }
  const headings = structuralHeadings(lines, labels, keys).filter((index) => !continuations.has(index));
  return {
    lines,
    runs,
    labels,
    headings,
    continuations,
    runAt,
    candidates: withoutAskedBack([...byLine.values()].sort((a, b) => a.index - b.index)),
    title: titleOf(lines, headings, name),
    answeredAtEnd: new Set(
      keys.flatMap((key) => readKeyText(lines, key).entries.map((entry) => entry.number)),
    ),
  };
}
