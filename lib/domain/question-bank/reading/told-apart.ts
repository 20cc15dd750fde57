import { readLabel } from './labels';
import { filledFrom, type Line } from './line';

/** "#### --distractors--", "**Wrong answers:**", "干扰项：": the options that are wrong stand below, the right one apart. */
const WRONG = /^(?:distractors?|(?:wrong|incorrect) (?:answers?|options?)|干扰项|错误(?:答案|选项))$/iu;
/** A heading over the words of the question, of which it says nothing. */
const WORDS = /^(?:text|stem|题干|题面)$/iu;
/** Signs that set such a line off. */
const SIGNS = /^[\s*_#-]{1,8}|[\s*_:：-]{1,8}$/gu;
/** Fewer questions with wrong answers apart are a word by chance. */
const FEWEST = 2;
/** Lines that options and answer of one question take. */
const LONGEST = 80;

const bare = ({ text }: Line): string => text.replace(SIGNS, '');
const isHead = ({ kind }: Line): boolean => kind === 'heading' || kind === 'paragraph';

/** Where the wrong options and the right one of a question stand; `answer` and `wrong` are the lines that say so. */
interface ToldApart {
  wrong: number;
  answer: number;
  end: number;
}

function isAnswerHead(line: Line | undefined): boolean {
  if (line === undefined || !isHead(line)) return false;
  const label = readLabel(bare(line), true);
  return label?.kind === 'answer' && label.rest === '';
}

/** What begins at the line of the wrong options; null where no right one follows. */
function readAt(lines: readonly Line[], wrong: number): ToldApart | null {
  let answer = wrong + 1;
  const limit = Math.min(lines.length, wrong + LONGEST);
  while (answer < limit && lines[answer]?.kind !== 'heading' && !isAnswerHead(lines[answer])) answer += 1;
  if (!isAnswerHead(lines[answer])) return null;
  let end = filledFrom(lines, answer + 1);
  while (end < lines.length && !['blank', 'heading', 'rule'].includes(lines[end]?.kind ?? '')) end += 1;
  return { wrong, answer, end };
}

function clear(line: Line | undefined): void {
  if (line !== undefined) Object.assign(line, { kind: 'blank', text: '', depth: 0, isBlockStart: false });
}

/** Makes a list with boxes to tick of the options, the right one ticked; rules between them part nothing else. */
function asBoxes(lines: readonly Line[], { wrong, answer, end }: ToldApart): void {
  for (let at = wrong; at < end; at++) {
    const line = lines[at];
    if (at === wrong || at === answer || line?.kind === 'rule') clear(line);
    else if (line?.kind === 'paragraph' && (line.isBlockStart || line.item !== null))
      Object.assign(line, { lists: 1, item: { isOrdered: false, isChecked: at > answer } });
  }
}

/** Questions whose wrong options stand apart from the right one, each under a line that says which they are. */
export function markToldApart(lines: readonly Line[]): void {
  const found = [...lines.keys()].flatMap((index) => {
    const line = lines[index];
    const told = line !== undefined && isHead(line) && WRONG.test(bare(line)) ? readAt(lines, index) : null;
    return told === null ? [] : [told];
  });
  if (found.length < FEWEST) return;
  for (const told of found) asBoxes(lines, told);
  for (const line of lines.filter(({ kind }) => kind === 'heading')) {
    if (WORDS.test(bare(line))) clear(line);
    else line.text = line.text.replace(/^--(?=\S)|(?<=\S)--$/gu, '');
  }
}
