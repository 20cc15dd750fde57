import { questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';

/** How much a line of body text looks like a question, its number and bold aside; 0..1, see questionLikeness. */
export function lineLikeness(line: Line): number {
  return questionLikeness(readMark(line.text, false).title);
}

/** The mean over some lines; 0 for none. */
export function meanLikeness(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + lineLikeness(line), 0) / Math.max(1, lines.length);
}
