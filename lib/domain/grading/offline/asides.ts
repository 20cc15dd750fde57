import { clausesOf, type Slice, sentencesOf } from '../key-points/sentences';
import type { ConceptIndex } from './concepts';
import { isTalk } from './fillers';
import { isOrderToGrader } from './injection';
import { judgementOf } from './judgement';
import { marksOf } from './polarity';
import { type Bag, occursIn, type Reading, read, stretchesOf, tellingTerms, termsOf } from './reading';

/*
 * Asides: what an answer holds beside the answer. They are blanked, character for character, so that they neither earn nor
 * cost anything and every offset stays what it was.
 */

/**
 * What somebody tells of himself, of the day or of the talk (see `isTalk`), clause by clause, where nothing of it stands in
 * question or references. Whoever says nothing else keeps his words.
 */
export function withoutTalk(answer: Reading, onTopic: Bag, index: ConceptIndex): Reading {
  const sentences = sentencesOf(answer.text);
  const ends = new Set(sentences.map(({ end }) => end));
  const clauses = sentences.flatMap((sentence) => clausesOf(answer.text, sentence));
  let text = answer.text;
  for (const { start, end, from, to } of stretchesOf(answer, clauses)) {
    const clause = answer.text.slice(start, end);
    const isOnTopic = tellingTerms(answer, from, to).some((term) => occursIn(term, onTopic));
    if (!isOnTopic && isTalk(clause) && judgementOf(clause) === null)
      text = blank(text, { start, end }, ends.has(end));
  }
  if (text === answer.text) return answer;
  const rest = read(text, index);
  return rest.units.some(({ weight }) => weight > 0) ? rest : answer;
}

/** Spaces instead of a part of a text, a line break last where it ended a sentence. */
function blank(text: string, { start, end }: Slice, endsSentence: boolean): string {
  const spaces = ' '.repeat(Math.max(0, end - start - 1));
  return `${text.slice(0, start)}${spaces}${endsSentence ? '\n' : ' '}${text.slice(end)}`;
}

/** Units of a question from which on it is not repeated by chance. */
const SHORTEST_QUESTION = 4;

/** Who says the question again before he answers it has said nothing by that, and borrowed nothing. */
export function withoutQuestion(answer: Reading, question: Reading, index: ConceptIndex): Reading {
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

/** What is said twice is said once: the whole answer over again, and each sentence that adds no word to one before it. */
export function withoutRepetition(answer: Reading, index: ConceptIndex): Reading {
  const { units } = answer;
  const period = periodOf(units.map(({ key }) => key));
  let text = period < units.length ? blankUnits(answer.text, units, period, units.length) : answer.text;
  const said: Saying[] = [];
  for (const { start, end, from, to } of stretchesOf(answer, sentencesOf(answer.text))) {
    const words = answer.text.slice(start, end);
    const keys = termsOf(answer, from, to).map(({ key }) => key);
    const saying = {
      keys: new Set(keys),
      turns: marksOf(words)
        .map(({ pole }) => pole)
        .join(),
    };
    if (to > from && judgementOf(words) === null && said.some((before) => addsNothing(saying, before)))
      text = blankUnits(text, units, from, to);
    said.push(saying);
  }
  return text === answer.text ? answer : read(text, index);
}

/** The words of a sentence, and what turns it round. */
interface Saying {
  keys: ReadonlySet<string>;
  turns: string;
}

function addsNothing(saying: Saying, before: Saying): boolean {
  return saying.turns === before.turns && [...saying.keys].every((key) => before.keys.has(key));
}

/** Length of the shortest beginning whose repetition is the whole. */
function periodOf(keys: readonly string[]): number {
  for (let period = 1; period <= keys.length / 2; period++) {
    if (keys.length % period === 0 && keys.every((key, at) => at < period || key === keys[at - period]))
      return period;
  }
  return keys.length;
}

function blankUnits(text: string, units: Reading['units'], from: number, to: number): string {
  return blank(text, { start: units[from]?.start ?? 0, end: units[to - 1]?.end ?? 0 }, true);
}

/** Orders to the grader, unless they speak the language of question and references. */
export function blankOrders(
  text: string,
  onTopic: Bag,
  index: ConceptIndex,
): { text: string; hasOrders: boolean } {
  let blanked = text;
  let hasOrders = false;
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    if (!isOrderToGrader(sentence)) continue;
    hasOrders = true;
    const terms = termsOf(read(sentence, index)).filter((term) => term.weight >= 0.5);
    const shared = terms.filter((term) => occursIn(term, onTopic)).length;
    if (shared < 0.4 * terms.length) blanked = blank(blanked, { start, end }, false);
  }
  return { text: blanked, hasOrders };
}
