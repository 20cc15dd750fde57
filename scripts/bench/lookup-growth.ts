/** A repeatable source of chance: Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Length of the noise beside a vector of length 1. */
const NOISE = 0.3;

/**
 * A vector between two real ones, nearer to the first, with Gaussian noise: a mixed topic in new words. (Noise alone
 * around single vectors would give thousands of neighbours at practically one distance, which no real bank has.)
 */
export function grown(vectors: readonly number[][], chance: () => number): number[] {
  const first = vectors[Math.floor(chance() * vectors.length)] ?? [];
  const second = vectors[Math.floor(chance() * vectors.length)] ?? [];
  const share = chance() / 2;
  const spread = NOISE / Math.sqrt(first.length);
  const moved = first.map(
    (value, place) => value * (1 - share) + (second[place] ?? 0) * share + spread * gaussian(chance),
  );
  const length = Math.hypot(...moved);
  return moved.map((value) => value / length);
}

/** Box–Muller. */
function gaussian(chance: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Splits texts into sentences and clauses that can be put together anew. */
export function sentencesOf(texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/(?<=[。！？；;?!\n])/))
    .filter((sentence) => sentence.trim().length > 3);
}

/** A text of `count` sentences taken by chance. */
export function recombined(sentences: readonly string[], count: number, chance: () => number): string {
  return Array.from({ length: count }, () => sentences[Math.floor(chance() * sentences.length)] ?? '').join(
    '',
  );
}
