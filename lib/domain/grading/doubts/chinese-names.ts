import type { Expansion } from './abbreviations';

/** "SFT（监督微调）", "SFT（Supervised Fine-Tuning，监督微调）", "SFT，即监督微调". */
const NAMED =
  /(?<![A-Za-z0-9])([A-Za-z][A-Za-z0-9]{1,9})(?:\s*[（(](?:[A-Za-z][A-Za-z\s–‐-]*[,，、;；]\s*)?|\s*[,，]\s*即|\s*的?全称(?:是|为)|\s*的中文(?:名|全称)?(?:是|为))\s*[“"]?(\p{Script=Han}{3,14})(?=[”"\s]*[)）,，。；;、/]|$)/gu;

/** Chinese names that a text gives of an abbreviation. */
export function chineseExpansionsIn(text: string): Expansion[] {
  return [...text.matchAll(NAMED)]
    .filter(({ 1: abbreviation = '' }) => (abbreviation.match(/[A-Z]/g)?.length ?? 0) >= 2)
    .map(({ 0: quote, 1: abbreviation = '', 2: phrase = '' }) => ({ abbreviation, phrase, quote }));
}

/** The head of a Chinese name is at least its last two characters: 监督*微调*, 近端*策略优化*. */
const HEAD = 2;

/**
 * Whether a name is of the same kind of thing as a known one (it ends like it) and of another thing: what stands before
 * the common end shares no character with any known name. What does not end alike is a remark in brackets and no name.
 */
export function standsForAnother(name: string, known: readonly string[]): boolean {
  const common = Math.max(...known.map((other) => commonEnd(name, other)));
  const rest = [...name.slice(0, name.length - common)];
  return (
    common >= HEAD &&
    rest.length > 0 &&
    rest.every((character) => known.every((other) => !other.includes(character)))
  );
}

function commonEnd(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left.at(-1 - length) === right.at(-1 - length)) length += 1;
  return length;
}
