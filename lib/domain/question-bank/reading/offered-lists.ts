import { questionLikeness } from './likeness';
import { filledAbove, filledFrom, type Line } from './line';
import { readMark } from './marks';
import { unlettered } from './option-line';
import type { OptionRun } from './option-runs';

/** A choice has at least two options and rarely more than these. */
const FEWEST = 2;
const MOST = 8;
/** Fewer lists below stems that offer a choice are lists. */
const FEWEST_LISTS = 3;
/** Share of the lists below stems that ask, whose stems offer a choice. */
const OFFERED = 0.6;
/** So many offer a choice in a document whose lists end each question: the others do as well. */
const FEWEST_OF_EXAM = 5;
const CLOSING = 0.9;
/** Longer items explain. */
const LONGEST = 240;

/** Words by which a stem offers what stands below it. */
const OFFERS =
  /\bwhich (?:of|one|ones|statements?|options?|answers?|claims?)\b|\bwhich[?？]|\b(?:select|choose|pick)\b|哪(?:个|一?项|些(?:选项|说法)|种说法)|(?:下列|以下).{0,40}(?:正确|错误|属于|包括|是|有)|(?:正确|错误|合法|不对)的?(?:是|有|一?项)|请?选择?(?:\s?[\d一二三]\s?项|(?:一个)?正确)|[(（]\s*[)）]|_{3,}/iu;

interface NumberedList {
  start: number;
  end: number;
  items: readonly string[];
  stem: string;
  /** A heading counts the question that the stem belongs to. */
  isCounted: boolean;
  /** Nothing follows before the next heading or rule. */
  isLast: boolean;
}

/** The list of single lines that counts from 1 at `start`; null where none does. */
function readList(lines: readonly Line[], start: number): NumberedList | null {
  if (lines[start]?.kind !== 'paragraph') return null;
  const items: string[] = [];
  let end = start;
  for (let at = start; at < lines.length && items.length <= MOST; at++) {
    const line = lines[at];
    if (line?.kind === 'blank') continue;
    const mark = line?.kind === 'paragraph' ? readMark(line.text, false) : null;
    if (mark?.kind !== 'decimal' || mark.path[0] !== items.length + 1) break;
    items.push(mark.title);
    end = at + 1;
  }
  const isShort = items.every((item) => item !== '' && item.length <= LONGEST && !/[?？]$/u.test(item));
  if (items.length < FEWEST || items.length > MOST || !isShort) return null;
  const above = filledAbove(lines, start);
  const stem = lines[above];
  if (stem === undefined || stem.item !== null || !['heading', 'paragraph'].includes(stem.kind)) return null;
  const title = lines[filledAbove(lines, above)];
  const isCounted = title?.kind === 'heading' && readMark(title.text, true).kind === 'question';
  const next = lines[filledFrom(lines, end)]?.kind ?? 'rule';
  const isLast = next === 'heading' || next === 'rule';
  return { start, end, items, stem: readMark(stem.text, stem.kind === 'heading').title, isCounted, isLast };
}

function asRun({ start, end, items }: NumberedList): OptionRun {
  const options = items.map((text, position) => ({
    ...unlettered(text, position),
    figure: String(position + 1),
  }));
  return { start, end, style: 'list', options };
}

/**
 * Options in figures without a key: "1. … 2. …" below stems nearly all of which ask which of them holds. Where an answer
 * may count its points so, a list is a list.
 */
export function findOfferedLists(lines: readonly Line[], isTaken: (index: number) => boolean): OptionRun[] {
  const lists: NumberedList[] = [];
  for (let index = 0; index < lines.length; index++) {
    const list = isTaken(index) ? null : readList(lines, index);
    if (list === null) continue;
    lists.push(list);
    index = list.end - 1;
  }
  const asking = lists.filter(({ stem }) => questionLikeness(stem) === 1);
  const offering = asking.filter(({ stem }) => OFFERS.test(stem));
  const offers = lists.filter(({ stem }) => OFFERS.test(stem));
  const closing = lists.filter(({ isLast }) => isLast);
  if (offering.length < FEWEST_LISTS || offering.length < asking.length * OFFERED) return [];
  const isExam = offers.length >= FEWEST_OF_EXAM && closing.length >= lists.length * CLOSING;
  const isOffered = (list: NumberedList): boolean =>
    list.isCounted || asking.includes(list) || (isExam && list.isLast);
  return lists.filter(isOffered).map(asRun);
}
