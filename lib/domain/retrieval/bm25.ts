import type { RankedEntry, WeightedTerm } from './model';
import { Postings } from './postings';
import { tokenise } from './tokenise';
import { TopK } from './top-k';

/** Saturation and length normalisation as in Robertson & Zaragoza, "The Probabilistic Relevance Framework" (2009), §3. */
const K1 = 1.2;
const B = 0.75;

/** From this posting length on it pays to look first whether any unseen document can still enter the result. */
const LONG_LIST = 2048;

interface QueryTerm {
  postings: Postings;
  /** idf × weight in the query. */
  factor: number;
  /** No document gets more than this from the term. */
  bound: number;
}

/** An inverted index over short texts, ranked by Okapi BM25. Texts are added and removed one by one. */
export class Bm25Index {
  private readonly terms = new Map<string, Postings>();
  private readonly ids: string[] = [];
  private readonly numbers = new Map<string, number>();
  private lengths = new Float64Array(64);
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
      postings.push(number, frequency, terms.length);
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
    const touched: number[] = [];
    const pending = this.scoreLists(terms, touched, limit);
    const best = this.scoreCandidates(pending, touched, limit);
    for (const number of touched) this.scores[number] = 0;
    return best.ranked().map(({ key, score }) => ({ id: this.ids[key] ?? '', score }));
  }

  /** Rarest first: they decide, and make the long lists skippable. */
  private queryTerms(query: readonly WeightedTerm[]): QueryTerm[] {
    const weights = new Map<string, number>();
    for (const { term, weight } of query) weights.set(term, (weights.get(term) ?? 0) + weight);
    const terms: QueryTerm[] = [];
    for (const [term, weight] of weights) {
      const postings = this.terms.get(term);
      if (!postings) continue;
      // The always positive form of idf (Lucene's); removed texts still count until the rebuild.
      const idf = Math.log(1 + (this.ids.length - postings.length + 0.5) / (postings.length + 0.5));
      const factor = idf * weight * (K1 + 1);
      const bound = factor * saturation(postings.maxFrequency, this.norm(postings.minLength));
      terms.push({ postings, factor, bound });
    }
    return terms.sort((left, right) => left.postings.length - right.postings.length);
  }

  /**
   * Adds up whole posting lists until the terms that are left cannot lift an unseen document into the result
   * (MaxScore: Turtle & Flood 1995). Returns the terms left; exact, nothing is lost.
   */
  private scoreLists(terms: readonly QueryTerm[], touched: number[], limit: number): QueryTerm[] {
    let rest = terms.reduce((sum, term) => sum + term.bound, 0);
    for (const [position, term] of terms.entries()) {
      const isLong = term.postings.length > LONG_LIST && touched.length >= limit;
      if (isLong && this.threshold(touched, limit) > rest) return terms.slice(position);
      this.scoreList(term, touched);
      rest -= term.bound;
    }
    return [];
  }

  private scoreList({ postings, factor }: QueryTerm, touched: number[]): void {
    const { documents, frequencies, length } = postings;
    const { scores, lengths } = this;
    const flat = K1 * (1 - B);
    const slope = (K1 * B) / this.averageLength();
    for (let index = 0; index < length; index += 1) {
      const number = documents[index] as number;
      const documentLength = lengths[number] as number;
      if (documentLength < 0) continue;
      const frequency = frequencies[index] as number;
      const before = scores[number] as number;
      if (before === 0) touched.push(number);
      scores[number] = before + (factor * frequency) / (frequency + flat + slope * documentLength);
    }
  }

  /** The remaining terms are looked up only in documents that can still reach the result. */
  private scoreCandidates(pending: readonly QueryTerm[], touched: readonly number[], limit: number): TopK {
    const best = new TopK(limit);
    if (pending.length === 0) {
      for (const number of touched) best.offer(number, this.scores[number] ?? 0);
      return best;
    }
    const rest = pending.reduce((sum, term) => sum + term.bound, 0);
    const least = this.threshold(touched, limit) - rest;
    for (const number of touched) {
      const score = this.scores[number] ?? 0;
      if (score < least || score + rest <= best.threshold) continue;
      best.offer(number, score + this.scoreIn(number, pending));
    }
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

  /** The limit-th best score so far. */
  private threshold(touched: readonly number[], limit: number): number {
    const best = new TopK(limit);
    for (const number of touched) {
      const score = this.scores[number] ?? 0;
      if (score > best.threshold) best.offer(number, score);
    }
    return best.threshold;
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
  }
}

function saturation(frequency: number, norm: number): number {
  return frequency / (frequency + norm);
}

function count(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
