import type { Line } from './line';
import type { FoundOption, OptionLine, OptionStyle } from './option-line';

/** Options whose letters stand in another order than the alphabet's. */
interface ShuffledRun {
  start: number;
  end: number;
  style: OptionStyle;
  options: FoundOption[];
}

/** Two letters the wrong way round may be anything. */
const FEWEST = 3;
const MOST = 8;

/** The one option on a line of letters. */
function single(read: OptionLine | null | undefined): FoundOption | null {
  const isLettered = read?.style === 'letter' || read?.style === 'lower';
  return isLettered && read.options.length === 1 ? (read.options[0] ?? null) : null;
}

/**
 * "a, d, b, c": lines right below each other, alike, whose letters are the first ones of the alphabet, each once, but
 * not in order. In the order of the letters; null where none begins at `index`.
 */
export function shuffledRun(
  read: readonly (OptionLine | null)[],
  lines: readonly Line[],
  index: number,
): ShuffledRun | null {
  const style = read[index]?.style;
  if (style === undefined || single(read[index]) === null || single(read[index - 1]) !== null) return null;
  const options: FoundOption[] = [];
  for (let at = index; options.length <= MOST; at++) {
    const option = single(read[at]);
    if (option === null || read[at]?.style !== style || lines[at]?.lists !== lines[index]?.lists) break;
    options.push(option);
  }
  const letters = options.map((option) => option.label).join('');
  const sorted = [...letters].sort().join('');
  if (letters.length < FEWEST || letters === sorted || sorted !== 'ABCDEFGH'.slice(0, letters.length))
    return null;
  const inOrder = options.sort((a, b) => a.label.localeCompare(b.label));
  return { start: index, end: index + letters.length, style, options: inOrder };
}
