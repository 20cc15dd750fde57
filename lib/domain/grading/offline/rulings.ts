import { pointSource } from '../checks/derive-checks';
import { type Quantity, quantitiesIn, valueIn } from '../checks/quantities';
import type { PointCheck, Verdict } from '../model';
import type { PreparedAnswer } from './answer';
import type { PointSupport, PreparedPoint } from './assess';
import type { ConceptIndex } from './concepts';
import { isBareVerdict, verdictIn } from './judgement';
import { read, recallOf, type Term, termsOf } from './reading';
import { PARTIAL_FROM } from './verdicts';

/** What a point's own check says of it, before and beside the share of its words. */
export interface Ruling {
  verdict: Verdict;
  /** Offsets of the passage that decides; null leaves the one that supports the point best. */
  window: { start: number; end: number } | null;
  /** It decides all that the point says: no words of it remain to be compared. */
  isWhole?: boolean;
}

/**
 * Decides a point by its check; null where its meaning is all there is to go by.
 * @param isOnly whether it is the reference's only point: then its number is what was asked.
 */
export function rulingOf(
  support: PointSupport,
  prepared: PreparedPoint,
  answer: PreparedAnswer,
  index: ConceptIndex,
  isOnly: boolean,
): Ruling | null {
  const { check } = support.point;
  switch (check?.by) {
    case 'verdict':
      return byVerdict(check, support, prepared, answer);
    case 'number':
      return byNumber(check, support, prepared, answer, isOnly);
    case 'list':
      return byList(check, answer, index);
    case 'code':
      return byCode(check, answer);
    default:
      return null;
  }
}

type Check<By extends PointCheck['by']> = Extract<PointCheck, { by: By }>;

/** Content in units up to which a point is its verdict and nothing else ("错误。"). */
const ONLY_A_VERDICT = 3;

function byVerdict(
  check: Check<'verdict'>,
  { point }: PointSupport,
  { terms }: PreparedPoint,
  answer: PreparedAnswer,
): Ruling | null {
  const isWhole = isBareVerdict(pointSource(point));
  const said = verdictIn(answer.reading.text, isWhole ? 'any' : check.kind, answer.isBeside);
  if (!said) return null;
  const agrees = said.judgement.value === check.value;
  if (isWhole) return { verdict: agrees ? 'covered' : 'contradicted', window: said.sentence, isWhole };
  if (!agrees) return { verdict: 'contradicted', window: said.sentence };
  const content = terms.filter(({ isPair }) => !isPair).length;
  return content <= ONLY_A_VERDICT ? { verdict: 'covered', window: said.sentence } : null;
}

/** Words of a point beside its number, its unit and the question's words, up to which the number is all it says. */
const ONLY_A_NUMBER = 4;
/** A term of the question keeps less of its weight than this (see `questionWeight`). */
const OWN_WEIGHT = 0.3;
/** An answer of no more content than this, numbers aside, means its number for the answer. */
const BRIEF = 12;
/** Who names more numbers than this has not said which. */
const MOST_NUMBERS = 3;

/**
 * Only the right number covers the point, in whatever unit of its kind; another one of the same unit, in a clause on the
 * point's subject, contradicts it unless the right one is said somewhere too; without a number it is half said at best.
 * Where the number is all the point says, it decides alone.
 */
function byNumber(
  check: Check<'number'>,
  support: PointSupport,
  { terms }: PreparedPoint,
  answer: PreparedAnswer,
  isOnly: boolean,
): Ruling | null {
  const words = terms.filter(({ key }) => !/\d/.test(key));
  const own = words.filter(({ isPair, weight }) => !isPair && weight >= OWN_WEIGHT);
  const isAlone = isOnly && own.length <= ONLY_A_NUMBER;
  const content = answer.reading.units.filter(({ kind, weight }) => kind !== 'number' && weight > 0).length;
  const isBrief = isAlone && content <= BRIEF;
  const said = quantitiesIn(answer.reading.text).flatMap((quantity) => {
    const value = valueIn(quantity, check.unit);
    return value === null ? [] : [{ ...quantity, value, isSameUnit: quantity.unit === check.unit }];
  });
  const right = said.filter(
    ({ value }) => Math.abs(value - check.value) <= check.tolerance + rounding(check),
  );
  const clauseOf = (quantity: Quantity) =>
    answer.clauses.findIndex(({ start, end }) => start <= quantity.start && quantity.start < end);
  const onSubject = (quantity: Quantity) => {
    const at = clauseOf(quantity);
    const bag = answer.bags[at];
    const isAbout =
      isBrief || (bag !== undefined && (words.length === 0 || shareIn(words, bag) >= PARTIAL_FROM));
    return isAbout ? (answer.clauses[at] ?? { start: quantity.start, end: quantity.end }) : undefined;
  };
  const isWhole = isAlone && said.length <= MOST_NUMBERS;
  const [clause] = right.flatMap((quantity) => onSubject(quantity) ?? []);
  if (clause) return { verdict: 'covered', window: clause, isWhole };
  if (right.length > 0) return null;
  // Numbers without a unit may be about anything: a step of a calculation, a probability of something else.
  const wrong = said.filter(({ isSameUnit }) => isBrief || (isSameUnit && check.unit !== ''));
  const [denied] = wrong.flatMap((quantity) => onSubject(quantity) ?? []);
  if (denied) return { verdict: 'contradicted', window: denied, isWhole };
  return support.support >= PARTIAL_FROM ? { verdict: 'partial', window: null } : null;
}

/** What computing in another unit may lose. */
function rounding({ value }: Check<'number'>): number {
  return 1e-9 * Math.abs(value) + 1e-12;
}

function shareIn(terms: readonly Term[], bag: PreparedAnswer['bag']): number {
  return recallOf(terms, bag) ?? 0;
}

/** An item is named when this share is said of what it alone has: 批归一化 is not named by 层归一化. */
const ITEM_NAMED = 0.6;

function byList(check: Check<'list'>, answer: PreparedAnswer, index: ConceptIndex): Ruling | null {
  const items = check.items.map((item) => termsOf(read(item, index)));
  const named = items.filter((terms) => {
    const own = terms.filter(({ key }) => items.filter((other) => holds(other, key)).length < 2);
    return shareIn(own.length > 0 ? own : terms, answer.bag) >= ITEM_NAMED;
  });
  if (named.length === 0) return null;
  return { verdict: named.length >= check.needed ? 'covered' : 'partial', window: null };
}

function holds(terms: readonly Term[], key: string): boolean {
  return terms.some((term) => term.key === key);
}

/** Who writes the code uses its names; who describes it is read by meaning. */
function byCode({ names }: Check<'code'>, answer: PreparedAnswer): Ruling | null {
  const said = new Set(answer.reading.text.toLowerCase().match(/[a-z_]\w*/g) ?? []);
  const used = names.filter((name) => said.has((name.split('.').at(-1) ?? name).toLowerCase()));
  if (used.length === 0) return null;
  return { verdict: used.length === names.length ? 'covered' : 'partial', window: null };
}
