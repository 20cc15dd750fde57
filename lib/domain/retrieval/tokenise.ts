import { stemmer } from 'stemmer';

/** Scripts written without spaces: indexed as single characters and as pairs. */
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const RUN = new RegExp(
  // A run of CJK characters, or a word: letters and digits, also joined as in `lora_alpha`, `fine-tuning`, `torch.float16`.
  `[${CJK}]+|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+(?:[_.'’-](?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+)*[+#]*`,
  'gu',
);
const STARTS_WITH_CJK = new RegExp(`^[${CJK}]`, 'u');
const JOINTS = /[_.'’-]+/u;
/** `LoraConfig` → Lora|Config and `GPTQConfig` → GPTQ|Config; but LoRA, LoRAs and vLLM stay whole. */
const HUMPS = /(?<=[a-z0-9])(?=[A-Z][a-z])|(?<=[A-Z]{2})(?=[A-Z][a-z]{2})/u;

/**
 * Splits a text into index terms: NFKC, lower case; CJK as characters and character pairs; Latin words by
 * Porter stem; joined words and code identifiers whole and in parts (`fine-tuning` → finetun, fine, tune).
 * The same terms serve look-up and grading. '' gives [].
 */
export function tokenise(text: string): string[] {
  const terms: string[] = [];
  for (const [run] of text.normalize('NFKC').matchAll(RUN)) {
    if (STARTS_WITH_CJK.test(run)) addCharacters(run, terms);
    else addWord(run, terms);
  }
  return terms;
}

function addCharacters(run: string, terms: string[]): void {
  let previous = '';
  for (const character of run) {
    terms.push(character);
    if (previous) terms.push(previous + character);
    previous = character;
  }
}

function addWord(run: string, terms: string[]): void {
  if (DECIMAL.test(run)) {
    terms.push(run);
    return;
  }
  const pieces = run.split(JOINTS).filter(Boolean);
  const parts = pieces.flatMap((piece) => piece.split(HUMPS));
  terms.push(term(pieces.join('')));
  if (parts.length > 1) for (const part of parts) terms.push(term(part));
}

/** 3.5 is not 35: a number keeps its points. */
const DECIMAL = /^\p{N}+(?:\.\p{N}+)+$/u;

const ENGLISH = /^[a-z]{3,}$/;

function term(word: string): string {
  const lower = word.toLowerCase();
  return ENGLISH.test(lower) ? stemmer(lower) : lower;
}
