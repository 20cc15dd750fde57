import { unglued } from './glued-options';
import { letterOf } from './letters';
import type { Line } from './line';
import { readInnerSigns, readSigns, type Signed } from './option-signs';
import { findAtEnd } from './text-end';

/** One option as it stands in the document. */
export interface FoundOption {
  /** 'A', 'B' …; '' for an option without a letter (task lists, plain T/F lines get theirs later). */
  label: string;
  text: string;
  /** Ticked, or alone in bold, in colour or in backticks: the document marks it as right. */
  isMarked: boolean;
  /** Crossed out: the document marks it as wrong. */
  isDenied?: true;
  /** How the document names it where that is no letter: "2", "ii", "②". */
  figure?: string;
}

/**
 * How options are told: by letters, small letters, letters without a delimiter, "Option A", "①", task boxes, "True"/"False";
 * 'list': without letters, known by a key that repeats one of them; 'table': in the cells of a table.
 */
export type OptionStyle =
  | 'letter'
  | 'lower'
  | 'bare'
  | 'named'
  | 'circled'
  | 'task'
  | 'truth'
  | 'list'
  | 'table';

/** The options that one line holds. */
export interface OptionLine {
  style: OptionStyle;
  options: FoundOption[];
  /** A box or a ring typed before an option without a letter. */
  box: Signed['box'];
}

const LETTERED = /^[(（[【]?([A-Ha-h])\s*([.、．:：)）\]】])\s*(.*)$/su;
/** "Option A: …" */
const NAMED = /^(?:Option|OPTION|Choice|选项)\s{0,4}([A-H])\s{0,4}[.、．:：)）]\s*(.*)$/su;
const BARE = /^([A-H])(?:\s{1,8}(?=[^\s=+*/<>-])|(?=[\u4e00-\u9fff“《]))(.+)$/su;
const CIRCLED = /^([①-⑧])\s*(.+)$/su;
const RINGS = '①②③④⑤⑥⑦⑧';
const TRUTH =
  /^(?:T|F|True|False|对|错|正确|错误|√|×|✓|✗|是|否|(?:T|F|True|False)\s{0,4}[.、．:：)）]\s{0,4}(?:对|错|正确|错误|√|×))$/iu;
