import type { PreparedAnswer } from './answer';
import { type Reading, recallOf, termsOf } from './reading';
import type { Unit } from './units';

/** Fewer units than this have no order to speak of. */
const SALAD_FROM = 6;
/** Shuffled words are no more than there were; who says much more repeats himself, which is another thing. */
const SALAD_LONGEST = 1.3;
/** Share of an answer's units that are borrowed before their order is looked at; honest answers mostly have fewer. */
const SALAD_BORROWED = 0.93;

/** What word salad is told from: the texts it may have been made of, and the answer. */
export interface SaladEvidence {
  question: Reading;
  /** The reference graded against, and all of them. */
  reference: Reading;
  references: readonly Reading[];
  answer: PreparedAnswer;
}

/** Word salad: the words are those of question and reference, but hardly two follow each other as in any source. */
export function isSalad(evidence: SaladEvidence): boolean {
  const { question, reference, references, answer } = evidence;
  const said = mainScript(answer.reading.units);
  const source = reference.units.length + question.units.length;
  if (said.length > SALAD_LONGEST * source) return false;
  const known = new Set([...question.units, ...reference.units].map((unit) => unit.key));
  const borrowed = said.filter((unit) => known.has(unit.key)).length / said.length;
  const sources = [question, ...references];
  if (borrowed < SALAD_BORROWED) return false;
  if (said.every((unit) => unit.kind !== 'han')) return isShuffledLatin(said, sources, answer.reading.text);
  return said.length >= SALAD_FROM && keptRuns(said, sources) < toleratedRuns(evidence);
}

/**
 * The more of the reference's words an answer has, the more of its phrases it should have: honest answers that hold 85 % of
 * the words keep at least 40 % of the runs, shuffled ones at most 30 %.
 */
function toleratedRuns({ reference, answer }: SaladEvidence): number {
  const single = termsOf(reference).filter((term) => !term.isPair);
  const recall = recallOf(single, answer.bag) ?? 0;
  return 0.04 + 0.26 * Math.min(1, Math.max(0, (recall - 0.5) / 0.35));
}

/**
 * Pairs of words that a shuffle of some ten words keeps by chance: 95 % of 420 shuffled English references kept fewer than
 * this share, of 80 honest answers made of borrowed words alone one did. Where the words are also put as nobody puts them,
 * three of four pairs may be kept: that tells most shuffles of four or five words.
 */
const KEPT_BY_CHANCE = 0.38;
const KEPT_IN_BAD_ORDER = 0.75;
const FEWEST_WORDS = 4;
/** Who says a few words over and over shuffles nothing. */
const FEWEST_DIFFERENT = 5;

function isShuffledLatin(said: readonly Unit[], sources: readonly Reading[], text: string): boolean {
  if (said.length < FEWEST_WORDS) return false;
  const kept = keptRuns(said, sources, FEWEST_WORDS - 2);
  const words = new Set(said.map(({ key }) => key));
  if (said.length >= SALAD_FROM && words.size >= FEWEST_DIFFERENT && kept < KEPT_BY_CHANCE) return true;
  return kept < KEPT_IN_BAD_ORDER && BAD_ORDER.test(text);
}

const NO_NOUN_AFTER =
  'the|an?|of|in|on|at|to|from|with|by|for|is|are|was|were|be|has|have|does|do|will|can|and|or|but|because|if|when';
/** An article before a word that it cannot stand before, or a word at the end that wants another one: "the is", "of.". */
const BAD_ORDER = new RegExp(
  `\\b(?:the|an)\\s+(?:${NO_NOUN_AFTER})\\b|\\b(?:the|an|of|from|with|by|for|and|or|than|because|if)\\s*(?:[.,;!?]|$)|\\b(?:of|from|with)\\s+(?:is|are|was|were|has|have|and|or|of|in|does)\\b`,
  'iu',
);

/** Of a mostly Chinese text the Han characters alone: a shuffle breaks Latin words into letters that nobody knows. */
function mainScript(units: readonly Unit[]): readonly Unit[] {
  const han = units.filter((unit) => unit.kind === 'han');
  return han.length > units.length / 2 ? han : units;
}

/** Fewer runs than this say nothing: a list of names has hardly any. */
const FEWEST_RUNS = 5;

/** Share of an answer's runs that stand in one of the sources; 1 when there are too few to tell. */
export function keptRuns(said: readonly Unit[], sources: readonly Reading[], fewest = FEWEST_RUNS): number {
  const own = runsOf(said);
  if (own.length < fewest) return 1;
  const known = new Set(sources.flatMap((source) => runsOf(source.units)));
  return own.filter((run) => known.has(run)).length / Math.max(1, own.length);
}

/** Runs of three Han characters or two words without punctuation between: the shortest that a shuffle destroys. */
function runsOf(units: readonly Unit[]): string[] {
  const found: string[] = [];
  for (let index = 0; index + 1 < units.length; index++) {
    const [first, second, third] = [units[index], units[index + 1], units[index + 2]];
    if (!first || !second?.isJoined) continue;
    if (first.kind !== 'han' || second.kind !== 'han') found.push(`${first.key} ${second.key}`);
    else if (third?.isJoined && third.kind === 'han') found.push(first.key + second.key + third.key);
  }
  return found;
}
