import type { DocumentReading, LineAnchor, LineRange } from '../model';
import type { DropCounts, DropReason, ReadingProposal, ReadingWindow } from './model';

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

/** What a model says to a person: one line, not too long. */
export function reasonText(said: string): string {
  const reason = said.replace(/\s+/gu, ' ').trim();
  return reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;
}
