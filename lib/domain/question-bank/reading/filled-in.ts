import type { FoundOption } from './option-line';

/** A stem whose brackets held the key, with the key taken out: it would give the answer away. */
export interface FilledIn {
  /** The stem with empty brackets. */
  stem: string;
  /** "B", "ACD", "√" … as it stood in the brackets, letters in option order. */
  key: string;
}

const LETTERS = /([(（])\s{0,8}([A-H](?:\s{0,2}[,，、]?\s{0,2}[A-H]){0,7})\s{0,8}([)）])/gu;
const SIGN = /([(（])\s{0,8}([√×✓✗✔✘]|对|错|正确|错误|True|False)\s{0,8}([)）])([。.．]?)$/iu;

/** "…应当（ B ）。": the letters of the options in the only brackets that hold such; null where there are none. */
export function takeLetters(stem: string, options: readonly Pick<FoundOption, 'label'>[]): FilledIn | null {
  const found = [...stem.matchAll(LETTERS)];
  const letters = new Set((found[0]?.[2] ?? '').replace(/[^A-H]/gu, ''));
  const known = options.filter((option) => letters.has(option.label));
  if (found.length !== 1 || known.length !== letters.size) return null;
  return { stem: stem.replace(LETTERS, '$1 $3'), key: known.map((option) => option.label).join('') };
}

/** "电是能源。（√）": the verdict at the end of a statement; null where there is none. */
export function takeSign(stem: string): FilledIn | null {
  const key = SIGN.exec(stem)?.[2];
  return key === undefined ? null : { stem: stem.replace(SIGN, '$1 $3$4'), key };
}
