import type { DocumentReading, LineAnchor, LineRange } from '../model';
import type { DropCounts, DropReason, ReadingProposal, ReadingWindow } from './model';
import { findVerbatim } from './verbatim';

/** What a reply is checked against. */
export interface Checked {
  lines: readonly string[];
  reading: Pick<DocumentReading, 'questions' | 'passages'>;
  window: ReadingWindow;
}

/** What is left of a reply. */
export interface Verified {
  proposals: ReadingProposal[];
  dropped: DropCounts;
}

/** More proposals for one window are no reading of it. */
const MOST_PROPOSALS = 40;
const LONGEST_REASON = 200;

/** Turns claims into proposals, or into the reason why not, counted; so many a window at most. */
export function settleClaims<Claim>(
  claims: readonly Claim[],
  settle: (claim: Claim) => ReadingProposal | DropReason,
): Verified {
  const proposals = new Map<string, ReadingProposal>();
  const dropped: DropCounts = {};
  for (const claim of claims) {
    const settled = proposals.size < MOST_PROPOSALS ? settle(claim) : 'too-many';
    if (typeof settled === 'string') countDrop(dropped, settled);
    else if (proposals.has(settled.id)) countDrop(dropped, 'known');
    else proposals.set(settled.id, settled);
  }
  return { proposals: [...proposals.values()], dropped };
}

/** Counts one more (or `by` more) left out for a reason. */
export function countDrop(dropped: DropCounts, reason: DropReason, by = 1): void {
  dropped[reason] = (dropped[reason] ?? 0) + by;
}

/** What ties a correction to a line of the document. */
export function anchorOf(lines: readonly string[], line: number): LineAnchor {
  return { line, text: (lines[line - 1] ?? '').trim() };
}

export function isWithin(line: number, { start, end }: LineRange): boolean {
  return line >= start && line <= end;
}

/** Models miscount by a line or two; the words that they copied say which was meant. */
const NEAR = 3;

/** The line of this number, else the nearest in the window, that holds the words; null when none does. */
export function lineMeant(line: number, words: string, { lines, window }: Checked): number | null {
  const near = Array.from({ length: 2 * NEAR + 1 }, (_, step) => line - NEAR + step)
    .filter((each) => isWithin(each, window.lines))
    .sort((a, b) => Math.abs(a - line) - Math.abs(b - line));
  return near.find((each) => findVerbatim(lines, { start: each, end: each }, words) !== null) ?? null;
}

/** What a model says to a person: one line, not too long. */
export function reasonText(said: string): string {
  const reason = said.replace(/\s+/gu, ' ').trim();
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}
