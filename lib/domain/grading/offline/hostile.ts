import type { GradeFlag } from '../model';
import type { PreparedAnswer } from './answer';
import { type Denial, denialOf, statementsOf } from './contradiction';
import type { Features } from './features';
import { bagOf, mergeBags, type Reading, recallOf, termsOf } from './reading';
import { type SentenceSubject, subjectsOf } from './subject';
import type { Unit } from './units';

/** What an answer looks like when it is not one; each finding caps the score. */
export interface Suspicion {
  flags: GradeFlag[];
  /** Highest score it can get. */
  cap: number;
  /** A whole sentence of the reference is repeated but for its turning words: wrong whichever reference counts. */
  deniesWhole: boolean;
}

/** Below nearly every honest full answer, few of whose words happen to be those of the reference. */
const HOSTILE_CAP = 0.05;
const DENIAL_CAP = 0.04;
/** From this share of denied core weight, or of denied clauses of the reference, the answer says the opposite. */
const DENIED_SHARE = 0.4;
/** Honest answers deny one place by mistake (18 of 4,812 measured), hardly ever two. */
const DENIED_PLACES = 2;
/** One denied point of many: no better than fair. */
const SOME_DENIAL_CAP = 0.69;
/** Nobody knows the reference by heart and turns a part of it round by mistake. */
const TURNED_COPY_CAP = 0.24;
const COPY_RECALL = 0.92;

export interface Evidence {
  question: Reading;
  reference: Reading;
  answer: PreparedAnswer;
  features: Features;
}

/** Looks for echo, word salad, dumping and denial. */
export function suspicionOf(evidence: Evidence): Suspicion {
  const { features } = evidence;
  const found: Suspicion = { flags: [], cap: 1, deniesWhole: false };
  const add = (cap: number, flag?: GradeFlag) => {
    found.cap = Math.min(found.cap, cap);
    if (flag) found.flags.push(flag);
  };
  if (isEcho(evidence)) add(HOSTILE_CAP, 'echo');
  if (isSalad(evidence)) add(HOSTILE_CAP, 'word-salad');
  if (isDump(evidence)) add(HOSTILE_CAP, 'dump');
  const denial = denialOfReference(evidence);
  const denied = Math.max(features.denied, denial?.share ?? 0);
  if (denial?.isWhole) found.deniesWhole = true;
  if (features.judgement < 0) add(DENIAL_CAP);
  if (denied >= DENIED_SHARE || Math.max(features.deniedPlaces, denial?.count ?? 0) >= DENIED_PLACES)
    add(DENIAL_CAP);
  else if (denied > 0) add(isCopy(evidence) ? TURNED_COPY_CAP : SOME_DENIAL_CAP);
  return found;
}

/** What the answer turns round of the reference itself, whose sentences may say it otherwise than the points. */
function denialOfReference({ reference, answer }: Evidence): Denial | null {
  return denialOf(statementsOf(reference.text), statementsOf(answer.reading.text));
}

function isCopy({ reference, answer }: Evidence): boolean {
  return (recallOf(termsOf(reference), answer.bag) ?? 0) >= COPY_RECALL;
}

/** Nearly everything said stands in the question, in its order, and hardly anything that only the reference has. */
function isEcho({ question, reference, answer }: Evidence): boolean {
  const asked = bagOf(question);
  const said = termsOf(answer.reading);
  if (said.length < 4 || (recallOf(said, asked) ?? 0) < 0.8) return false;
  const own = termsOf(reference).filter((term) => !asked.keys.has(term.key));
  return (recallOf(own, answer.bag) ?? 0) < 0.2 && keptRuns(answer.reading.units, [question]) > 0.6;
}

/** Fewer units than this have no order to speak of; a short text must be borrowed nearly whole to be suspected. */
const SALAD_FROM = 6;
const LONG_SALAD = 20;
/** Shuffled words are no more than there were; who says much more repeats himself, which is another thing. */
const SALAD_LONGEST = 1.3;
/** Share of an answer's units that are borrowed before their order is looked at: of a long and of a short one. */
const SALAD_BORROWED = 0.8;
const SHORT_SALAD_BORROWED = 0.93;

/**
 * Word salad: the words are taken from question and reference, but hardly two follow each other as they do there. The
 * more of the reference's words an answer has, the more of its phrases it should have: honest answers that hold 85 % of
 * the words keep at least 40 % of the runs, shuffled ones at most 30 %.
 */
function isSalad({ question, reference, answer }: Evidence): boolean {
  const said = mainScript(answer.reading.units);
  const source = reference.units.length + question.units.length;
  if (said.length < SALAD_FROM || said.length > SALAD_LONGEST * source) return false;
  const known = new Set([...question.units, ...reference.units].map((unit) => unit.key));
  const borrowed = said.filter((unit) => known.has(unit.key)).length / said.length;
  if (borrowed < (said.length < LONG_SALAD ? SHORT_SALAD_BORROWED : SALAD_BORROWED)) return false;
  const single = termsOf(reference).filter((term) => !term.isPair);
  const recall = recallOf(single, answer.bag) ?? 0;
  const tolerated = 0.04 + 0.26 * Math.min(1, Math.max(0, (recall - 0.5) / 0.35));
  return keptRuns(said, [question, reference]) < tolerated;
}

/** Of a mostly Chinese text the Han characters alone: a shuffle breaks Latin words into letters that nobody knows. */
function mainScript(units: readonly Unit[]): readonly Unit[] {
  const han = units.filter((unit) => unit.kind === 'han');
  return han.length > units.length / 2 ? han : units;
}

/** Fewer runs than this say nothing: a list of names has hardly any. */
const FEWEST_RUNS = 5;

/** Share of an answer's runs that stand in one of the sources; 1 when there are too few to tell. */
function keptRuns(said: readonly Unit[], sources: readonly Reading[]): number {
  const own = runsOf(said);
  if (own.length < FEWEST_RUNS) return 1;
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

/** An answer this much longer than the reference, and of this many units, may be a dump. */
const DUMP_LENGTH = 2;
const DUMP_FROM = 24;
/** Share of the reference that stands in it. */
const DUMP_COPIED = 0.75;
/** In how many sentences a dump speaks of other things at least. */
const DUMP_SENTENCES = 3;
/** Share of the text in sentences that speak of something else (honest answers that hold the reference: at most .45). */
const DUMP_FOREIGN = 0.5;
/** A sentence with less than this share of the subject's terms speaks of something else. */
const OWN_SUBJECT = 0.25;

/** A dump: the reference stands in it word by word, and the rest has to do with neither question nor reference. */
function isDump({ question, reference, answer }: Evidence): boolean {
  const said = answer.reading;
  if (said.units.length < Math.max(DUMP_FROM, DUMP_LENGTH * reference.units.length)) return false;
  if ((recallOf(termsOf(reference), answer.bag) ?? 0) < DUMP_COPIED) return false;
  const told = subjectsOf(said, mergeBags(bagOf(question), bagOf(reference))).filter(
    (sentence) => !sentence.isNarrative && sentence.size > 0,
  );
  const foreign = told.filter((sentence) => sentence.share < OWN_SUBJECT);
  return foreign.length >= DUMP_SENTENCES && sizeOf(foreign) > DUMP_FOREIGN * sizeOf(told);
}

function sizeOf(sentences: readonly SentenceSubject[]): number {
  return sentences.reduce((sum, sentence) => sum + sentence.size, 0);
}
