import type { LineRange, ReadingCorrection } from '../model';
import type { DropCounts, ModelReading, ReadingProposal, ReadingWindow, WindowOutcome } from './model';
import { countDrop } from './proposing';

/**
 * The reading at the beginning of a pass: windows that were asked about before keep what came of it, and those that an
 * earlier pass did not come to are planned anew or gone.
 */
export function startReading(
  model: string,
  windows: readonly ReadingWindow[],
  before?: ModelReading,
): ModelReading {
  const known = new Map(before?.windows.map((window) => [window.id, window]));
  const planned = new Set(windows.map(({ id }) => id));
  return {
    model,
    windows: [
      ...(before?.windows.filter(({ id, state }) => state !== 'waiting' && !planned.has(id)) ?? []),
      ...windows.map((window) => known.get(window.id) ?? { ...window, state: 'waiting' as const }),
    ].sort((a, b) => a.lines.start - b.lines.start || a.lines.end - b.lines.end),
    proposals: before?.proposals ?? [],
  };
}

/**
 * A reading with what became of one window in the place of what was known of it. What another window proposed already
 * is left out and counted; proposals of a window that was asked again give way to the new ones, of one that failed stay.
 */
export function withOutcome(reading: ModelReading, { window, proposals }: WindowOutcome): ModelReading {
  const isFailed = window.state === 'failed';
  const kept = reading.proposals.filter(({ windowId }) => isFailed || windowId !== window.id);
  const fresh = proposals.filter((proposal) => !kept.some((other) => saysSame(proposal, other)));
  const settled =
    window.state === 'done'
      ? {
          ...window,
          found: fresh.length,
          dropped: withKnown(window.dropped, proposals.length - fresh.length),
        }
      : window;
  return {
    ...reading,
    windows: reading.windows.map((each) => (each.id === window.id ? settled : each)),
    proposals: [...kept, ...fresh].sort((a, b) => a.lines.start - b.lines.start),
  };
}

function withKnown(dropped: DropCounts, count: number): DropCounts {
  const counts = { ...dropped };
  if (count > 0) countDrop(counts, 'known', count);
  return counts;
}

/** The same change, or questions of two windows about the same passage. */
function saysSame(one: ReadingProposal, other: ReadingProposal): boolean {
  if (one.id === other.id) return true;
  if (one.windowId === other.windowId || one.type !== 'add' || other.type !== 'add') return false;
  const shared = Math.min(one.lines.end, other.lines.end) - Math.max(one.lines.start, other.lines.start) + 1;
  return shared * 2 >= Math.min(lengthOf(one.lines), lengthOf(other.lines));
}

function lengthOf({ start, end }: LineRange): number {
  return end - start + 1;
}

/** Whether nothing of a proposal is the model's own words: the document says all of it. */
export function isVerbatim({ modelWritten = [] }: ReadingProposal): boolean {
  return modelWritten.length === 0;
}

/** Whether everything that a proposal adds is among the corrections. */
export function isTaken(proposal: ReadingProposal, corrections: readonly ReadingCorrection[]): boolean {
  const present = new Set(corrections.map(keyOf));
  return proposal.corrections.every((correction) => present.has(keyOf(correction)));
}

/** The corrections with those of the proposals behind them, each once. */
export function withProposals(
  corrections: readonly ReadingCorrection[],
  proposals: readonly ReadingProposal[],
): ReadingCorrection[] {
  const list = new Map(corrections.map((correction) => [keyOf(correction), correction]));
  for (const correction of proposals.flatMap((proposal) => proposal.corrections))
    if (!list.has(keyOf(correction))) list.set(keyOf(correction), correction);
  return [...list.values()];
}

/** The same for the same correction, in whatever order its fields arrive. */
function keyOf(correction: ReadingCorrection): string {
  return JSON.stringify(correction, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}
