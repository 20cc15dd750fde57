import { readLabel } from './labels';
import type { Line } from './line';
import { unlettered } from './option-line';
import type { OptionRun } from './option-runs';

/** A choice has at least two options and rarely more than these. */
const MOST_OPTIONS = 8;
/** Lines between the list and its key. */
const LARGEST_GAP = 4;

const plain = (text: string): string => text.replace(/[\s\p{P}*_`]+/gu, '').toLowerCase();

/** The items that end right above a line, without their nested content. */
function itemsAbove(lines: readonly Line[], index: number): number[] {
  let at = index - 1;
  while (at >= 0 && index - at <= LARGEST_GAP && lines[at]?.kind === 'blank') at -= 1;
  const depth = lines[at]?.lists ?? 0;
  const found: number[] = [];
  while (at >= 0 && found.length <= MOST_OPTIONS) {
    const line = lines[at];
    if (
      line === undefined ||
      (line.kind !== 'blank' && (line.item === null || line.lists !== depth || line.item.isOrdered))
    )
      break;
    if (line.kind !== 'blank') found.unshift(at);
    at -= 1;
  }
  return found;
}

/**
 * Options without letters: a list whose key below it repeats one of the items ("Answer: UDP") or names it by letter.
 * Without such a key a list is a list.
 */
export function findKeyedLists(lines: readonly Line[], isTaken: (index: number) => boolean): OptionRun[] {
  const runs: OptionRun[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.kind !== 'paragraph' || isTaken(index)) continue;
    const label = readLabel(line.text, false);
    const key = label?.kind === 'answer' ? label.rest.trim() : '';
    if (key === '' || key.length > 300) continue;
    const items = itemsAbove(lines, index);
    const first = items[0];
    const last = items.at(-1);
    if (
      first === undefined ||
      last === undefined ||
      items.length < 2 ||
      items.length > MOST_OPTIONS ||
      items.some(isTaken)
    )
      continue;
    const texts = items.map((item) => lines[item]?.text ?? '');
    const letter = /^[A-H]$/u.exec(key.replace(/[.)*_`\s]/gu, ''))?.[0];
    const isLetter = letter !== undefined && letter.charCodeAt(0) - 65 < items.length;
    if (!isLetter && texts.filter((text) => plain(text) === plain(key)).length !== 1) continue;
    runs.push({ start: first, end: last + 1, style: 'list', options: texts.map(unlettered) });
  }
  return runs;
}
