import { findAtEnd } from './text-end';

/** How a candidate question is numbered or labelled. */
type MarkKind =
  | 'none'
  | 'decimal'
  | 'dotted'
  | 'parenthesised'
  | 'circled'
  | 'chinese'
  | 'letter'
  | 'question';

/** The beginning of a line, taken apart. */
export interface Mark {
  kind: MarkKind;
  /** [3] for "3.", [2, 1] for "2.1", [] without a number. */
  path: number[];
  /** What stands behind the number: ".", "、", ")" …; tells the questions' numbers from an answer's. */
  delimiter: string;
  /** The whole line (its number aside) is bold. */
  isBold: boolean;
  /** "EN", "RU", "中文" … when the label names a language. */
  language: string | null;
  /** What is left: the stem, without outer bold, anchors and emoji. '' when the line is only a label. */
  title: string;
  /** Emoji at the end of the line, as written; some banks give the difficulty so. */
  emoji: string;
  /** Emoji or other picture at the beginning of the line, as written. */
  sign: string;
  /** The line begins with a link. */
  isLink: boolean;
  /** How hard the line itself calls its question, in brackets before or behind it; '' when it does not. */
  rating: string;
  /** What stands in brackets before the number, where an exam leaves room for the key: "√", "B"; '' when left empty. */
  verdict?: string;
}

