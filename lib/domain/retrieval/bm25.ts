import type { RankedEntry, WeightedTerm } from './model';
import { Postings } from './postings';
import { tokenise } from './tokenise';
import { TopK } from './top-k';

/** Saturation and length normalisation as in Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), §3. */
const K1 = 1.2;
const B = 0.75;

interface QueryTerm {
  postings: Postings;
  /** idf × weight in the query. */
  factor: number;
}

/**
 * An inverted index over short texts, ranked by Okapi BM25. Texts are added and removed one by one. Every posting of
 * every term is added up: at 100,000 questions a rewording has 30 terms and 600,000 postings in the answers, and both
 * parts take 4 ms; leaving common terms to the end and looking them up for the leaders alone took as long.
 */
export class Bm25Index {
  private readonly terms = new Map<string, Postings>();
  private readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private lengths = new Float64Array(64);
  /** Sums of the running search; all zero between searches. */
  private scores = new Float64Array(64);
  private totalLength = 0;
  private removed = 0;

  /** How many texts can be found. */
  get size(): number {
    return this.numbers.size;
  }

  /** The share of dead places, 0..1: rebuild when it grows, since they are still walked over. */
  get wasted(): number {
    return this.ids.length === 0 ? 0 : this.removed / this.ids.length;
  }

  has(id: string): boolean {
    return this.numbers.has(id);
  }

  /** Adds a text under an id; an id that is there already is replaced. */
  add(id: string, text: string): void {
    this.remove(id);
    const terms = tokenise(text);
    const number = this.ids.length;
    this.ids.push(id);
    this.numbers.set(id, number);
    this.reserve(number + 1);
    this.lengths[number] = terms.length;
    this.totalLength += terms.length;
    for (const [term, frequency] of count(terms)) {
      const postings = this.terms.get(term) ?? new Postings();
      if (postings.length === 0) this.terms.set(term, postings);
      postings.push(number, frequency);
    }
  }

  /** Forgets a text; unknown ids are ignored. Its postings stay until the index is built anew. */
  remove(id: string): void {
    const number = this.numbers.get(id);
    if (number === undefined) return;
    this.numbers.delete(id);
    this.totalLength -= this.lengths[number] ?? 0;
    this.lengths[number] = -1;
    this.removed += 1;
  }

  /** The best entries that share a term with the query, best first. Scores are BM25 sums, > 0. */
  search(query: readonly WeightedTerm[], limit: number): RankedEntry[] {
    if (limit <= 0 || this.size === 0) return [];
    for (const term of this.queryTerms(query)) this.scoreList(term);
    const best = this.best(limit);
    this.scores.fill(0, 0, this.ids.length);
    return best.ranked().map(({ key, score }) => ({ id: this.ids[key] ?? '', score }));
  }

  private queryTerms(query: readonly WeightedTerm[]): QueryTerm[] {
    const weights = new Map<string, number>();
    for (const { term, weight } of query) weights.set(term, (weights.get(term) ?? 0) + weight);
    const terms: QueryTerm[] = [];
    for (const [term, weight] of weights) {
      const postings = this.terms.get(term);
      if (!postings) continue;
      // The always positive form of idf (Lucene's); removed texts still count until the rebuild.
      const idf = Math.log(1 + (this.ids.length - postings.length + 0.5) / (postings.length + 0.5));
      terms.push({ postings, factor: idf * weight * (K1 + 1) });
    }
    return terms;
  }

  /** Adds a term's part to every document that holds it: the loop that takes the time. */
  private scoreList({ postings, factor }: QueryTerm): void {
    const { documents, frequencies, length } = postings;
    const { scores, lengths } = this;
    const flat = K1 * (1 - B);
    const slope = (K1 * B) / this.averageLength();
    for (let index = 0; index < length; index += 1) {
      const number = documents[index] as number;
      const documentLength = lengths[number] as number;
      if (documentLength < 0) continue;
      const frequency = frequencies[index] as number;
      scores[number] =
        (scores[number] as number) + (factor * frequency) / (frequency + flat + slope * documentLength);
    }
  }

  /** Walks over all sums: in order, that is faster than over a list of those that are not zero. */
  private best(limit: number): TopK {
    const { scores } = this;
    const best = new TopK(limit);
    const count = this.ids.length;
    let threshold = 0;
    for (let number = 0; number < count; number += 1) {
      const score = scores[number] as number;
      if (score <= threshold) continue;
      best.offer(number, score);
      threshold = Math.max(0, best.threshold);
    }
    return best;
  }

  private averageLength(): number {
    return Math.max(1, this.totalLength / Math.max(1, this.size));
  }

  private reserve(size: number): void {
    if (size <= this.lengths.length) return;
    const lengths = new Float64Array(this.lengths.length * 2);
    lengths.set(this.lengths);
    this.lengths = lengths;
    this.scores = new Float64Array(lengths.length);
  }
}

function count(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
