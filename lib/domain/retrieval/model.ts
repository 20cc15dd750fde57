/** A text that can be looked up: a question's stem, its reference answer, or a passage. */
export interface IndexEntry {
  /** Unique: `${ownerId}#stem`, `#answer` or `#passage`. */
  id: string;
  ownerId: string;
  part: 'stem' | 'answer' | 'passage';
  text: string;
}

export interface RankedEntry {
  id: string;
  /** Larger is better; only comparable within one ranking. */
  score: number;
}

/** A term of a query; what was written weighs 1, what was inferred less. */
export interface WeightedTerm {
  term: string;
  /** > 0. */
  weight: number;
}