/** "true. 正确": said twice. */
const TRUTH_LABEL = /^(?:T|F|True|False)\s{0,4}[.、．:：)）]\s{0,4}(?=\S)/iu;
/** "c.shape": the member of something, behind a box. */
const MEMBER = /^[a-h]\.[a-z_]{2,}/u;
/** "**B.** …": a letter in bold or backticks. */
const SET_LETTER = /^(\*\*|`)([(（[]?[A-Ha-h]\s{0,4}[.、．:：)）\]]?)\1/u;
const LINE_BREAK = /(?:<br\s*\/?>|(?<!^[(（[]?[A-H][.、．:：)）\]]\s{0,8})\\)$/iu;
const LONGEST_BREAK = 20;
/** The number that Markdown gives an option of an ordered list. */
const LIST_NUMBER = /^\d{1,2}[.)]\s{1,12}(?=\S)/u;

/** An option that the document gives no letter, at its position in the list. */
export function unlettered(text: string, position: number): FoundOption {
  return { label: letterOf(position), text, isMarked: false };
}

/** "Ｂ．…": full-width letters of options become narrow; lengths stay. */
export function narrowLabels(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])[Ａ-Ｈａ-ｈ](?=\s*[.、．:：)）])/gu, (letter) =>
    letter.normalize('NFKC'),
  );
}

/** What may stand before the next option on a line, by style. */
function nextOption(style: OptionStyle, position: number): RegExp {
  const letter = letterOf(position);
  if (style === 'circled') return new RegExp(`\\s*${RINGS[position] ?? '⑧'}\\s*(?=\\S)`, 'u');
  if (style === 'bare')
    return new RegExp(`\\s\\s*${letter}(?:\\s{1,8}(?=\\S)|(?=[\\u4e00-\\u9fff“《]))`, 'u');
  const either = style === 'lower' ? letter.toLowerCase() : letter;
  return new RegExp(`(?:\\s|[;；])\\s*[(（【]?${either}\\s*[.、．:：)）】]\\s*(?=\\S)`, 'u');
}

function asOption(position: number, words: string, style: OptionStyle): FoundOption {
  const { text, isMarked, isDenied } = readInnerSigns(words.trim());
  const label = letterOf(position);
  const figure = style === 'circled' ? { figure: RINGS[position] ?? '' } : {};
  return { label, text, isMarked, ...figure, ...(isDenied ? { isDenied } : {}) };
}

/** "$(A + B)^{-1}$": a letter before a bracket in a formula begins nothing. */
function isInFormula(text: string, index: number): boolean {
  return (text.slice(0, index).match(/(?<!\\)\$/gu)?.length ?? 0) % 2 === 1;
}

/** `A. x  B. y  C. z` on one line, as printed exams have it; `first` is the position of its first option. */
export function splitInline(first: number, text: string, style: OptionStyle): FoundOption[] {
  const options: FoundOption[] = [];
  let position = first;
  let rest = text;
  for (;;) {
    const found = nextOption(style, position + 1).exec(rest);
    if (found === null || position >= 7 || isInFormula(rest, found.index)) break;
    options.push(asOption(position, rest.slice(0, found.index), style));
    rest = rest.slice(found.index + found[0].length);
    position += 1;
  }
  options.push(asOption(position, rest, style));
  return options;
}

/** A line break typed as a tag or a backslash is no text of the option, unless it is all of it. */
function withoutBreaks(text: string): string {
  const rest = text.replace(/^(?:<br\s*\/?>)+/iu, '').trim();
  return findAtEnd(rest, LINE_BREAK, LONGEST_BREAK)?.before ?? rest;
}

interface Lettered {
  style: OptionStyle;
  position: number;
  text: string;
}

function readLetter(text: string): Lettered | null {
  const lettered = LETTERED.exec(text);
  if (lettered !== null) {
    const [, letter = 'A', , rest = ''] = lettered;
    const isLower = letter === letter.toLowerCase();
    return {
      style: isLower ? 'lower' : 'letter',
      position: letter.toUpperCase().charCodeAt(0) - 65,
      text: rest,
    };
  }
  const named = NAMED.exec(text);
  if (named !== null)
    return { style: 'named', position: (named[1] ?? 'A').charCodeAt(0) - 65, text: named[2] ?? '' };
  const circled = CIRCLED.exec(text);
  if (circled !== null)
    return { style: 'circled', position: RINGS.indexOf(circled[1] ?? '①'), text: circled[2] ?? '' };
  const bare = BARE.exec(text);
  return bare === null
    ? null
    : { style: 'bare', position: (bare[1] ?? 'A').charCodeAt(0) - 65, text: bare[2] ?? '' };
}

/** What a sign around a whole line says of the one option that the line holds. */
function withSigns(options: FoundOption[], signed: Signed, isSet: boolean): FoundOption[] {
  const [only] = options;
  if (only === undefined || options.length > 1) return options;
  const isDenied = signed.isDenied || only.isDenied === true;
  return [
    { ...only, isMarked: only.isMarked || signed.isMarked || isSet, ...(isDenied ? { isDenied } : {}) },
  ];
}

/** So many options glued to each other on one line are options by themselves. */
const FEWEST_GLUED = 3;

/**
 * The options on a line of the given text; null when it holds none. `isChecked`: its task box, if it has one; fewer than
 * `fewestGlued` letters that stand in words are parts of these.
 */
export function readOptionText(
  source: string,
  isChecked: boolean | null,
  fewestGlued = FEWEST_GLUED,
): OptionLine | null {
  const signed = readSigns(narrowLabels(withoutBreaks(source)));
  const isSet = SET_LETTER.test(signed.text);
  const bare = signed.text.replace(SET_LETTER, '$2').trim();
  const letter = readLetter(bare);
  const { box } = signed;
  if (letter !== null && !(isChecked !== null && (letter.style === 'bare' || MEMBER.test(bare)))) {
    const { position, style } = letter;
    const text = style === 'letter' ? unglued(position, letter.text, fewestGlued) : letter.text;
    const options = splitInline(position, text, style);
    return {
      style,
      // Where a box says which is right, a bold letter is how letters look.
      options: withSigns(options, signed, (isSet && box === null) || isChecked === true),
      box,
    };
  }
  if (isChecked !== null)
    return { style: 'task', options: [{ label: '', text: source.trim(), isMarked: isChecked }], box: null };
  const { text, isMarked } = signed;
  if (TRUTH.test(text))
    return {
      style: 'truth',
      options: [{ label: '', text: text.replace(TRUTH_LABEL, ''), isMarked }],
      box: null,
    };
  return box === null ? null : { style: 'task', options: [{ label: '', text, isMarked }], box };
}

/** The options on a line, glued to each other from `fewestGlued` on; null when it holds none. */
export function readOptionLine(line: Line, fewestGlued = FEWEST_GLUED): OptionLine | null {
  if (line.kind !== 'paragraph') return null;
  const isChecked = line.item?.isChecked ?? null;
  const numbered = line.item?.isOrdered === true ? LIST_NUMBER.exec(line.text) : null;
  if (numbered === null) return readOptionText(line.text, isChecked, fewestGlued);
  const found = readOptionText(line.text.slice(numbered[0].length), isChecked);
  return found?.style === 'letter' || found?.style === 'lower' ? found : null;
}
