import { isVerbatim, type ReadingProposal, withProposals } from '../domain/question-bank';
import type { DocumentReader } from '../ports';
import type { ReadSource } from './plan-document';

/** A source read with some of its proposals taken. */
export interface AcceptedProposals {
  source: ReadSource;
  taken: ReadingProposal[];
  /** Those that do not go together with what was taken before. */
  refused: ReadingProposal[];
}

/** Takes the proposals whose every word is the document's; what a model wrote is for a person to confirm. */
export function acceptVerbatim(reader: DocumentReader, source: ReadSource): Promise<AcceptedProposals> {
  return acceptProposals(reader, source, source.modelReading?.proposals.filter(isVerbatim) ?? []);
}

/**
 * Reads a document with proposals added to its corrections, in order. One that the reader cannot follow beside what was
 * taken before it is left out; those are found by halves, so that a few of many cost few readings.
 */
export async function acceptProposals(
  reader: DocumentReader,
  source: ReadSource,
  proposals: readonly ReadingProposal[],
): Promise<AcceptedProposals> {
  const add = async (
    before: AcceptedProposals,
    more: readonly ReadingProposal[],
  ): Promise<AcceptedProposals> => {
    if (more.length === 0) return before;
    const taken = [...before.taken, ...more];
    const corrections = withProposals(source.corrections ?? [], taken);
    const reading = await reader.read(source.text, source.name, corrections);
    if (countLost(reading) <= countLost(before.source.reading))
      return { ...before, source: { ...source, corrections, reading }, taken };
    if (more.length === 1) return { ...before, refused: [...before.refused, ...more] };
    const half = Math.ceil(more.length / 2);
    return add(await add(before, more.slice(0, half)), more.slice(half));
  };
  return add({ source, taken: [], refused: [] }, proposals);
}

function countLost({ issues }: ReadSource['reading']): number {
  return issues.filter(({ code }) => code === 'correction-lost').length;
}
