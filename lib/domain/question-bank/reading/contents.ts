import type { Candidate } from './candidates';
import type { Line } from './line';

/** Fewer titles that come back are doubled by chance. */
const FEWEST = 3;

const plainTitle = ({ mark }: Candidate): string => mark.title.replace(/[\s\p{P}]/gu, '').toLowerCase();

const numbered = (candidate: Candidate): string =>
  `${candidate.mark.path.join('.')}\u001f${plainTitle(candidate)}`;

/** An item of a list, with a number of its own or "Q1:" where it links to somewhere. */
function isItem({ carrier, mark }: Candidate): boolean {
  return carrier === 'numbered' || carrier === 'bullet' || (carrier === 'label' && mark.isLink);
}

/** A list item that repeats the title of a heading further down stands in a table of contents. */
function withoutLinesOfHeadings(candidates: readonly Candidate[]): Candidate[] {
  const lastHeading = new Map<string, number>();
  for (const candidate of candidates)
    if (candidate.carrier === 'heading') lastHeading.set(plainTitle(candidate), candidate.index);
  return candidates.filter(
    (candidate) => !isItem(candidate) || (lastHeading.get(plainTitle(candidate)) ?? -1) < candidate.index,
  );
}

/** Candidates with nothing below them but the next one or the next section. */
function bareOnes(candidates: readonly Candidate[], lines: readonly Line[]): Set<Candidate> {
  const starts = new Set(candidates.map((candidate) => candidate.index));
  const next: number[] = new Array<number>(lines.length + 1).fill(lines.length);
  for (let index = lines.length - 1; index >= 0; index--)
    next[index] = lines[index]?.kind === 'blank' ? (next[index + 1] ?? lines.length) : index;
  return new Set(
    candidates.filter(({ stemEnd }) => {
      const at = next[stemEnd] ?? lines.length;
      const kind = lines[at]?.kind;
      return at >= lines.length || starts.has(at) || kind === 'heading' || kind === 'rule';
    }),
  );
}

/**
 * The titles at the top that come back further down, there with a text: a table of contents in plain text. Returns the line that it ends at (exclusive); 0 where there is none.
 */
function contentsEnd(
  candidates: readonly Candidate[],
  bare: ReadonlySet<Candidate>,
  lineCount: number,
): number {
  const own = candidates.filter(({ carrier }) => carrier === 'numbered' || carrier === 'bullet');
  const filled = new Map<string, number>();
  for (const candidate of own)
    if (!bare.has(candidate) && !filled.has(numbered(candidate)))
      filled.set(numbered(candidate), candidate.index);
  const repeated = own.filter((one) => bare.has(one) && (filled.get(numbered(one)) ?? -1) > one.index);
  const last = repeated.at(-1)?.stemEnd ?? 0;
  const firstFilled = repeated.reduce(
    (least, one) => Math.min(least, filled.get(numbered(one)) ?? least),
    lineCount,
  );
  return repeated.length >= FEWEST && firstFilled >= last ? last : 0;
}

/** The candidates that stand in no table of contents. */
export function withoutContents(candidates: readonly Candidate[], lines: readonly Line[]): Candidate[] {
  const kept = withoutLinesOfHeadings(candidates);
  const end = contentsEnd(kept, bareOnes(candidates, lines), lines.length);
  return end === 0 ? kept : kept.filter(({ carrier, index }) => carrier === 'heading' || index >= end);
}
