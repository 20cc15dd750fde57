import { letterOf } from './letters';
import type { Line } from './line';
import { type FoundOption, unlettered } from './option-line';

/** Options whose letters stand on lines of their own, as copying from a practice site leaves them. */
interface LoneRun {
  start: number;
  end: number;
  style: 'letter';
  options: FoundOption[];
}

const FEWEST = 3;
const MOST = 8;
/** Lines that the words of one option may take. */
const LONGEST = 6;

/** The lines below a lone letter up to the next one, or to a blank line or the end of the words. */
function wordsBelow(lines: readonly Line[], start: number, next: string): { text: string; end: number } {
  const words: string[] = [];
  let at = start;
  while (words.length < LONGEST) {
    const line = lines[at];
    const isEnd = line?.kind !== 'paragraph' || line.text === next;
    if (isEnd || (words.length > 0 && next === '')) break;
    words.push(line.text);
    at += 1;
  }
  return { text: words.join('\n'), end: at };
}

function isLetter(lines: readonly Line[], index: number, position: number): boolean {
  const line = lines[index];
  return line?.kind === 'paragraph' && line.text === letterOf(position);
}

/** "A", its words on the next line, "B", its words …; null where no such options begin at `index`. */
export function loneLetters(lines: readonly Line[], index: number): LoneRun | null {
  if (!isLetter(lines, index, 0)) return null;
  const options: FoundOption[] = [];
  let at = index;
  let end = index;
  while (options.length < MOST && isLetter(lines, at, options.length)) {
    const next = letterOf(options.length + 1);
    const hasNext = lines.slice(at + 1, at + 2 + LONGEST).some((line) => line.text === next);
    const words = wordsBelow(lines, at + 1, hasNext ? next : '');
    if (words.text === '') break;
    options.push(unlettered(words.text, options.length));
    end = words.end;
    at = end;
    while (lines[at]?.kind === 'blank' && at < end + 2) at += 1;
  }
  return options.length < FEWEST ? null : { start: index, end, style: 'letter', options };
}
