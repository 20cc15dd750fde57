import { readLabel } from './labels';
import type { Line } from './line';
import { readMark } from './marks';
import { isMereKind } from './metadata';

/** Below every heading that a document is likely to use; a kind of question is no topic anyway. */
const KIND_DEPTH = 6;
/** Lines below "Answers" searched for numbered entries. */
const LOOK_AHEAD = 12;

function isKindLine(line: Line): boolean {
  if (line.kind !== 'paragraph' || line.lists > 0 || line.quotes > 0 || line.text.length > 40) return false;
  const mark = readMark(line.text, false);
  return (mark.kind === 'chinese' || mark.isBold) && isMereKind(mark.title);
}

function isKeyLine(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || line.quotes > 0 || (line.kind !== 'paragraph' && line.kind !== 'heading'))
    return false;
  const label = readLabel(line.text, true);
  if (label?.kind !== 'answer' || label.rest.trim() !== '' || line.text.trim().length < 2) return false;
  const below = lines.slice(index + 1, index + 1 + LOOK_AHEAD).map((next) => next.text);
  const entries = below.join('\n').match(/(?:^|\s)\d{1,3}\s*[.、．:：)）-]\s*\S/gu)?.length ?? 0;
  return entries >= 2;
}

/**
 * Lines that begin a section although they are no headings: "一、选择题", and a single "参考答案" with all the answers
 * below it. Makes headings of them; returns the index of the line that begins the answers, -1 when there is none.
 */
export function markSectionLines(lines: readonly Line[]): number {
  const keys = [...lines.keys()].filter((index) => isKeyLine(lines, index));
  const key = keys.length === 1 ? (keys[0] ?? -1) : -1;
  for (const [index, line] of lines.entries()) {
    if (index !== key && (index > key && key >= 0 ? true : !isKindLine(line))) continue;
    line.kind = 'heading';
    line.depth = index === key ? 1 : KIND_DEPTH;
  }
  return key;
}
