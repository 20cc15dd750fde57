/** Dimensions of the scripted server's embeddings. */
const DIMENSIONS = 64;

/** A deterministic unit vector: counts of character pairs, hashed. Texts that share words lie near each other. */
export function scriptedEmbedding(text: string): number[] {
  const vector = new Array<number>(DIMENSIONS).fill(0);
  const characters = [...text.toLowerCase()];
  for (let at = 0; at < characters.length; at += 1) {
    const pair = `${characters[at]}${characters[at + 1] ?? ''}`;
    const slot =
      [...pair].reduce((hash, char) => (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0, 7) % DIMENSIONS;
    vector[slot] = (vector[slot] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
