import { findAtEnd } from './text-end';

/** What an author puts around an option to say whether it is right, taken off it. */
export interface Signed {
  text: string;
  /** Ticked, pointed at, set in bold, in colour or in backticks. */
  isMarked: boolean;
  /** Crossed out or said to be wrong. */
  isDenied: boolean;
  /** Begins with a box or a ring to tick, empty or filled. */
  box: 'open' | 'filled' | null;
}

/** "*B. …": a star right before the letter. */
const STAR = /^\*(?=[(（[]?[A-Ha-h]\s{0,4}[.、．:：)）\]])/u;
const TICK_BEFORE = /^(?:[√✓✔✅☑👉]\ufe0f?|➡\ufe0f?|=>|->|→)\s{0,8}(?=\S)/u;
/** "X C. …" among "A. …" and "B. …": the box that somebody crossed. */
const CROSSED = /^[xX]\s{1,4}(?=[(（[]?[A-H][)）\].、．:：]\s|(?:True|False)$)/u;
const CROSS_BEFORE = /^[❌✗✘✖]\ufe0f?\s{0,8}(?=\S)/u;
const OPEN_BOX =
  /^(?:[☐□○◯⚪⬜🔲▢]\ufe0f?(?=[A-Ha-h]\s?[.、．:：)）])|(?:[☐□○◯⚪⬜🔲▢]\ufe0f?|\(\s{0,3}\)|\[\s{1,3}\])\s{1,8}(?=\S)(?!\d{1,3}\s?[.、．)]))/u;
const FILLED_BOX =
  /^(?:[☑■●◉⚫🔘⬛🟩🟢]\ufe0f?|\([xX*•√✓✔]\)|\[[xX√✓✔]\])\s{1,8}(?=\S)(?!\d{1,3}\s?[.、．)])/u;

const SAYS_RIGHT =
  '(?:(?:the\\s|this\\sis\\s(?:the\\s)?)?(?:correct|right)(?:\\s(?:answer|option|one))?|正确(?:答案|选项)?)';
const TICK_BEHIND = new RegExp(
  `(?:[✅✔✓☑√]\\ufe0f?|[*_]{0,2}[(（【[]\\s?(?:${SAYS_RIGHT}|answer|答案|[√✓✔✅]\\ufe0f?)\\s?[)）】\\]][*_]{0,2}|(?:[←👈⬅]\\ufe0f?|<-{1,3}|<={1,2})\\s?[*_]{0,2}(?:${SAYS_RIGHT}|answer|答案)?[.!。！]?[*_]{0,2}|\\s[-–—]{1,2}\\s?[*_]{0,2}${SAYS_RIGHT}[.!。！]?[*_]{0,2})$`,
  'iu',
);
/** "{ data-correct }": how a site's builder is told. */
const TOLD_BEHIND = /\{\s?(?:data-)?correct\s?\}$/iu;
const CROSS_BEHIND = /(?:[❌✗✘✖]\ufe0f?|\s×|[(（](?:wrong|incorrect|错误|×|✗|❌)[)）])$/iu;
/** Characters of such a sign with its words. */
const LONGEST_SIGN = 40;

/** "**B. …**", "==B. …==". */
const EMPHASIS = /^(\*\*|__|`|==)(?=\S)(.+)\1([。.]?)$/su;
const STRUCK = /^~~(?=\S)(.+)~~$/su;
/** Emphasis by tags, in colour or not. */
const TAGGED = /^<(b|strong|mark|u|ins|em|font|span)\b[^<>]{0,200}>([^<>]{1,2000})<\/\1>$/isu;
/** Pasted out of a page's source. */
const PARAGRAPH = /^<p>([^<>]{1,2000})<\/p>$/isu;
const STRUCK_TAG = /^<(s|del|strike)>([^<>]{1,2000})<\/\1>$/isu;
/** Signs nest, but not deeper. */
const MOST_SIGNS = 6;

type Step = { text: string } & Partial<Omit<Signed, 'text'>>;

function before(text: string): Step | null {
  const take = (pattern: RegExp): string | null => {
    const found = pattern.exec(text);
    return found === null ? null : text.slice(found[0].length);
  };
  const ticked = take(STAR) ?? take(TICK_BEFORE) ?? take(CROSSED);
  if (ticked !== null) return { text: ticked, isMarked: true };
  const crossed = take(CROSS_BEFORE);
  return crossed === null ? null : { text: crossed, isDenied: true };
}

function boxed(text: string): Step | null {
  const filled = FILLED_BOX.exec(text);
  if (filled !== null) return { text: text.slice(filled[0].length), isMarked: true, box: 'filled' };
  const open = OPEN_BOX.exec(text);
  return open === null ? null : { text: text.slice(open[0].length), box: 'open' };
}

function behind(text: string): Step | null {
  const tick = findAtEnd(text, TICK_BEHIND, LONGEST_SIGN) ?? findAtEnd(text, TOLD_BEHIND, LONGEST_SIGN);
  if (tick !== null && tick.before !== '') return { text: tick.before, isMarked: true };
  const cross = findAtEnd(text, CROSS_BEHIND, LONGEST_SIGN);
  return cross === null || cross.before === '' ? null : { text: cross.before, isDenied: true };
}

function around(text: string, allowsCode: boolean): Step | null {
  const set = EMPHASIS.exec(text);
  const inner = set?.[2] ?? '';
  if (set !== null && !inner.includes(set[1] ?? '') && (allowsCode || set[1] !== '`'))
    return { text: inner, isMarked: true };
  const paragraph = PARAGRAPH.exec(text)?.[1];
  if (paragraph !== undefined) return { text: paragraph };
  const tagged = TAGGED.exec(text)?.[2];
  if (tagged !== undefined) return { text: tagged, isMarked: true };
  const struck = STRUCK.exec(text)?.[1] ?? STRUCK_TAG.exec(text)?.[2];
  return struck === undefined || struck.includes('~~') ? null : { text: struck, isDenied: true };
}

function takeSigns(text: string, steps: readonly ((text: string) => Step | null)[]): Signed {
  const signed: Signed = { text, isMarked: false, isDenied: false, box: null };
  for (let round = 0; round < MOST_SIGNS; round++) {
    const { text: rest } = signed;
    const step = steps.reduce<Step | null>((found, next) => found ?? next(rest), null);
    if (step === null) break;
    Object.assign(signed, step, { text: step.text.trim() });
  }
  return signed;
}

/** Takes the signs off a whole option, its letter included. */
export function readSigns(line: string): Signed {
  return takeSigns(line, [boxed, before, behind, (text) => around(text, true)]);
}

/** Takes the signs off an option's own words, behind its letter. Code stays in its backticks. */
export function readInnerSigns(text: string): Signed {
  return takeSigns(text, [before, behind, (words) => around(words, false)]);
}
