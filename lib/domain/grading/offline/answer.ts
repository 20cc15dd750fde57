import type { Slice } from '../key-points/sentences';
import type { AnswerTurn } from '../model';
import { blankOrders, withoutQuestion, withoutRepetition, withoutTalk } from './asides';
import type { ConceptIndex } from './concepts';
import { blankFillers } from './fillers';
import { type Bag, bagOf, occursIn, type Reading, read, tellingTerms } from './reading';
import { bagsOf, type Clause, clausesOfAnswer } from './windows';

/** An answer prepared for matching. Offsets of `reading` and `clauses` are those of `original`. */
export interface PreparedAnswer {
  /** The turns as typed, a blank line between them; every quote is cut from it and never crosses a turn. */
  original: string;
  bounds: number[];
  reading: Reading;
  clauses: Clause[];
  bags: Bag[];
  bag: Bag;
  /** Whether something in it addresses the grader. */
  hasOrders: boolean;
  /** Whether words say something, and nothing of it stands in question or references. */
  isBeside: (words: Slice) => boolean;
}

/** Telling terms that show what words are about: fewer may be a way to say yes. */
const FEWEST_TERMS = 3;
const BETWEEN_TURNS = '\n\n';
/** Characters of an answer that are read; what comes after an hour of talk is not graded. */
const LONGEST = 20_000;

/**
 * Joins the turns, and blanks what says nothing: fillers, invisible characters, and asides (see `asides.ts`).
 * @param onTopic what the question and its references speak of: an order-like sentence that shares its terms is kept.
 */
export function prepareAnswer(
  turns: readonly AnswerTurn[],
  question: Reading,
  onTopic: Bag,
  index: ConceptIndex,
): PreparedAnswer {
  const texts = turns.map((turn) => turn.text);
  const original = texts.join(BETWEEN_TURNS).slice(0, LONGEST);
  const bounds: number[] = [];
  let length = 0;
  for (const text of texts) {
    length += text.length + BETWEEN_TURNS.length;
    bounds.push(length);
  }
  const { text, hasOrders } = blankOrders(blankFillers(original), onTopic, index);
  const told = withoutTalk(read(text, index), onTopic, index);
  const reading = withoutRepetition(withoutQuestion(told, question, index), index);
  const isBeside = ({ start, end }: Slice) => isAside(reading.text.slice(start, end), onTopic, index);
  return withReading({ original, bounds, hasOrders, isBeside }, reading);
}

/** The same answer with its reading replaced (words rewritten to the reference's). */
export function withReading(
  base: Pick<PreparedAnswer, 'original' | 'bounds' | 'hasOrders' | 'isBeside'>,
  reading: Reading,
): PreparedAnswer {
  const { original, bounds, hasOrders, isBeside } = base;
  const clauses = clausesOfAnswer(reading, bounds);
  return {
    original,
    bounds,
    hasOrders,
    isBeside,
    reading,
    clauses,
    bags: bagsOf(reading, clauses),
    bag: bagOf(reading),
  };
}

function isAside(words: string, onTopic: Bag, index: ConceptIndex): boolean {
  const terms = tellingTerms(read(words, index));
  return terms.length >= FEWEST_TERMS && !terms.some((term) => occursIn(term, onTopic));
}
