import { type Slice, sentencesOf } from '../key-points/sentences';
import type { AnswerTurn } from '../model';
import type { ConceptIndex } from './concepts';
import { blankFillers } from './fillers';
import { isOrderToGrader } from './injection';
import { type Bag, bagOf, occursIn, type Reading, read, tellingTerms, termsOf } from './reading';
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
/** Units of a question from which on it is not repeated by chance. */
const SHORTEST_QUESTION = 4;
const BETWEEN_TURNS = '\n\n';
/** Characters of an answer that are read; what comes after an hour of talk is not graded. */
const LONGEST = 40_000;

/**
 * Joins the turns, blanks fillers, invisible characters, orders to the grader and the question where it is said again.
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
  const reading = withoutQuestion(read(text, index), question, onTopic, index);
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

/** Who says the question again before he answers it has said nothing by that, and borrowed nothing. */
function withoutQuestion(answer: Reading, question: Reading, onTopic: Bag, index: ConceptIndex): Reading {
  const asked = question.units.map(({ key }) => key);
  if (asked.length < SHORTEST_QUESTION) return answer;
  let text = answer.text;
  for (let at = 0; at + asked.length <= answer.units.length; at++) {
    if (!asked.every((key, offset) => answer.units[at + offset]?.key === key)) continue;
    const [start, end] = [answer.units[at]?.start ?? 0, answer.units[at + asked.length - 1]?.end ?? 0];
    text = `${text.slice(0, start)}${' '.repeat(end - start - 1)}\n${text.slice(end)}`;
  }
  const rest = read(text, index);
  const said = termsOf(rest).filter((term) => occursIn(term, onTopic));
  const isAnswered = said.length >= FEWEST_TERMS || said.some((term) => !asked.includes(term.key));
  return isAnswered ? rest : answer;
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