const INVISIBLE = /[\u200b\u2060\ufeff\u00ad]/g;
const EMOJI = '(?:\\p{Extended_Pictographic}|\\u200d|\\ufe0f|[\\u{1f3fb}-\\u{1f3ff}])';
/** A picture, ":rat:", an arrow that points at the text, or the "?>" of a site's note. */
const LEADING_SIGN = new RegExp(
  `^(?:${EMOJI}+|:[a-z][a-z0-9_+-]{1,30}:|-{1,3}>|={1,2}>|[?!]>|[➤►▶»➜➔])\\s*`,
  'u',
);
const SIGN = new RegExp(`^(?:\\*\\*|__)?(${EMOJI}+|:[a-z][a-z0-9_+-]{1,30}:)`, 'u');
const TRAILING_EMOJI = new RegExp(`(${EMOJI}+)I?$`, 'u');
/** Ten stars, each with a variation selector, and some more, in UTF-16 units. */
const LONGEST_EMOJI = 64;
const ANCHOR =
  /^(?:\[+[^\p{L}\p{N}\]]{1,4}\]+\(#[^)]*\)+|<a\b[^>]*>(?:\s*<\/a>)?|<\/a>|<br\s*\/?>|<(?:b|strong|span|font|p|h\d|li|div|summary)\b[^>]*>)\s*/iu;
const CLOSING =
  /(?:<\/(?:a|b|strong|span|font|p|h\d|li|div|summary)>|<br\s*\/?>|<a\b[^<>]*>\s*<\/a>|\{#[\w-]+\})$/i;
/** "【链接】", "\* [todo]": where more stands, or that the author has not come to it. */
const POINTER =
  /(?<=[^\s])\s{0,4}(?:【\s?\[?(?:链接|答案|参考|解答|详解|详情|link|answer)(?:\]\([^()]*\))?\s?】|(?:\\\*\s?)?[[【](?:todo|wip|tbd|待补充|待更新|未完成)[\]】])$/iu;
/** A tag of any name around the whole text. */
const PAIR = /^<([a-z][\w-]{0,20})(?:\s[^<>]{0,200})?>([^<>]{1,400})<\/\1>$/iu;
/** Characters of an anchor with its address. */
const LONGEST_CLOSING = 200;

const CHINESE_DIGITS = '一二三四五六七八九十百零〇两';
const QUESTION_NAME =
  '(?:(?:面试|简答|问答|选择|单选|多选|判断|编程|填空|练习|思考|高频|经典)?(?:问题|题目|试题|例题|题|问|問題|題目|問)|Q(?:uestion|ues|n|\\.?\\s?No\\.?)?|Problem|Exercise|Prompt(?=\\s*\\d)|Вопрос)';
const LANGUAGE = '\\s*(?:[(（\\[]\\s*([A-Za-z]{2}|中文|英文|English|Chinese)\\s*[)）\\]])?';
const LABELS: readonly RegExp[] = [
  /^Q[:：](\d{1,3})()(?:[.、:：)）]|\s)\s*(?=\S)/u,
  new RegExp(
    `^${QUESTION_NAME}\\s*[.#№]?\\s*(\\d+(?:\\.\\d+)*|[${CHINESE_DIGITS}]+)${LANGUAGE}\\s*(?:[.:：、,，)）\\]\\-–—|]+|\\s|$)\\s*`,
    'iu',
  ),
  new RegExp(`^${QUESTION_NAME}${LANGUAGE}\\s*(?:\\([^()]{1,30}\\)\\s*)?[:：]\\s*`, 'iu'),
  /^Q()()[.．]\s*(?=\S)/u,
  new RegExp(
    `^(?:问题|题目|题干|问|Q|(?:(?:Practice|Sample|Quiz|Interview)\\s+)?Question|Problem|Вопрос)${LANGUAGE}$`,
    'iu',
  ),
  /^\p{Script=Han}{0,6}第\s*([\d一二三四五六七八九十百]+)(?:\s?[-–~～至]\s?\d{1,3})?\s*[题问](?:\s*[(（][^()（）]{1,12}[)）])?(?:\s*[.:：、)）]+|\s+|$)\s*/u,
  /^[【[［]\s*第\s*(\d{1,4})(?:\s?[-–~～至]\s?\d{1,3})?\s*[题问]\s*[】\]］]\s*[:：.、]?\s*/u,
  /^[【[]\s*(?:[^】\]]{0,4}(?:问题|题目|题|问)|单选|多选|判断|填空|简答|Q(?:uestion)?)\s*(\d*)\s*[】\]](?![([])()\s*[:：.、]?\s*/iu,
];

/** "6. 编程题：…": what kind of task the numbered question sets is part of it. */
const KIND_OF_TASK = /^(?:编程|简答|问答|选择|单选|多选|判断|填空|思考|练习)题\s*[:：]/u;

interface Numbering {
  pattern: RegExp;
  kind: MarkKind;
}

const NUMBERINGS: readonly Numbering[] = [
  { pattern: /^(\d{1,3}(?:[.-]\d{1,3}){1,3})([.、．:：)）]|\s+|(?=[^\d\s.%x×-]))\s*/u, kind: 'dotted' },
  // "9.2025年…" counts a sentence that begins with a year.
  { pattern: /^(\d{1,4})\s*([、．)）\]】。]|(?:[.,，:：]|\\\.)(?!\d(?!\d{3}\s?年)))\s*/u, kind: 'decimal' },
  { pattern: /^(\d{1,3})\s*([-–—])\s+(?=\p{L})/u, kind: 'decimal' },
  { pattern: /^[(（[【](\d{1,3})([)）\]】])\s*[.、:：]?\s*/u, kind: 'parenthesised' },
  { pattern: /^([①-⑳])()\s*/u, kind: 'circled' },
  { pattern: new RegExp(`^[(（]?([${CHINESE_DIGITS}]{1,4})([、.．:：)）。])\\s*`, 'u'), kind: 'chinese' },
  { pattern: /^([A-Za-z])([.、．:：)）])\s*/u, kind: 'letter' },
];
/** "10什么是…", "10 What …": only a heading or a bold line may do without a delimiter. */
const BARE_NUMBER = /^(\d{1,3})(\s+|(?=[\p{L}]))/u;

/** "面试官：说说 …" as a heading: who asks is no part of the question. */
const INTERVIEWER = /^面试官(?:问|追问)?\s*[:：]\s*/u;
/** "Question 9 — Hard": the heading counts and rates, the question follows. */
const DIFFICULTY =
  /^[-–—(（[]*\s*(?:very\s+)?(?:easy|medium|hard|beginner|intermediate|advanced|简单|中等|困难|容易|较难|基础|进阶)\s*[)）\]]*\**$/iu;

const RATING =
  '[_*]{0,2}[(（【[]\\s{0,4}(?:(?:难度|difficulty|level)\\s{0,4}[:：]?\\s{0,4})?((?:very\\s)?(?:easy|medium|hard|beginner|intermediate|advanced)|简单|中等|困难|容易|较难|基础|入门|初级|中级|高级|进阶|[★⭐☆]{1,10})\\s{0,4}[)）】\\]][_*]{0,2}';
