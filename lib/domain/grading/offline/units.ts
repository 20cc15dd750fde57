import { NUMERAL, numeralValue } from '../checks/numerals';
import { hanWeight, wordWeight } from './background';
import { stemOf } from './english';

/** The smallest thing the offline grader compares: a Han character, a word or a number, with its place in the text. */
export interface Unit {
  /** What is compared: the character itself, the word's stem, the normalised number. */
  key: string;
  kind: 'han' | 'word' | 'number';
  /** Offsets into the original text, so that every quote is verbatim. */
  start: number;
  end: number;
  /** How much the unit says by itself, 0 (grammar) .. 2 (a number). */
  weight: number;
  /** False when punctuation or a line break stands between this unit and the one before. */
  isJoined: boolean;
}

interface Folded {
  text: string;
  /** For each character of `text`, where it comes from. */
  from: number[];
}

/** Half-width, lower case, compatibility forms folded (full-width letters, ①), with a way back to the original. */
export function fold(original: string): Folded {
  let text = '';
  const from: number[] = [];
  let offset = 0;
  for (const character of original) {
    const folded = /[\u0021-\u007e\u4e00-\u9fff]/.test(character) ? character : character.normalize('NFKC');
    for (let index = 0; index < folded.length; index++) from.push(offset);
    text += folded;
    offset += character.length;
  }
  from.push(original.length);
  return { text, from };
}

// In order: complexity terms and calls with one short argument, numbers, words, Han characters.
const UNIT = new RegExp(
  String.raw`[oO]\s?\(\s?[\w^ +*]{1,10}\s?\)|(?<![A-Za-z])[nN]\s?\*?\s?log\s?\(?\s?[nN](?![A-Za-z])\)?|\d[\d,]*(?:\.\d+)?|${NUMERAL}|[A-Za-zÀ-ɏα-ωΑ-Ω][A-Za-zÀ-ɏ0-9_'’]*|[\u3400-\u9fff\uf900-\ufaff]|[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff]+`,
  'gu',
);
const IS_NUMERAL = new RegExp(`^(?:${NUMERAL})$`, 'u');

/** Mark-up that would otherwise read as words. */
const LATEX_COMMAND =
  /\\(?:frac|text|mathbf|mathrm|cdot|times|left|right|quad|begin|end|in|sum|sqrt)(?![a-z])/g;

/**
 * Splits a text into units.
 * @param original any text, also Markdown; code and formulas are read as their words, numbers and letters.
 */
export function unitsOf(original: string): Unit[] {
  const { text, from } = fold(original.replace(LATEX_COMMAND, (command) => ' '.repeat(command.length)));
  const units: Unit[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(UNIT)) {
    const gap = text.slice(previousEnd, match.index);
    const unit = readUnit(match[0], text, match.index);
    const end = match.index + match[0].length;
    units.push({
      ...unit,
      start: from[match.index] ?? 0,
      end: from[end] ?? original.length,
      isJoined: !/[^\s*_`$"“”'‘’()[\]-]|\n/.test(gap),
    });
    previousEnd = end;
  }
  return units;
}

function readUnit(raw: string, text: string, at: number): Pick<Unit, 'key' | 'kind' | 'weight'> {
  if (/^o\s?\(/i.test(raw)) return { key: raw.toLowerCase().replace(/\s/g, ''), kind: 'number', weight: 2 };
  // "n log n" is said for O(n log n).
  if (/^n\s?\*?\s?log/i.test(raw)) return { key: 'o(nlogn)', kind: 'number', weight: 2 };
  if (/^\d/.test(raw)) return { key: String(Number(raw.replace(/,/g, ''))), kind: 'number', weight: 1.5 };
  if (IS_NUMERAL.test(raw)) return { key: String(numeralValue(raw)), kind: 'number', weight: 1.5 };
  if (/^[\u3400-\u9fff\uf900-\ufaff]/u.test(raw)) return { key: raw, kind: 'han', weight: hanWeight(raw) };
  if (isSymbol(raw, text, at)) return { key: `@${raw.toLowerCase()}`, kind: 'word', weight: 1 };
  const word = raw.toLowerCase().replace(/[’']/g, "'").replace(/'s?$/, '');
  return { key: stemOf(word), kind: 'word', weight: wordWeight(word) };
}

/** No article stands before these: "A and C", "A is". */
const BEFORE_NOUN = /^ (?!(?:and|or|is|are|was|were|has|have|had|will|in|on|to)\b)[a-z]/;

/** A single capital letter names something ("bulb A"), unless it is the article or the pronoun at work. */
function isSymbol(raw: string, text: string, at: number): boolean {
  if (raw.length !== 1 || raw === raw.toLowerCase() || raw === 'I') return false;
  return (
    raw !== 'A' ||
    !BEFORE_NOUN.test(text.slice(at + 1, at + 8)) ||
    /[\w,] $/.test(text.slice(Math.max(0, at - 2), at))
  );
}

/** A pair of neighbouring Han characters: the words of Chinese, near enough. `first` is the index of the left unit. */
export interface Pair {
  key: string;
  first: number;
  weight: number;
}

/**
 * Pairs of Han characters that touch. Pairs of English words were tried and rank no better than the words alone (r within
 * questions .489 with and without), while they lower every paraphrase.
 */
export function pairsOf(units: readonly Unit[]): Pair[] {
  const pairs: Pair[] = [];
  units.forEach((left, first) => {
    const right = units[first + 1];
    if (left.kind !== 'han' || right?.kind !== 'han' || !right.isJoined) return;
    const sum = left.weight + right.weight;
    pairs.push({
      key: left.key + right.key,
      first,
      weight: left.weight && right.weight ? sum / 2 : 0.2 * sum,
    });
  });
  return pairs;
}
