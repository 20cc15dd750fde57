/** Whether an embedder is the look-up by words that stands in for a semantic model; its name says nothing to a person. */
export function isByWords(embedderId: string): boolean {
  return embedderId.startsWith('hashing-');
}
