import { endsInQuestionMark, questionLikeness } from './likeness';
import { bareLine, type Line } from './line';

/** A star right before an option's letter points the right one out, two stars begin bold. */
const BULLET = /^([-•·+]|\*(?!\*|[A-Ha-h]\s*[.、．:：)）]))\s*(?=\S)/;
/** `--- Phase 1 ---`, `=== Basics ===`, `【Basics】`, `第一章 …`: how plain text writes a section. */
const SECTION = [
  /^[-=*~_]{3,}\s*([^-=*~_\s].{0,40}?)\s*[-=*~_]{3,}$/,
  /^【(.{1,30})】$/,
  /^(第[一二三四五六七八九十百\d]{1,4}[章节篇部分].{0,30})$/,
];

/** "--3. …", "// 3. …": a question as the comment of a script. */
const COMMENTED = /^(?:-{2}|\/{2})\s{0,4}(?=[^\s\-=/])/;
const FEWEST_COMMENTED = 3;

/** Takes the sign of a comment off the lines of a script whose comments count its questions. */
function uncommented(lines: Line[]): Line[] {
  const counting = lines.filter(
    ({ text }) => COMMENTED.test(text) && /^\d{1,3}\s?[.、)]/u.test(text.replace(COMMENTED, '')),
  );
  if (counting.length < FEWEST_COMMENTED) return lines;
  return lines.map((line) => {
    const sign = COMMENTED.exec(line.text)?.[0] ?? '';
    return { ...line, column: line.column + sign.length, text: line.text.slice(sign.length) };
  });
}

/** Plain text: every line stands for itself; only sections, rules, bullets and indentation carry structure. */
export function annotatePlain(sources: readonly string[]): Line[] {
  let wasBlank = true;
  return uncommented(sources.map((source, index) => bareLine(index + 1, source))).map((line) => {
    if (line.kind === 'blank') {
      wasBlank = true;
      return line;
    }
    line.isBlockStart = wasBlank;
    wasBlank = false;
    if (/^[-=*~_]{3,}$/.test(line.text)) return { ...line, kind: 'rule' };
    const title = SECTION.map((pattern) => pattern.exec(line.text)?.[1]).find((found) => found !== undefined);
    if (title !== undefined) return { ...line, kind: 'heading', depth: 1, text: title };
    const bullet = BULLET.exec(line.text);
    if (bullet === null) return line;
    return {
      ...line,
      lists: 1,
      item: { isOrdered: false, isChecked: null },
      column: line.column + bullet[0].length,
      text: line.text.slice(bullet[0].length),
    };
  });
}

/** Fewer lines that ask right below an answer may ask for effect. */
const FEWEST_ASKING = 5;
/** Share of the lines that end with a question mark and are a sentence by themselves. */
const WHOLE = 0.8;
/** Share of them that may stand right above another. */
const MOST_LISTED = 0.2;
/** Longer lines argue. */
const LONGEST = 200;
/** What ends a sentence, or a line of code. */
const ENDS = /[.。!！?？:：;；)）}\]>"”]$/u;

/** Lets a question begin a block that stands right below the answer before, where nearly all that ask are whole lines. */
export function partAskingLines(lines: readonly Line[]): void {
  const ending = lines.filter(
    ({ kind, item, text }) => kind === 'paragraph' && item === null && endsInQuestionMark(text),
  );
  const whole = ending.filter(({ number, text }) => {
    const above = lines[number - 2];
    const isOwn = above === undefined || above.kind === 'blank' || ENDS.test(above.text);
    return isOwn && text.length <= LONGEST && questionLikeness(text) === 1;
  });
  if (whole.length < FEWEST_ASKING || whole.length < ending.length * WHOLE) return;
  // One right below the other they are a list, with or without answers elsewhere.
  const isWhole = new Set(whole);
  const listed = whole.filter(({ number }) => isWhole.has(lines[number] as Line));
  if (listed.length > whole.length * MOST_LISTED) return;
  for (const line of whole) line.isBlockStart = true;
}
