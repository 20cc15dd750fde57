import type { Line } from './line';
import { unlettered } from './option-line';
import type { OptionRun } from './option-runs';

/** A choice has at least two options and rarely more than these. */
const FEWEST = 2;
const MOST = 8;
/** One such line may say anything. */
const FEWEST_LINES = 3;
/** Characters of an option. */
const LONGEST = 200;
const STATED =
  /^(?:\*\*)?(?:(?:answer\s|possible\s)?(?:choices|options)|选项|备选项?|候选项?)(?:\*\*)?\s{0,4}[:：](?:\*\*)?\s{0,4}(\S.*)$/iu;

function itemsOf(words: string): string[] {
  const parted = /[;；|]/u.test(words) ? words.split(/[;；|]/u) : words.split(/[,，、]/u);
  return parted.map((item) => item.trim()).filter((item) => item !== '');
}

function runAt({ kind, text }: Line, index: number): OptionRun | null {
  const words = kind === 'paragraph' ? STATED.exec(text)?.[1] : undefined;
  if (words === undefined || /^[(（[]?[A-H][.)、．:：]/iu.test(words)) return null;
  const items = itemsOf(words);
  if (items.length < FEWEST || items.length > MOST || items.some((item) => item.length > LONGEST))
    return null;
  return { start: index, end: index + 1, style: 'list', options: items.map(unlettered), isStated: true };
}

/** "Choices: red; green; blue": all options on a line that says what they are, above the key or below it. */
export function findStatedOptions(lines: readonly Line[], isTaken: (index: number) => boolean): OptionRun[] {
  const runs = lines.flatMap((line, index) => (isTaken(index) ? [] : (runAt(line, index) ?? [])));
  return runs.length >= FEWEST_LINES ? runs : [];
}
