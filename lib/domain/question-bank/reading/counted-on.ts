import type { Candidate } from './candidates';
import { groupBy } from './group-by';

/** A number may be left out by mistake; a larger jump is another list. */
const LARGEST_GAP = 2;

const numberOf = ({ mark }: Candidate): number => mark.path[0] ?? 0;

/** Whether each number is a little larger than the one before. */
function countsOn(members: readonly Candidate[]): boolean {
  return members.every((member, at) => {
    const previous = members[at - 1];
    const step = previous === undefined ? 1 : numberOf(member) - numberOf(previous);
    return step > 0 && step <= LARGEST_GAP;
  });
}

/**
 * Numbers that count on in another look: "**4.** What is …" and then "**5. Types**" are one list, whose author changed his
 * mind about the bold. The shape that each such shape goes on with, by shape; of one section's candidates in order.
 */
export function countedOnShapes(members: readonly Candidate[]): ReadonlyMap<string, string> {
  const numbered = members.filter(
    ({ carrier, isListed, isQuoted, level, mark }) =>
      carrier === 'numbered' && level <= 1 && mark.kind === 'decimal' && !isListed && !isQuoted,
  );
  const [first, ...others] = groupBy(numbered, ({ shape }) => shape).entries();
  if (first === undefined) return new Map();
  const joined = new Map<string, string>();
  let list = first[1];
  for (const [shape, group] of others) {
    const both = [...list, ...group].sort((a, b) => a.index - b.index);
    if (!countsOn(both)) continue;
    list = both;
    joined.set(shape, first[0]);
  }
  return joined;
}
