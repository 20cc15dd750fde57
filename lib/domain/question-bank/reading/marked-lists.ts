import { letterOf } from './letters';
import { questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';
import type { OptionRun } from './option-runs';
import { withoutDenied } from './option-runs';
import { readInnerSigns, type Signed } from './option-signs';

/** A choice has at least two options and rarely more than these. */
const FEWEST = 2;
const MOST = 8;
/** Fewer lists with a marked item may mark it for any reason. */
const FEWEST_LISTS = 3;
/** Share of the lists below a stem that must mark some item and leave some, and share of their stems that must ask. */
const MARKED = 0.8;
const ASKING = 0.6;
const LIST_NUMBER = /^\d{1,2}[.)]\s{1,12}/u;
/** Lines between a stem and its list. */
const FARTHEST = 60;
/** "The mast is made of …": left open for the option to fill in. */
const LEFT_OPEN = /(?:\.{3}|…|_{2,}|[(（]\s*[)）])[。.]?$/u;

/** Single-line items of one depth right below a line that is no such item. */
interface BareList {
  start: number;
  end: number;
  stem: string;
  items: readonly Signed[];
}

function isSibling(line: Line | undefined, first: Line): boolean {
  return line?.kind === 'paragraph' && line.item !== null && line.lists === first.lists;
}

function stemAbove(lines: readonly Line[], start: number): string {
  let at = start - 1;
  // The listing that the question is about may stand between.
  while (start - at < FARTHEST && ['blank', 'code'].includes(lines[at]?.kind ?? '')) at -= 1;
  const line = lines[at];
  const carries = line?.kind === 'heading' || line?.kind === 'paragraph';
  return carries ? readMark(line.text, line.kind === 'heading').title : '';
}

/** The list that begins at a line; null where its items hold more than a line, or are no list. */
function readList(lines: readonly Line[], start: number): BareList | null {
  const first = lines[start];
  if (first === undefined || !isSibling(first, first)) return null;
  const items: Signed[] = [];
  let end = start;
  for (let at = start; isSibling(lines[at], first) || lines[at]?.kind === 'blank'; at++) {
    const line = lines[at];
    if (line === undefined || line.kind === 'blank') continue;
    items.push(readInnerSigns(line.text.replace(LIST_NUMBER, '')));
    end = at + 1;
  }
  const next = lines[end];
  const isContinued =
    next !== undefined && next.lists > first.lists - 1 && next.item === null && next.kind !== 'blank';
  if (items.length < FEWEST || isContinued) return { start, end, stem: '', items: [] };
  return { start, end, stem: stemAbove(lines, start), items };
}

function asks(stem: string): boolean {
  return questionLikeness(stem) >= 0.5 || LEFT_OPEN.test(stem);
}

function marksSome({ items }: BareList): boolean {
  const right = items.filter((item) => item.isMarked && !item.isDenied);
  return right.length > 0 && right.length < items.length && items.length <= MOST;
}

function asRun({ start, end, items }: BareList): OptionRun {
  const options = items.map(({ text, isMarked, isDenied }, position) => ({
    label: letterOf(position),
    text,
    isMarked,
    ...(isDenied ? { isDenied } : {}),
  }));
  return withoutDenied({ start, end, style: 'list', options });
}

/**
 * Options without letters, the right one ticked, in bold or in colour: lists below stems that ask, where nearly all such
 * lists of the document mark some item and leave others. A single list with a bold item is a list with a bold item.
 */
export function findMarkedLists(lines: readonly Line[], isTaken: (index: number) => boolean): OptionRun[] {
  const lists: BareList[] = [];
  for (let index = 0; index < lines.length; index++) {
    const list = isTaken(index) ? null : readList(lines, index);
    if (list === null) continue;
    if (list.stem !== '' && !isTaken(list.end - 1)) lists.push(list);
    index = list.end - 1;
  }
  const asking = lists.filter((list) => asks(list.stem));
  const marked = asking.filter(marksSome);
  const isUsual = marked.length >= FEWEST_LISTS && marked.length >= asking.length * MARKED;
  return isUsual && asking.length >= lists.length * ASKING ? marked.map(asRun) : [];
}