const RATED_BEFORE = new RegExp(`^(?:${RATING}|\\[([EMH])\\])\\s{0,4}(?=[^\\s(])`, 'iu');
const RATED_BEHIND = new RegExp(`${RATING}$`, 'iu');
/** Characters of a rating or a remark in brackets. */
const LONGEST_REMARK = 60;
/** "**Which are mutable?** (select two)": what is said in brackets about a bold question belongs to it. */
const REMARK = /[_*]{0,2}[(（【[][^()（）【】[\]]{1,40}[)）】\]][_*]{0,2}$/u;

const SCORE = '\\d{1,3}(?:\\.\\d{1,2})?\\s{0,4}(?:分|points?|pts?|marks?)';
/** "(单选题, 1.0 分)", "（2分）", "[5 marks]": what an exam says before the question of how much it counts. */
const SCORED = new RegExp(
  `^(?:[(（【[]\\s{0,4}[^()（）【】[\\]\\d]{0,12}${SCORE}\\s{0,4}[)）】\\]]\\s{0,8}){1,3}(?=[^\\s(])`,
  'iu',
);

/** Removes zero-width characters, which copying from web pages leaves behind. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** No mark and no label has a wider gap; a wider one is layout, and every pattern below would search it anew. */
const WIDE_GAP = /\s{32,}/gu;

/** A line as it is judged: without zero-width characters, wide gaps closed to one space. */
export function judgedText(source: string): string {
  return withoutInvisible(source).replace(WIDE_GAP, ' ').trim();
}

/** "１．…" counts like "1. …": full-width digits at the beginning become narrow. */
function narrow(text: string): string {
  return text.replace(/^[^\p{L}０-９]{0,4}[０-９]{1,4}/u, (head) => head.normalize('NFKC'));
}

function unwrapBold(text: string): string | null {
  const marker = /^(?:\*\*|__)(?=\S)/u.exec(text)?.[0];
  if (marker === undefined) return null;
  const whole = text.replace(/[:：]$/u, '').trimEnd();
  const inner = whole.slice(marker.length, -marker.length).trimEnd();
  return whole.endsWith(marker) && inner !== '' && !inner.includes(marker) ? inner : null;
}

/** A bold question with a remark in brackets behind it, as one text; null when the line is something else. */
function unwrapRemarked(text: string): string | null {
  const remark = findAtEnd(text, REMARK, LONGEST_REMARK);
  const inner = remark === null ? null : unwrapBold(remark.before);
  return remark === null || inner === null || !/[?？]$/u.test(inner) ? null : `${inner} ${remark.found[0]}`;
}

/** Takes what a line says about how hard its question is off one of its ends. */
function takeRating(mark: Mark, text: string): string {
  const before = RATED_BEFORE.exec(text);
  const behind = findAtEnd(text, RATED_BEHIND, LONGEST_REMARK);
  const rest = before !== null ? text.slice(before[0].length) : (behind?.before ?? '');
  if (rest === '') return text;
  mark.rating = before?.[1] ?? before?.[2] ?? behind?.found[1] ?? '';
  return rest;
}

function strip(text: string): string {
  let rest = text;
  for (;;) {
    const opened = rest.replace(ANCHOR, '');
    const bare = PAIR.exec(opened)?.[2] ?? opened;
    const shut = findAtEnd(bare, CLOSING, LONGEST_CLOSING)?.before ?? bare;
    const closed = findAtEnd(shut, POINTER, LONGEST_CLOSING)?.before ?? shut;
    const next = closed.replace(LEADING_SIGN, '').trim();
    if (next === rest) return rest;
    rest = next;
  }
}

/** `[stem](link)` or `[stem][reference]`: the whole line is a link, as headings of web exports are. */
function unlink(text: string): string {
  return /^\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])$/u.exec(text)?.[1]?.trim() ?? text;
}

function readNumber(text: string): number[] {
  if (/^\d/.test(text)) return text.split(/[.-]/).map(Number);
  const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'.indexOf(text);
  if (circled >= 0) return [circled + 1];
  const tens = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/u.exec(text);
  const digit = (value: string | undefined): number =>
    value === undefined ? 0 : '零一二三四五六七八九'.indexOf(value);
  if (tens !== null) return [(tens[1] === undefined ? 1 : digit(tens[1])) * 10 + digit(tens[2])];
  return text.length === 1 && digit(text) > 0 ? [digit(text)] : [];
}

