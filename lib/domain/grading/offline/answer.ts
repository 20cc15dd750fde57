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
const LONGEST = 20_000;

/**
 * Joins the turns, blanks fillers, invisible characters, orders to the grader, the question where it is said again, and
 * what was said before.
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
  const reading = withoutRepetition(withoutQuestion(read(text, index), question, index), index);
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
function withoutQuestion(answer: Reading, question: Reading, index: ConceptIndex): Reading {
  const asked = question.units.map(({ key }) => key);
  if (asked.length < SHORTEST_QUESTION) return answer;
  let text = answer.text;
  for (let at = 0; at + asked.length <= answer.units.length; at++) {
    if (asked.every((key, offset) => answer.units[at + offset]?.key === key))
      text = blankUnits(text, answer.units, at, at + asked.length);
  }
  const rest = read(text, index);
  // Whoever said nothing else has answered with the question.
  return rest.units.some(({ weight }) => weight > 0) ? rest : answer;
}

/** Sentences of fewer units may well be said twice: "right" of two statements. */
const SHORTEST_REPEATED = 4;

/** What is said twice is said once: the whole answer over again, and each sentence that stood there before. */
function withoutRepetition(answer: Reading, index: ConceptIndex): Reading {
  const { units } = answer;
  const period = periodOf(units.map(({ key }) => key));
  let text = period < units.length ? blankUnits(answer.text, units, period, units.length) : answer.text;
  const said = new Set<string>();
  let from = 0;
  for (const sentence of sentencesOf(answer.text)) {
    let to = from;
    while ((units[to]?.end ?? Number.POSITIVE_INFINITY) <= sentence.end) to++;
    const words = units
      .slice(from, to)
      .map(({ key }) => key)
      .join(' ');
    if (to - from >= SHORTEST_REPEATED && said.has(words)) text = blankUnits(text, units, from, to);
    said.add(words);
    from = to;
  }
  return text === answer.text ? answer : read(text, index);
}

/** Length of the shortest beginning whose repetition is the whole. */
function periodOf(keys: readonly string[]): number {
  for (let period = 1; period <= keys.length / 2; period++) {
    if (keys.length % period === 0 && keys.every((key, at) => at < period || key === keys[at - period]))
      return period;
  }
  return keys.length;
}

/** Spaces and a line break instead of some units, in as many characters. */
function blankUnits(text: string, units: Reading['units'], from: number, to: number): string {
  const [start, end] = [units[from]?.start ?? 0, units[to - 1]?.end ?? 0];
  return `${text.slice(0, start)}${' '.repeat(Math.max(0, end - start - 1))}\n${text.slice(end)}`;
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
