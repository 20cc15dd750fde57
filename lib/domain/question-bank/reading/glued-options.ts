import { letterOf } from './letters';

/** What stands right before the letter of an option that nothing parts from the one before: the end of a word that is not Latin. */
const BEHIND_WORD = '(?<=[\\p{Script=Han}\\p{N}）)》」”’%％。，,、；;])';
/** The same of a whole set of letters, which is no accident whatever stands before them. */
const BEHIND_ANY = '(?<=[^\\s(（.])';
/** So many options are a whole set. */
const WHOLE = 4;
const LAST = 7;
/** "A.甲，B.乙，C.丙": a comma behind every option is none of its words. */
const PARTED = /[，,、；;]\s?$/u;

/** Where the letters after `first` stand in turn, with nothing or with space before each. */
function lettersIn(first: number, text: string, behind: string): number[] {
  const found: number[] = [];
  for (let position = first + 1; position <= LAST; position++) {
    const letter = letterOf(position);
    const next = new RegExp(`(?:(?<=\\s)|${behind})${letter}\\s?[.、．:：]\\s?(?=[^\\s.、．:：])`, 'gu');
    next.lastIndex = (found.at(-1) ?? 0) + 1;
    const at = next.exec(text)?.index;
    if (at === undefined) break;
    found.push(at);
  }
  return found;
}

/**
 * "1978年B.1982年C.1990年", the text of the option at `first` and of those glued to it, with a space before each letter;
 * as it is where fewer than `fewest` options are found so.
 */
export function unglued(first: number, text: string, fewest: number): string {
  const whole = lettersIn(first, text, BEHIND_ANY);
  const found = whole.length + 1 >= WHOLE ? whole : lettersIn(first, text, BEHIND_WORD);
  if (found.length + 1 < fewest) return text;
  const starts = [0, ...found];
  const pieces = starts.map((at, index) => text.slice(at, starts[index + 1]));
  const areParted = pieces.slice(0, -1).every((piece) => PARTED.test(piece));
  return pieces.map((piece) => (areParted ? piece.replace(PARTED, '') : piece)).join(' ');
}
