import { readLabel } from './labels';
import type { Line } from './line';
import { unlettered } from './option-line';
import type { OptionRun } from './option-runs';

/** A choice has at least two options and rarely more than these. */
const FEWEST = 2;
const MOST = 8;
/** One list with such a key may be anything. */
const FEWEST_LISTS = 2;
/** Blank lines between the list and its key, and between two items. */
const LARGEST_GAP = 2;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];
const FIGURE = /^[(（]?(\d|i{1,3}|iv|vi{0,3})\s?[)）.、．]\s*(\S.*)$/u;
/** A key that is a figure and nothing else. */
const KEY = /^[*_`(（]{0,3}(\d|i{1,3}|iv|vi{0,3})[)）.*_`]{0,3}$/u;

const rankOf = (figure: string): number => (/\d/u.test(figure) ? Number(figure) : ROMAN.indexOf(figure) + 1);

/** The figure that a line gives as the answer, on the label's line or right below it; null when it gives none. */
function keyAt(lines: readonly Line[], index: number): string | null {
  const line = lines[index];
  if (line === undefined || (line.kind !== 'paragraph' && line.kind !== 'heading')) return null;
  const label = readLabel(line.text, line.kind === 'heading');
  if (label?.kind !== 'answer') return null;
  const below = lines[index + 1]?.kind === 'blank' ? lines[index + 2] : lines[index + 1];
  const said = label.rest.trim() === '' ? (below?.text ?? '') : label.rest.trim();
  return KEY.exec(said)?.[1] ?? null;
}

/** Indexes of the lines "1) …", "2) …" up to the last one above `index`; [] where they do not count from 1. */
function countedAbove(lines: readonly Line[], index: number, isRoman: boolean): number[] {
  const found: number[] = [];
  let expected: number | null = null;
  let gap = 0;
  for (let at = index - 1; at >= 0 && gap <= LARGEST_GAP && found.length < MOST; at--) {
    const line = lines[at];
    if (line?.kind === 'blank') {
      gap += 1;
      continue;
    }
    const figure = line?.kind === 'paragraph' ? FIGURE.exec(line.text)?.[1] : undefined;
    if (figure === undefined || /\d/u.test(figure) === isRoman) break;
    if (expected !== null && rankOf(figure) !== expected) break;
    found.unshift(at);
    gap = 0;
    expected = rankOf(figure) - 1;
    if (expected === 0) return found.length >= FEWEST ? found : [];
  }
  return [];
}

function asRun(lines: readonly Line[], items: readonly number[]): OptionRun {
  const options = items.map((index, position) => {
    const [, figure = '', text = ''] = FIGURE.exec(lines[index]?.text ?? '') ?? [];
    return { ...unlettered(text.trim(), position), figure };
  });
  return { start: items[0] ?? 0, end: (items.at(-1) ?? 0) + 1, style: 'list', options };
}

/** Options in figures, "1) … 2) …" or "(i) … (ii) …", whose key below them is one of the figures: "Answer: 2". */
export function findFiguredOptions(lines: readonly Line[], isTaken: (index: number) => boolean): OptionRun[] {
  const runs: OptionRun[] = [];
  let lists = 0;
  for (const index of lines.keys()) {
    const key = isTaken(index) ? null : keyAt(lines, index);
    if (key === null) continue;
    const items = countedAbove(lines, index, !/\d/u.test(key));
    if (items.length === 0 || items.some(isTaken)) continue;
    lists += 1;
    if (rankOf(key) <= items.length && rankOf(key) > 0) runs.push(asRun(lines, items));
  }
  return runs.length >= FEWEST_LISTS && runs.length === lists ? runs : [];
}
