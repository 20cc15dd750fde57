import type { BankFacet, QuestionKind } from '@/lib/domain/question-bank';

/** What is chosen; an empty list means all of it. */
export interface ScopeChoice {
  documents: string[];
  topics: string[];
  kinds: QuestionKind[];
}

export type ScopePart = keyof ScopeChoice;

function matches(facet: BankFacet, scope: ScopeChoice): boolean {
  const isOf = <T>(wanted: readonly T[], has: (value: T) => boolean) =>
    wanted.length === 0 || wanted.some(has);
  return (
    isOf(scope.documents, (id) => facet.documentId === id) &&
    isOf(scope.topics, (topic) => facet.topics.includes(topic)) &&
    isOf(scope.kinds, (kind) => facet.kind === kind)
  );
}

/** How many questions an interview over this choice can ask. */
export function countMatching(facets: readonly BankFacet[], scope: ScopeChoice): number {
  return facets.reduce((sum, facet) => sum + (matches(facet, scope) ? facet.count : 0), 0);
}

/** Topics with questions in the chosen documents and kinds, most questions first. */
export function topicCounts(
  facets: readonly BankFacet[],
  scope: ScopeChoice,
): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const facet of facets) {
    if (!matches(facet, { ...scope, topics: [] })) continue;
    for (const topic of new Set(facet.topics)) counts.set(topic, (counts.get(topic) ?? 0) + facet.count);
  }
  return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
}

/**
 * When nothing matches: the part of the choice whose widening brings back most questions,
 * or null when something matches or the bank itself is empty.
 */
export function emptiedBy(facets: readonly BankFacet[], scope: ScopeChoice): ScopePart | null {
  if (countMatching(facets, scope) > 0) return null;
  const parts: ScopePart[] = ['topics', 'kinds', 'documents'];
  const gains = parts
    .filter((part) => scope[part].length > 0)
    .map((part) => ({ part, gain: countMatching(facets, { ...scope, [part]: [] }) }))
    .sort((a, b) => b.gain - a.gain);
  return gains[0]?.part ?? null;
}
