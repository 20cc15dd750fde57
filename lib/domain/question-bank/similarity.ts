/**
 * A text as it is compared: full and half width, case, white space and Markdown's emphasis and code marks set aside.
 * Two stems with the same form are the same question.
 */
export function comparableText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*_`~]+/gu, '');
}

function bigrams(text: string): Map<string, number> {
  const characters = [...text];
  const counts = new Map<string, number>();
  for (let index = 0; index + 1 < characters.length; index += 1) {
    const pair = `${characters[index]}${characters[index + 1]}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}

/**
 * How alike two texts are, 0..1: the Sørensen–Dice coefficient 2|A∩B| / (|A| + |B|) over character bigrams as multisets,
 * after `comparableText`. Texts too short for a bigram are alike only when equal.
 */
export function diceSimilarity(left: string, right: string): number {
  const [a, b] = [comparableText(left), comparableText(right)];
  if (a === b) return 1;
  const [pairsOfA, pairsOfB] = [bigrams(a), bigrams(b)];
  const size = sum(pairsOfA) + sum(pairsOfB);
  if (size === 0) return 0;
  let shared = 0;
  for (const [pair, count] of pairsOfA) shared += Math.min(count, pairsOfB.get(pair) ?? 0);
  return (2 * shared) / size;
}
