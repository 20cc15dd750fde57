import { isEnumeration } from '../key-points/list-items';
import type { PreparedAnswer } from './answer';
import { bagOf, mergeBags, type Reading } from './reading';
import { type Unit, unitsOf } from './units';

/** Fewer terms than this may be a short answer. */
const FEWEST_ITEMS = 6;
/** Content of one item at most on average, a word of Latin letters counted as two Han characters. */
const LONGEST_ITEM = 5;
/** Share of items whose every unit stands in the reference or the question. */
const KNOWN_ITEMS = 0.8;
/** Share of grammatical words, and of numbers, in a list at most; English prose has one in three, Chinese one in eight. */
const GRAMMAR_IN_LIST = 0.08;
const NUMBERS_IN_LIST = 0.2;

/**
 * A list of bare terms where the reference explains: what belongs to what, and why, is said nowhere. One kind of separator
 * parts the terms, nearly all of them are taken from reference or question, and hardly a word of grammar joins them.
 */
export function isKeywordList({
  question,
  reference,
  answer,
}: {
  question: Reading;
  reference: Reading;
  answer: PreparedAnswer;
}): boolean {
  if (isListOfNames(reference) || itemsOf(reference.text)) return false;
  const items = itemsOf(answer.reading.text);
  if (!items) return false;
  const known = mergeBags(bagOf(question), bagOf(reference));
  const isKnown = (item: readonly Unit[]) => item.every(({ key }) => known.keys.has(key));
  return items.filter(isKnown).length >= KNOWN_ITEMS * items.length;
}

/** Longer enumerations say something of what they name (see `NAMES_IN_ALL` of the estimate). */
const LONGEST_NAMES = 64;

function isListOfNames({ text, units }: Reading): boolean {
  return units.length <= LONGEST_NAMES && isEnumeration(text);
}

/** Commas, pauses, lines, or blanks: what parts the items of a list, the first of them that a text has. */
const SEPARATORS = [/[，,]/u, /、/u, /\n/u, /\s/u];
/** What joins terms to a statement. */
const JOINS = /[：:；;=→>≈+。？！?!](?!\s*$)|\.\s/u;

/** The items of a text that is a list of terms and nothing else, or null. */
function itemsOf(original: string): Unit[][] | null {
  const text = original.trim();
  const separator = SEPARATORS.find((pattern) => pattern.test(text));
  if (!separator || JOINS.test(text)) return null;
  const items = text
    .split(separator)
    .map((item) => unitsOf(item))
    .filter((item) => item.length > 0);
  const units = items.flat();
  const share = (is: (unit: Unit) => boolean) => units.filter(is).length / units.length;
  const content = units.reduce((sum, { kind }) => sum + (kind === 'han' ? 1 : 2), 0);
  if (items.length < FEWEST_ITEMS || content > LONGEST_ITEM * items.length) return null;
  const isBare =
    share(({ weight }) => weight === 0) <= GRAMMAR_IN_LIST &&
    share(({ kind }) => kind === 'number') <= NUMBERS_IN_LIST;
  return isBare ? items : null;
}
