import type { ReadQuestion } from './model';
import type { BankFacet } from './view';

type FacetSource = Pick<ReadQuestion, 'topics' | 'kind'> & { documentId: string };

/** Counts questions that no choice of documents, topics and kinds can tell apart. */
export function facetsOf(questions: readonly FacetSource[]): BankFacet[] {
  const facets = new Map<string, BankFacet>();
  for (const { documentId, topics, kind } of questions) {
    const key = JSON.stringify([documentId, topics, kind]);
    const facet = facets.get(key);
    if (facet) facet.count += 1;
    else facets.set(key, { documentId, topics, kind, count: 1 });
  }
  return [...facets.values()];
}
