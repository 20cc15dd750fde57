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
 * Reads a document with proposals added to its corrections, in order. One that the reader cannot follow any more, for what
 * was taken before it, is left out.
 */
export async function acceptProposals(
  reader: DocumentReader,
  source: ReadSource,
  proposals: readonly ReadingProposal[],
): Promise<AcceptedProposals> {
  const read = async (taken: readonly ReadingProposal[]): Promise<ReadSource> => {
    const corrections = withProposals(source.corrections ?? [], taken);
    return { ...source, corrections, reading: await reader.read(source.text, source.name, corrections) };
  };
  if (proposals.length === 0) return { source, taken: [], refused: [] };
  const all = await read(proposals);
  if (countLost(all) <= countLost(source)) return { source: all, taken: [...proposals], refused: [] };
  let accepted: AcceptedProposals = { source, taken: [], refused: [] };
  for (const proposal of proposals) {
    const tried = await read([...accepted.taken, proposal]);
    accepted =
      countLost(tried) <= countLost(accepted.source)
        ? { ...accepted, source: tried, taken: [...accepted.taken, proposal] }
        : { ...accepted, refused: [...accepted.refused, proposal] };
  }
  return accepted;
}

function countLost({ reading }: ReadSource): number {
  return reading.issues.filter(({ code }) => code === 'correction-lost').length;
}
