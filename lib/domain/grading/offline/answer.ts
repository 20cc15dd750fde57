import { sentencesOf } from '../key-points/sentences';
import type { AnswerTurn } from '../model';
import type { ConceptIndex } from './concepts';
import { blankFillers } from './fillers';
import { isOrderToGrader } from './injection';
import { type Bag, bagOf, occursIn, type Reading, read, termsOf } from './reading';
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
}

const BETWEEN_TURNS = '\n\n';
/** Characters of an answer that are read; what comes after an hour of talk is not graded. */
const LONGEST = 40_000;

/**
 * Joins the turns, blanks fillers, invisible characters and orders to the grader.
 * @param onTopic what the question and its references speak of: an order-like sentence that shares its terms is kept.
 */
export function prepareAnswer(
  turns: readonly AnswerTurn[],
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
  const reading = read(text, index);
  return withReading({ original, bounds, hasOrders }, reading);
}

/** The same answer with its reading replaced (words rewritten to the reference's). */
export function withReading(
  base: Pick<PreparedAnswer, 'original' | 'bounds' | 'hasOrders'>,
  reading: Reading,
): PreparedAnswer {
  const { original, bounds, hasOrders } = base;
  const clauses = clausesOfAnswer(reading, bounds);
  return {
    original,
    bounds,
    hasOrders,
    reading,
    clauses,
    bags: bagsOf(reading, clauses),
    bag: bagOf(reading),
  };
}

function blankOrders(text: string, onTopic: Bag, index: ConceptIndex): { text: string; hasOrders: boolean } {
  let blanked = text;
  let hasOrders = false;
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    if (!isOrderToGrader(sentence)) continue;
    hasOrders = true;
    const terms = termsOf(read(sentence, index)).filter((term) => term.weight >= 0.5);
    const shared = terms.filter((term) => occursIn(term, onTopic)).length;
    if (shared < 0.4 * terms.length)
      blanked = blanked.slice(0, start) + ' '.repeat(end - start) + blanked.slice(end);
  }
  return { text: blanked, hasOrders };
}
