import { type Glossary, thingsNamed, tokenise } from '../../retrieval';
import { hanWeight, wordWeight } from '../offline/background';
import { spellsOut } from './abbreviations';

/** What a reference has in common with its question and its bank. */
export interface CommonGround {
  /** Different telling terms of the reference. */
  terms: number;
  /** Whether it takes up its own question: by a telling term, another name, an abbreviation spelled out. */
  own: boolean;
  /** How many of its terms its own question or the bank has too. */
  shared: number;
  /** Whether words tell what it is about: code and formulas name things as they please. */
  isProse: boolean;
  /** Texts in different scripts share no terms whatever they are about. */
  script: Script;
}

/** What a question asks about, in all the ways an answer may take it up. */
export interface Subject {
  terms: ReadonlySet<string>;
  characters: ReadonlySet<string>;
  abbreviations: readonly string[];
}

export type Script = 'cjk' | 'latin' | 'other';

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;
/** One character of these scripts says about as much as three letters. */
const LETTERS_PER_CHARACTER = 3;

/** The script that most of a text is written in. */
export function scriptOf(text: string): Script {
  const cjk = countOf(text, CJK) * LETTERS_PER_CHARACTER;
  const latin = countOf(text, /\p{Script=Latin}/gu);
  const other = countOf(text, /\p{L}/gu) - latin - cjk / LETTERS_PER_CHARACTER;
  if (other > Math.max(cjk, latin)) return 'other';
  return cjk > latin ? 'cjk' : 'latin';
}

/** A word that stands by itself: the parts of `fine-tuning` and `get_data` do not. */
const WORD = /(?<![\p{L}\p{N}_-])[a-z]+(?:['’][a-z]+)?(?![\p{L}\p{N}_-])/giu;
/** The weight of an English word that is neither grammar nor in every explanation. */
const TELLING_WORD = wordWeight('algorithm');
/** A pair of characters tells something when neither is grammar and one is not common either. */
const TELLING_PAIR = 1 + hanWeight('大');

/** The terms of a text that tell its subject by themselves, without a corpus to learn common words from. */
export function tellingTerms(text: string): Set<string> {
  const bare = text
    .normalize('NFKC')
    .replace(WORD, (word) => (wordWeight(word.toLowerCase()) < TELLING_WORD ? ' ' : word));
  return new Set(tokenise(bare).filter(isTelling));
}

function isTelling(term: string): boolean {
  const [first = '', second = ''] = term;
  if (second === '' || /^[\p{N}.]+$/u.test(term)) return false;
  if (!/^\p{Script=Han}/u.test(term)) return true;
  const weights = [hanWeight(first), hanWeight(second)] as const;
  return Math.min(...weights) > 0 && weights[0] + weights[1] >= TELLING_PAIR;
}

const ABBREVIATION = /(?<![A-Za-z0-9])[A-Z][A-Za-z0-9]{2,9}(?![A-Za-z0-9])/gu;

/** @param texts what is asked, with its options and headings */
export function subjectOf(texts: readonly string[], glossary: Glossary): Subject {
  const asked = texts.join('\n');
  const names = [...thingsNamed(glossary, asked).groups.values()].flat();
  return {
    terms: tellingTerms([asked, ...names].join('\n')),
    characters: tellingCharacters(asked),
    abbreviations: asked.match(ABBREVIATION) ?? [],
  };
}

/** So large a share of the question's characters does not stand in an answer by chance: 堆 of 堆排序. */
const TAKEN_UP = 0.25;

/** Whether a text takes up a subject. */
export function takesUp(text: string, terms: ReadonlySet<string>, subject: Subject): boolean {
  for (const term of terms) if (subject.terms.has(term)) return true;
  const characters = tellingCharacters(text);
  const common = [...subject.characters].filter((character) => characters.has(character)).length;
  if (common > 0 && common >= subject.characters.size * TAKEN_UP) return true;
  return subject.abbreviations.some((abbreviation) => spellsOut(abbreviation, text));
}

function tellingCharacters(text: string): Set<string> {
  return new Set([...text.matchAll(/\p{Script=Han}/gu)].map(String).filter((each) => hanWeight(each) === 1));
}

/** A share of such signs above this is code or a formula. */
const MOST_SIGNS = 0.06;

/** Whether a text is written in sentences or names, not in code or formulas. */
export function isProse(text: string): boolean {
  return !text.includes('```') && countOf(text, /[={}[\]<>;$\\^|_+]/gu) <= text.length * MOST_SIGNS;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Fewer terms are no ground to judge on. */
const FEWEST_TERMS = 5;
/** Fewer references in the same script do not tell how much is usual. */
const FEWEST_ALIKE = 5;
/**
 * How unlikely so little in common must be, were the reference like the others of the bank. On samples of 8, 12 and 20
 * questions from real banks this and the other signs together flag 1 to 2.5 % of the references as they are, and 85 to
 * 96 % of one-sentence answers from another field put in their place.
 */
const IMPROBABLE = 0.05;

/** How much the references of a bank usually share, by script. */
export type UsualGround = ReadonlyMap<Script, number>;

/** The median share, for the scripts that enough references are written in. */
export function usualGround(grounds: readonly CommonGround[]): UsualGround {
  const shares = new Map<Script, number[]>();
  for (const { terms, shared, script } of grounds)
    if (terms >= FEWEST_TERMS) shares.set(script, [...(shares.get(script) ?? []), shared / terms]);
  const known = [...shares].filter(([, values]) => values.length >= FEWEST_ALIKE);
  return new Map(known.map(([script, values]) => [script, medianOf(values)]));
}

/** The middle value, the upper one of two; 0 of none. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Whether a reference has nothing to do with its question and, for its length, too little with its bank. */
export function isApart(ground: CommonGround, usual: UsualGround): boolean {
  const rate = usual.get(ground.script);
  if (rate === undefined || ground.own || !ground.isProse || ground.terms < FEWEST_TERMS) return false;
  return atMost(ground.shared, ground.terms, rate) < IMPROBABLE;
}

/** The binomial probability of at most so many successes. */
function atMost(successes: number, trials: number, rate: number): number {
  let [term, sum] = [(1 - rate) ** trials, 0];
  for (let count = 0; count <= successes; count += 1) {
    sum += term;
    term *= ((trials - count) / (count + 1)) * (rate / (1 - rate));
  }
  return sum;
}
