import type { GradeFlag } from '../model';
import type { PreparedAnswer } from './answer';
import type { Beyond } from './beyond';
import { type Denial, denialOf, statementsOf } from './contradiction';
import { isDump } from './dump';
import type { Features } from './features';
import { isForeign } from './foreign';
import { isKeywordList } from './keywords';
import { bagOf, type Reading, recallOf, termsOf } from './reading';
import { isSalad, keptRuns } from './word-salad';

/** What an answer looks like when it is not one; each finding caps the score. */
export interface Suspicion {
  flags: GradeFlag[];
  /** Highest score it can get. */
  cap: number;
  /** Share of the estimate that it keeps below that, 0..1. */
  keeps: number;
  /**
   * It is no answer whichever reference counts: several pasted together, words shuffled, or a whole sentence of the
   * reference repeated but for its turning words.
   */
  isVoid: boolean;
}

/** What is no answer, or says the opposite, is below whatever an honest answer gets (see `leastOf`). */
const HOSTILE_CAP = 0;
/**
 * What is about something else: weak at best, and not nothing, for honest answers may be as far from their reference.
 * Keeping a half of the estimate below that leaves the better of them above references to other questions, whose estimate
 * is .32 in the median.
 */
const FOREIGN_KEEPS = 0.5;
const FOREIGN_CAP = 0.29;
/**
 * Whose passage on the subject is so many times likelier to be about it has answered, whatever he says besides. References
 * to other questions stay below (19 in 20 under 250), and so do the weak answers of our set that are so far from their
 * reference; of honest answers with another question's reference behind them three in four are above.
 */
const SPEAKS_OF_SUBJECT = Math.log(5000);
/** From this share of denied core weight, or of denied clauses of the reference, the answer says the opposite. */
const DENIED_SHARE = 0.4;
/** Honest answers deny one place by mistake (18 of 4,812 measured), hardly ever two. */
const DENIED_PLACES = 2;
/** One denied point of many: no better than fair. */
const SOME_DENIAL_CAP = 0.69;
/** Nobody knows the reference by heart and turns a part of it round by mistake. */
const TURNED_COPY_CAP = 0.24;
const COPY_RECALL = 0.92;
const COPY_PRECISION = 0.7;

/**
 * Who tells of one thing in several places what belongs to another one has taken them for each other: half right at best.
 * No lower: on eight sets the rule met nine wrong ones and three honest ones.
 */
const EXCHANGED_CAP = 0.49;

/** Who lists the terms knows what it is about, and has explained nothing: weak at best. */
const KEYWORDS_CAP = 0.29;

export interface Evidence {
  question: Reading;
  reference: Reading;
  /** All of them, this one included. */
  references: readonly Reading[];
  answer: PreparedAnswer;
  beyond: Beyond;
  features: Features;
}

/** Looks for echo, word salad, dumping, texts about something else and denial. */
export function suspicionOf(evidence: Evidence): Suspicion {
  const { features } = evidence;
  const found: Suspicion = { flags: [], cap: 1, keeps: 1, isVoid: false };
  const add = (cap: number, flag?: GradeFlag) => {
    found.cap = Math.min(found.cap, cap);
    if (flag) found.flags.push(flag);
  };
  // Who says the question's statement over and adds the right verdict has answered it.
  if (features.judgement <= 0 && isEcho(evidence)) add(HOSTILE_CAP, 'echo');
  if (isSalad(evidence)) add(HOSTILE_CAP, 'word-salad');
  if (isDump(evidence)) add(HOSTILE_CAP, 'dump');
  if (isKeywordList(evidence)) add(KEYWORDS_CAP);
  const denial = denialOfReference(evidence);
  const denied = Math.max(features.denied, denial?.share ?? 0);
  found.isVoid = denial?.isWhole === true || found.flags.some((flag) => flag !== 'echo');
  if (features.judgement <= 0 && features.onSubject < SPEAKS_OF_SUBJECT && isForeign(evidence)) {
    add(FOREIGN_CAP, 'off-topic');
    found.keeps = FOREIGN_KEEPS;
  }
  if (features.judgement < 0) add(HOSTILE_CAP);
  if (denied >= DENIED_SHARE || Math.max(features.deniedPlaces, denial?.count ?? 0) >= DENIED_PLACES)
    add(HOSTILE_CAP);
  else if (denied > 0) add(denial && isCopy(evidence) ? TURNED_COPY_CAP : SOME_DENIAL_CAP);
  if (features.exchangedPlaces > 0)
    add(features.exchangedPlaces >= DENIED_PLACES ? EXCHANGED_CAP : SOME_DENIAL_CAP);
  return found;
}

/** What the answer turns round of the reference itself, whose sentences may say it otherwise than the points. */
function denialOfReference({ reference, answer }: Evidence): Denial | null {
  return denialOf(statementsOf(reference.text), statementsOf(answer.reading.text));
}

/** Whether the answer is the reference, and hardly more. */
function isCopy({ reference, answer }: Evidence): boolean {
  return (
    (recallOf(termsOf(reference), answer.bag) ?? 0) >= COPY_RECALL &&
    (recallOf(termsOf(answer.reading), bagOf(reference)) ?? 0) >= COPY_PRECISION
  );
}

/**
 * Nearly everything said stands in the question, in its order, and hardly anything that only the reference has. Where the
 * answer is a part of the question ("what was his response?"), only who says most of the question over echoes it.
 */
function isEcho({ question, reference, answer }: Evidence): boolean {
  const asked = bagOf(question);
  const said = termsOf(answer.reading);
  if (said.length < 4 || (recallOf(said, asked) ?? 0) < 0.8) return false;
  const own = recallOf(
    termsOf(reference).filter((term) => !asked.keys.has(term.key)),
    answer.bag,
  );
  const isAnother = own === null ? (recallOf(termsOf(question), answer.bag) ?? 0) > 0.75 : own < 0.2;
  return isAnother && keptRuns(answer.reading.units, [question]) > 0.6;
}
