/** What a text says an abbreviation stands for. */
export interface Expansion {
  /** As written: "SFT", "LoRA". */
  abbreviation: string;
  /** The words it is said to stand for. */
  phrase: string;
  /** The exact words of the text that say so. */
  quote: string;
}

const ABBREVIATION = '[A-Za-z][A-Za-z0-9]{1,9}';
/** Bounded, so that a long run of letters or words is gone through once: more words than an abbreviation stands for. */
const WORD = "[A-Za-z][A-Za-z0-9'’]{0,40}(?![A-Za-z0-9'’])";
const WORDS = `(?<![A-Za-z0-9'’])${WORD}(?:[\\s–‐-]{1,2}${WORD}){1,12}`;
/** "SFT (Supervised …", "SFT 是 Supervised …", "SFT stands for supervised …". */
const ABBREVIATION_FIRST = new RegExp(
  `(?<![A-Za-z0-9])(${ABBREVIATION})([*\`_"“”\\s]*[（(]\\s*|[\\s*\`,]+(?:stands? for|is short for|short for|means|refers to|is)\\s+[*\`"“]*|[^A-Za-z\\n。；;（(]{1,12}?)(${WORDS})`,
  'gu',
);
/** "Supervised Fine-Tuning (SFT)", "supervised fine-tuning, 简称 SFT". */
const PHRASE_FIRST = new RegExp(
  `(${WORDS})([*\`"”\\s]*[（(]\\s*|[^A-Za-z\\n]{0,6}(?:简称|缩写)[^A-Za-z\\n]{0,4}|,?\\s+(?:abbreviated (?:as|to)|or)\\s+)(${ABBREVIATION})(?![A-Za-z0-9])`,
  'gu',
);

/** Words that an abbreviation may pass over. */
const SMALL_WORDS = new Set('a an the of for from with and in on to by via'.split(' '));
const MOST_WORDS = 9;

/** Every expansion that a text gives of an abbreviation, by the letters: the words must spell it. */
export function expansionsIn(text: string): Expansion[] {
  const found: Expansion[] = [];
  for (const { 0: quote, 1: abbreviation = '', 2: joint = '', 3: words = '' } of text.matchAll(
    ABBREVIATION_FIRST,
  )) {
    if (!isAbbreviation(abbreviation)) continue;
    const phrase = spelledAtStart(wordsOf(words), abbreviation, /[（(]/u.test(joint));
    if (phrase === null) continue;
    const end = quote.length - words.length + endOf(words, phrase);
    found.push({ abbreviation, phrase: phrase.join(' '), quote: quote.slice(0, end) });
  }
  for (const { 0: quote, 1: words = '', 3: abbreviation = '' } of text.matchAll(PHRASE_FIRST)) {
    if (!isAbbreviation(abbreviation)) continue;
    const phrase = spelledAtEnd(wordsOf(words), abbreviation);
    if (phrase === null) continue;
    const start = words.length - lengthOfLast(words, phrase.length);
    found.push({ abbreviation, phrase: phrase.join(' '), quote: quote.slice(start) });
  }
  return found;
}

/** At least two capitals tell LoRA and SFT from a word at the head of a sentence. */
function isAbbreviation(text: string): boolean {
  return (text.match(/[A-Z]/g)?.length ?? 0) >= 2;
}

function wordsOf(phrase: string): string[] {
  return phrase.split(/[^A-Za-z0-9'’]+/u).filter(Boolean);
}

/** In brackets one word may be left over, and belongs to the phrase: "LoRa (Long Range Radio)". */
function spelledAtStart(
  words: readonly string[],
  abbreviation: string,
  isBracketed: boolean,
): string[] | null {
  for (let count = Math.min(words.length, MOST_WORDS); count >= 2; count -= 1) {
    if (!spells(words.slice(0, count), abbreviation)) continue;
    return words.slice(0, isBracketed && count === words.length - 1 ? words.length : count);
  }
  return null;
}

function spelledAtEnd(words: readonly string[], abbreviation: string): string[] | null {
  for (let count = 2; count <= Math.min(words.length, MOST_WORDS); count += 1) {
    const phrase = words.slice(-count);
    if (!SMALL_WORDS.has(phrase[0]?.toLowerCase() ?? '') && spells(phrase, abbreviation)) return phrase;
  }
  return null;
}

/** Whether a text has words in a row that spell an abbreviation, named or not. */
export function spellsOut(abbreviation: string, text: string): boolean {
  if (!isAbbreviation(abbreviation)) return false;
  const words = wordsOf(text);
  return words.some((word, start) => {
    if (word[0]?.toLowerCase() !== abbreviation[0]?.toLowerCase()) return false;
    for (let count = 2; count <= MOST_WORDS && start + count <= words.length; count += 1)
      if (spells(words.slice(start, start + count), abbreviation)) return true;
    return false;
  });
}

/** Whether each word in turn gives its first letters: lo·ra from Low Rank, r·lhf from Reinforcement … Feedback. */
function spells(words: readonly string[], abbreviation: string): boolean {
  const letters = abbreviation.toLowerCase().replace(/s$/, (end) => (abbreviation.endsWith('s') ? '' : end));
  const from = (word: number, letter: number): boolean => {
    const text = words[word]?.toLowerCase();
    if (text === undefined) return letter === letters.length;
    if (SMALL_WORDS.has(text) && from(word + 1, letter)) return true;
    for (
      let length = 1;
      letters.startsWith(text.slice(0, length), letter) && length <= text.length;
      length += 1
    )
      if (from(word + 1, letter + length)) return true;
    return false;
  };
  return words.length >= 2 && from(0, 0);
}

/** Where the n-th word ends in the text it was split from. */
function endOf(text: string, phrase: readonly string[]): number {
  let at = 0;
  for (const word of phrase) at = text.indexOf(word, at) + word.length;
  return at;
}

function lengthOfLast(text: string, count: number): number {
  const starts = [...text.matchAll(/[A-Za-z0-9'’]+/gu)].map((match) => match.index);
  return text.length - (starts.at(-count) ?? 0);
}
