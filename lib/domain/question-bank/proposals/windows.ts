import type { LineRange } from '../model';

export interface WindowLimits {
  /** Characters a window holds at most. */
  size: number;
  /** Characters that two windows share at most. */
  overlap: number;
}

/** Some 6,000 Chinese characters leave room for thinking in any model's context and lose little when one fails. */
export const WINDOW_LIMITS: WindowLimits = { size: 6000, overlap: 600 };

/** Characters of a line that are shown: two of the longest lines still make a window. */
export function longestShown({ size }: WindowLimits): number {
  return Math.max(1, Math.floor(size / 2) - 1);
}

/** What a line takes of a window: its characters, as far as they are shown, and its end. */
export function lineCost(line: string, limits: WindowLimits): number {
  return Math.min(line.length, longestShown(limits)) + 1;
}

const HEADING = /^\s{0,3}#{1,6}\s/u;

/**
 * Cuts a document into windows that cover every line: before a heading if one stands in a window's second half, else
 * behind a blank line, else anywhere. Windows that are not cut at a heading share some lines, so that a question on the
 * border is whole in one of them. Linear in the size of the document.
 */
export function cutWindows(lines: readonly string[], limits: WindowLimits = WINDOW_LIMITS): LineRange[] {
  const windows: LineRange[] = [];
  let start = 0;
  let covered = 0;
  while (covered < lines.length) {
    const full = fill(lines, start, limits);
    const end = full === lines.length ? full : cutWithin(lines, Math.max(covered, start), full);
    windows.push({ start: start + 1, end });
    covered = end;
    start = HEADING.test(lines[end] ?? '') ? end : stepBack(lines, start, end, limits);
  }
  return windows;
}

/** The index behind the last line that fits. */
function fill(lines: readonly string[], start: number, limits: WindowLimits): number {
  let room = limits.size;
  let end = start;
  for (; end < lines.length; end++) {
    room -= lineCost(lines[end] ?? '', limits);
    if (room < 0) break;
  }
  return end;
}

/** Where the next window's own lines begin: behind `covered`, at most `full`, in the second half where it can be. */
function cutWithin(lines: readonly string[], covered: number, full: number): number {
  const first = Math.max(covered + 1, covered + Math.floor((full - covered) / 2));
  let best = full;
  let isBlank = false;
  for (let at = full; at >= first; at--) {
    if (HEADING.test(lines[at] ?? '')) return at;
    if (!isBlank && lines[at - 1]?.trim() === '') {
      best = at;
      isBlank = true;
    }
  }
  return best;
}

/** Where the next window begins so that it shares no more than allowed with the one before. */
function stepBack(lines: readonly string[], start: number, end: number, limits: WindowLimits): number {
  let room = Math.min(limits.overlap, limits.size - longestShown(limits) - 1);
  let next = end;
  while (next - 1 > start) {
    room -= lineCost(lines[next - 1] ?? '', limits);
    if (room < 0) break;
    next--;
  }
  return next;
}
