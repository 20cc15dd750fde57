import { readLabel } from './labels';
import { questionLikeness } from './likeness';
import { becomeSection, type Line } from './line';
import { readMark } from './marks';

/** One item is a question that its author put into a list. */
const FEWEST = 2;

/** "【问题】" and nothing else. */
function isBareLabel(line: Line): boolean {
  if (line.kind !== 'paragraph' || line.lists > 0 || line.quotes > 0) return false;
  const { kind, title, path, language } = readMark(line.text, false);
  return kind === 'question' && title === '' && path.length === 0 && language === null;
}

/** Whether a list follows whose outer items ask or order, each by itself, and no answer follows on it. */
function asksInList(lines: readonly Line[], start: number): boolean {
  const items: Line[] = [];
  let at = start;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || (line.kind !== 'blank' && line.lists === 0)) break;
    if (line.item !== null && line.lists === 1) items.push(line);
  }
  const asking = items.filter((line) => questionLikeness(readMark(line.text, false).title) === 1);
  const next = lines[at];
  const follows = next === undefined ? null : readLabel(next.text, next.kind === 'heading');
  const isAnswered = follows?.kind === 'answer' || follows?.kind === 'explanation';
  return items.length >= FEWEST && asking.length * 2 > items.length && !isAnswered;
}

/** "【问题】" above a list of tasks: the title of the list, not the label of one question. Makes headings of such lines. */
export function markTaskLists(lines: readonly Line[]): void {
  for (const [index, line] of lines.entries()) {
    if (!isBareLabel(line) || !asksInList(lines, index + 1)) continue;
    becomeSection(line);
  }
}
