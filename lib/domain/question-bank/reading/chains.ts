import type { Candidate } from './candidates';

/** Where a number stands on the page. */
export interface NumberPlace {
  /** Column that it begins at. */
  indent: number;
  /** Nothing stands right above it. */
  isParted: boolean;
}

interface Chain {
  last: number;
  delimiter: string;
  isBold: boolean;
  /** The column of its first number; whether the last one stands apart. */
  place: NumberPlace;
  members: Candidate[];
  /** The chain that was open when this one began. */
  parent: Chain | null;
  /** The parent went on after this chain ended: its members stand inside one of the parent's items. */
  isNested: boolean;
}

/** A number may be skipped or doubled by mistake; a larger jump is another list. */
const LARGEST_GAP = 3;
/** Columns that an inner list is set in by, at least. */
const NESTED = 2;

function fits(chain: Chain, candidate: Candidate, isExact: boolean): boolean {
  const number = candidate.mark.path[0] ?? 0;
  if (isExact) return number === chain.last + 1;
  const isAlike = chain.delimiter === candidate.mark.delimiter && chain.isBold === candidate.mark.isBold;
  return isAlike && number > 1 && number >= chain.last && number <= chain.last + LARGEST_GAP;
}

function pick(
  stack: readonly Chain[],
  candidate: Candidate,
  { indent, isParted }: NumberPlace,
): Chain | undefined {
  const open = [...stack].reverse();
  const alike = open.filter(
    (chain) => chain.delimiter === candidate.mark.delimiter && chain.isBold === candidate.mark.isBold,
  );
  const level = alike.filter((chain) => chain.place.indent === indent);
  // What is set out again goes on with its own list, also where a number is left out.
  const isSetOut = (open[0]?.place.indent ?? 0) >= indent + NESTED;
  return (
    // Of two lists that the number goes on with, the one whose items stand as far apart as it does.
    level.find((chain) => chain.place.isParted === isParted && fits(chain, candidate, true)) ??
    level.find((chain) => fits(chain, candidate, true)) ??
    (isSetOut ? level.find((chain) => fits(chain, candidate, false)) : undefined) ??
    alike.find((chain) => fits(chain, candidate, true)) ??
    open.find((chain) => fits(chain, candidate, true)) ??
    alike.find((chain) => fits(chain, candidate, false))
  );
}

/**
 * Numbered lists inside an answer look like the questions' own numbers. Follows the numbering: a list that starts
 * again at 1 while the outer one goes on afterwards stands inside an item of the outer one.
 * Returns the candidates that are so nested. `isBoundary` tells that a section begins between two candidates,
 * `placeOf` where the number of one stands.
 */
export function nestedInNumbering(
  candidates: readonly Candidate[],
  isBoundary: (from: Candidate, to: Candidate) => boolean,
  placeOf: (candidate: Candidate) => NumberPlace,
): Set<Candidate> {
  let stack: Chain[] = [];
  const chains: Chain[] = [];
  let previous: Candidate | null = null;
  for (const candidate of candidates) {
    if (previous !== null && isBoundary(previous, candidate)) stack = [];
    previous = candidate;
    const { delimiter, isBold, path } = candidate.mark;
    const place = placeOf(candidate);
    const chain = pick(stack, candidate, place);
    if (chain === undefined) {
      const fresh: Chain = {
        last: path[0] ?? 0,
        delimiter,
        isBold,
        place,
        members: [candidate],
        parent: stack.at(-1) ?? null,
        isNested: false,
      };
      stack = [...stack.slice(-8), fresh];
      chains.push(fresh);
      continue;
    }
    for (const inner of stack.splice(stack.indexOf(chain) + 1)) inner.isNested = true;
    chain.last = path[0] ?? chain.last;
    chain.place.isParted = place.isParted;
    chain.members.push(candidate);
  }
  return new Set(
    chains.filter((chain) => chain.isNested || isTrailing(chain)).flatMap((chain) => chain.members),
  );
}

function meanLikeness(members: readonly Candidate[]): number {
  return members.reduce((sum, member) => sum + member.likeness, 0) / members.length;
}

/** The last item's inner list has nothing after it to prove that it is nested: its looks must. */
function isTrailing(chain: Chain): boolean {
  const { parent } = chain;
  if (parent === null || parent.members.length < 2) return false;
  if (chain.place.indent >= parent.place.indent + NESTED) return true;
  const isAlike = chain.delimiter === parent.delimiter && chain.isBold === parent.isBold;
  return (
    meanLikeness(chain.members) < (isAlike ? 0.2 : 0.5) &&
    meanLikeness(parent.members) > meanLikeness(chain.members) + 0.3
  );
}
