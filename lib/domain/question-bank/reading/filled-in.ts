import type { FoundOption } from './option-line';

/** A stem whose brackets held the key, with the key taken out: it would give the answer away. */
export interface FilledIn {
  /** The stem with empty brackets. */
  stem: string;
  /** "B", "ACD", "√" … as it stood in the brackets, letters in option order. */
  key: string;
}

const KEYS = '[A-HＡ-Ｈ](?:\\s{0,2}[,，、]?\\s{0,2}[A-HＡ-Ｈ]){0,7}';
const LETTERS = new RegExp(`([(（])\\s{0,24}(${KEYS})\\s{0,24}([)）])`, 'gu');
/** "…是___B___。" */
const ON_LINE = new RegExp(`(_{2,20})\\s{0,8}(${KEYS})\\s{0,8}(_{2,20})`, 'gu');
/** "…？【B】", "…？ 答案：B": the key behind the stem, before its options. */
const BEHIND = new RegExp(
  `\\s{0,8}(?:[【[]\\s{0,4}(?:答案[:：]\\s{0,4})?(${KEYS})\\s{0,4}[】\\]]|[(（【]?(?:正确|参考)?(?:答案|answer|ans)\\s{0,4}[:：]\\s{0,4}(${KEYS})[)）】]?)[.。]?$`,
  'iu',
);
/** "…的是（）B", "…的是 B": nothing but its place says that it is the key. */
const BARE_BEHIND = new RegExp(
  `(?<=[(（]\\s{0,8}[)）][。.]?\\s{0,4}|[：:？?。是的有为]\\s{0,4})(${KEYS})[.。]?$`,
  'u',
);
/** Characters of such a key. */
const LONGEST_BEHIND = 60;
const SIGN =
  /([(（])\s{0,8}([√×✓✗✔✘]|对|错|正确|错误|True|False|(?<=[.。!！"”]\s{0,8}[(（]\s{0,8})[TF])\s{0,8}([)）])([。.．]?)$/iu;

/** The letters of a key, each one of an option's, in option order; '' where they are not. */
function known(letters: string, options: readonly Pick<FoundOption, 'label'>[]): string {
  const named = new Set(letters.normalize('NFKC').replace(/[^A-H]/gu, ''));
  const labels = options.filter((option) => named.has(option.label)).map((option) => option.label);
  return labels.length === named.size ? labels.join('') : '';
}

function takeBehind(
  stem: string,
  options: readonly Pick<FoundOption, 'label'>[],
  pattern: RegExp,
): FilledIn | null {
  const from = Math.max(0, stem.length - LONGEST_BEHIND);
  const found = pattern.exec(stem.slice(from));
  const key = known(found?.[1] ?? found?.[2] ?? '', options);
  const rest = stem.slice(0, from + (found?.index ?? 0));
  return found === null || key === '' || rest === '' ? null : { stem: rest, key };
}

/** "Continuous Delivery (CD)": the first letters of the words before the brackets. */
function isAbbreviation(before: string, letters: string): boolean {
  const words = before
    .trim()
    .split(/[\s-]+/u)
    .slice(-letters.length);
  return letters.length > 1 && words.map((word) => word.charAt(0).toUpperCase()).join('') === letters;
}

/** "…应当（ B ）。": the letters of the options in the only brackets that hold such; null where there are none. */
export function takeLetters(stem: string, options: readonly Pick<FoundOption, 'label'>[]): FilledIn | null {
  for (const place of [LETTERS, ON_LINE]) {
    const found = [...stem.matchAll(place)];
    const key = known(found[0]?.[2] ?? '', options);
    if (
      found.length !== 1 ||
      key === '' ||
      isAbbreviation(stem.slice(0, found[0]?.index), found[0]?.[2] ?? '')
    )
      continue;
    return { stem: stem.replace(place, '$1 $3'), key };
  }
  return takeBehind(stem, options, BEHIND);
}

/** Letters at the end of a stem that nothing else gives a key to. */
export function takeBareLetters(
  stem: string,
  options: readonly Pick<FoundOption, 'label'>[],
): FilledIn | null {
  const found = takeBehind(stem, options, BARE_BEHIND);
  return found === null ? null : { ...found, stem: found.stem.trimEnd() };
}

/** The key before a question's number, where it fits the question: the letters of options, or a verdict on a statement. */
export function takeVerdict(
  verdict: string,
  stem: string,
  options?: readonly Pick<FoundOption, 'label'>[],
): FilledIn | null {
  const key = options === undefined ? verdict : known(verdict, options);
  const isVerdict = options !== undefined || !/^[A-H]+$/u.test(verdict) || verdict === 'F';
  return key === '' || !isVerdict ? null : { stem, key };
}

/** "…是__北京__。", "…<u>北京</u>…": what fills a blank. */
const BLANK = /(?<![_\w])__(?=[^\s_])([^_\n]{1,80})__(?![_\w])|<u>\s{0,8}([^<>\n]{1,80}?)\s{0,8}<\/u>/giu;

/** The words in the blanks of a stem, parted as exams part them, with the blanks left empty; null where none is filled. */
export function takeBlanks(stem: string): FilledIn | null {
  const words = [...stem.matchAll(BLANK)].map((found) => (found[1] ?? found[2] ?? '').trim());
  const isFilled = words.length > 0 && words.every((word) => /[\p{L}\p{N}]/u.test(word));
  return isFilled ? { stem: stem.replace(BLANK, '____'), key: words.join('；') } : null;
}

/** "海水是咸的。 √": the verdict behind a statement, without brackets. */
const BARE_SIGN = /(?<=[。.!！])\s{0,8}([√×✓✗✘])$/u;

/** "电是能源。（√）": the verdict at the end of a statement; null where there is none. */
export function takeSign(stem: string): FilledIn | null {
  const key = SIGN.exec(stem)?.[2];
  if (key !== undefined) return { stem: stem.replace(SIGN, '$1 $3$4'), key };
  const bare = BARE_SIGN.exec(stem);
  return bare === null ? null : { stem: stem.slice(0, bare.index), key: bare[1] ?? '' };
}
