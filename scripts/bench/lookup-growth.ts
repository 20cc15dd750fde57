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

/**
 * A vector near a real one: Gaussian noise of half its length, so that the cosine to it is about .9, as between
 * rewordings of one question.
 */
export function near(vector: readonly number[], chance: () => number): number[] {
  const spread = 0.5 / Math.sqrt(vector.length);
  const moved = vector.map((value) => value + spread * gaussian(chance));
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