/** Takes one label or number off the beginning; null when there is none. */
function takeMark(mark: Mark, text: string, allowsBare: boolean): string | null {
  for (const label of LABELS) {
    const found = label.exec(text);
    if (found === null || (mark.path.length > 0 && KIND_OF_TASK.test(text))) continue;
    const number = /^[\d一二三四五六七八九十]/u.test(found[1] ?? '') ? (found[1] ?? '') : '';
    mark.language =
      [found[1], found[2]].find(
        (part) => part !== undefined && /^(?:\p{L}{2,})$/u.test(part) && number !== part,
      ) ?? null;
    mark.kind = 'question';
    if (number !== '') mark.path = readNumber(number);
    return text.slice(found[0].length);
  }
  const numberings = allowsBare
    ? [...NUMBERINGS, { pattern: BARE_NUMBER, kind: 'decimal' as const }]
    : NUMBERINGS;
  for (const { pattern, kind } of numberings) {
    const found = pattern.exec(text);
    if (found === null || mark.kind !== 'none') continue;
    mark.kind = kind;
    mark.path = kind === 'letter' ? [] : readNumber(found[1] ?? '');
    mark.delimiter = (found[2] ?? '').trim();
    return text.slice(found[0].length);
  }
  return null;
}

/** A bold label or number before the text: `**Q1:** What …`, `**3.** Why …`. */
function takeBoldMark(mark: Mark, text: string): string | null {
  const found = /^(\*\*|__)([^*_]{1,24}?)\1\s*([:：]?)\s*/u.exec(text);
  if (found === null) return null;
  const inner = `${found[2] ?? ''}${found[3] ?? ''}`.trim();
  const rest = takeMark(mark, inner, true);
  if (rest === null || rest.trim() !== '') {
    if (rest !== null) Object.assign(mark, emptyMark());
    return null;
  }
  return text.slice(found[0].length);
}

function emptyMark(): Mark {
  return {
    kind: 'none',
    path: [],
    delimiter: '',
    isBold: false,
    language: null,
    title: '',
    emoji: '',
    sign: '',
    isLink: false,
    rating: '',
  };
}

/** "（√）1. …", "(   ) 3、…": the brackets for the key before the number. */
const VERDICT =
  /^[(（]\s{0,12}(√|×|✓|✗|✔|✘|对|错|正确|错误|[TF]|[A-H]{1,6})?\s{0,12}[)）]\s{0,8}(?=\d{1,3}\s{0,4}[.、．)）])/u;

/** "[text](address)" or "[text][reference]" at the beginning. */
const LINK = /^\[[^\]]{1,400}\][([]/u;

/** Takes a line's beginning apart: wrappers, emoji, number or question label, and the title that is left. */
export function readMark(text: string, allowsBareNumber: boolean): Mark {
  const mark = emptyMark();
  const judged = narrow(judgedText(text));
  mark.isLink = LINK.test(judged);
  mark.sign = SIGN.exec(judged)?.[1] ?? '';
  let rest = strip(unlink(judged));
  const verdict = VERDICT.exec(rest);
  if (verdict !== null) {
    mark.verdict = verdict[1] ?? '';
    rest = narrow(rest.slice(verdict[0].length));
  }
  for (let round = 0; round < 4; round++) {
    const before = rest;
    const emoji = findAtEnd(rest, TRAILING_EMOJI, LONGEST_EMOJI);
    if (emoji !== null) {
      mark.emoji = emoji.found[1] ?? '';
      rest = emoji.before;
    }
    rest = takeRating(mark, rest).replace(SCORED, '');
    const inner = unwrapBold(rest) ?? unwrapRemarked(rest);
    if (inner !== null) {
      mark.isBold = true;
      rest = inner;
    }
    rest = strip(rest);
    const taken = takeBoldMark(mark, rest) ?? takeMark(mark, rest, allowsBareNumber || mark.isBold);
    if (taken !== null) rest = strip(taken);
    mark.isLink ||= LINK.test(rest);
    rest = unlink(rest);
    if (rest === before) break;
  }
  if (allowsBareNumber) rest = rest.replace(INTERVIEWER, '');
  mark.title = mark.kind === 'question' && DIFFICULTY.test(rest) ? '' : rest.trim();
  return mark;
}
