import { tokenise } from '../../retrieval';

/** How often each term stands in a text. */
export type TermCounts = ReadonlyMap<string, number>;
/** Weights of the terms of a text, of Euclidean length 1 (or empty). */
export type TermVector = ReadonlyMap<string, number>;

/** Single characters are in nearly every text and say nothing about its subject. */
function isTelling(term: string): boolean {
  return [...term].length > 1;
}

/** The terms of a text that tell its subject: words and pairs of CJK characters. */
export function countTerms(...texts: readonly string[]): TermCounts {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const term of tokenise(text)) if (isTelling(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

/** How many terms a text has, repetitions included. */
export function sizeOf(counts: TermCounts): number {
  let size = 0;
  for (const count of counts.values()) size += count;
  return size;
}

/**
 * Texts compared by the cosine of (1 + ln tf) · idf, the classic vector space (Salton & Buckley 1988, "ltc"). Texts are
 * added first; then vectors can be made and compared with all of a group at once.
 */
export class VectorSpace {
  private readonly documentFrequency = new Map<string, number>();
  private size = 0;

  /** Counts a text's terms among those of the space. */
  add(counts: TermCounts): void {
    this.size += 1;
    for (const term of counts.keys())
      this.documentFrequency.set(term, (this.documentFrequency.get(term) ?? 0) + 1);
  }

  /** In how many texts of the space a term stands. */
  frequency(term: string): number {
    return this.documentFrequency.get(term) ?? 0;
  }

  vector(counts: TermCounts): TermVector {
    const weights = new Map<string, number>();
    let squares = 0;
    for (const [term, count] of counts) {
      const weight = (1 + Math.log(count)) * this.idf(term);
      weights.set(term, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (const [term, weight] of weights) weights.set(term, weight / length);
    return weights;
  }

  /** The always positive form of idf (Lucene's). */
  private idf(term: string): number {
    const frequency = this.frequency(term);
    return Math.log(1 + (this.size - frequency + 0.5) / (frequency + 0.5));
  }
}

/** Where a term stands, and with which weights: side by side, since adding them up is what takes the time. */
interface Places {
  at: number[];
  weights: number[];
}

/** Vectors that one vector is compared with all at once, by the terms they share. */
export class VectorGroup {
  readonly vectors: TermVector[] = [];
  private readonly places = new Map<string, Places>();

  add(vector: TermVector): void {
    const number = this.vectors.push(vector) - 1;
    for (const [term, weight] of vector) {
      const known = this.places.get(term);
      if (known) {
        known.at.push(number);
        known.weights.push(weight);
      } else this.places.set(term, { at: [number], weights: [weight] });
    }
  }

  /** The cosine with every vector of the group, in its order. */
  cosines(vector: TermVector): Float64Array {
    const sums = new Float64Array(this.vectors.length);
    for (const [term, weight] of vector) {
      const known = this.places.get(term);
      if (known) addUp(sums, known, weight);
    }
    return sums;
  }
}

function addUp(sums: Float64Array, { at, weights }: Places, weight: number): void {
  for (let index = 0; index < at.length; index += 1) {
    const place = at[index] as number;
    sums[place] = (sums[place] as number) + weight * (weights[index] as number);
  }
}
