import type { RankedEntry, WeightedTerm } from './model';
import { Postings } from './postings';
import { tokenise } from './tokenise';
import { TopK } from './top-k';

/** Saturation and length normalisation as in Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), §3. */
const K1 = 1.2;
const B = 0.75;

/**
 * Postings that one search adds up at most, rarest terms first; the terms that are left are looked up only in the
 * documents that lead by then. Banks of up to some thousand questions never reach it, so that their ranking is exact;
 * at 100,000 it bounds the time (see `npm run bench -- lookup`).
 */
const MAX_POSTINGS = 150_000;
/** Leading documents that are scored to the end, per entry asked for. */
const CANDIDATES_PER_HIT = 5;

interface QueryTerm {
  postings: Postings;
  /** idf × weight in the query. */
  factor: number;
}

/** An inverted index over short texts, ranked by Okapi BM25. Texts are added and removed one by one. */
export class Bm25Index {
  private readonly terms = new Map<string, Postings>();
  private readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private lengths = new Float64Array(64);
  /** Sums of the running search; all zero between searches. */
  private scores = new Float64Array(64);
  /** The documents whose sum is not zero, `touchedCount` of them. */
  private touched = new Int32Array(64);
  private touchedCount = 0;

  /** `maxPostings` is for tests; see MAX_POSTINGS. */
  constructor(private readonly maxPostings = MAX_POSTINGS) {}
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
    const terms = this.queryTerms(query);
    const split = splitAt(terms, this.maxPostings);
    this.touchedCount = 0;
    for (const term of terms.slice(0, split)) this.scoreList(term);
    const best = this.best(terms.slice(split), limit);
    for (let index = 0; index < this.touchedCount; index += 1) this.scores[this.touched[index] ?? 0] = 0;
    return best.ranked().map(({ key, score }) => ({ id: this.ids[key] ?? '', score }));
  }

  /** Rarest first: they decide. */
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
    return terms.sort((left, right) => left.postings.length - right.postings.length);
  }

  /** Adds a term's part to every document that holds it: the loop that takes the time. */
  private scoreList({ postings, factor }: QueryTerm): void {
    const { documents, frequencies, length } = postings;
    const { scores, lengths, touched } = this;
    const flat = K1 * (1 - B);
    const slope = (K1 * B) / this.averageLength();
    let count = this.touchedCount;
    for (let index = 0; index < length; index += 1) {
      const number = documents[index] as number;
      const documentLength = lengths[number] as number;
      if (documentLength < 0) continue;
      const frequency = frequencies[index] as number;
      const before = scores[number] as number;
      if (before === 0) {
        touched[count] = number;
        count += 1;
      }
      scores[number] = before + (factor * frequency) / (frequency + flat + slope * documentLength);
    }
    this.touchedCount = count;
  }

  /** The best of the touched documents, after the remaining terms have been added to those that lead. */
  private best(remaining: readonly QueryTerm[], limit: number): TopK {
    const isComplete = remaining.length === 0;
    const leading = new TopK(isComplete ? limit : limit * CANDIDATES_PER_HIT);
    for (let index = 0; index < this.touchedCount; index += 1) {
      const number = this.touched[index] as number;
      leading.offer(number, this.scores[number] as number);
    }
    if (isComplete) return leading;
    const best = new TopK(limit);
    for (const { key, score } of leading.ranked()) best.offer(key, score + this.scoreIn(key, remaining));
    return best;
  }

  private scoreIn(number: number, terms: readonly QueryTerm[]): number {
    const norm = this.norm(this.lengths[number] ?? 0);
    let sum = 0;
    for (const { postings, factor } of terms) {
      const index = postings.indexOf(number);
      if (index >= 0) sum += factor * saturation(postings.frequencies[index] ?? 0, norm);
    }
    return sum;
  }

  private norm(length: number): number {
    return K1 * (1 - B + (B * length) / this.averageLength());
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
    this.touched = new Int32Array(lengths.length);
  }
}

/** How many terms, rarest first, hold no more than so many postings; at least one. */
function splitAt(terms: readonly QueryTerm[], maxPostings: number): number {
  let sum = 0;
  const over = terms.findIndex(({ postings }, index) => {
    sum += postings.length;
    return index > 0 && sum > maxPostings;
  });
  return over < 0 ? terms.length : over;
}

function saturation(frequency: number, norm: number): number {
  return frequency / (frequency + norm);
}

function count(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
