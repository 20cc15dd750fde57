import { asksForList, demandedCount } from '../key-points/demands';
import { listItemsOf } from '../key-points/list-items';
import { sentencesOf } from '../key-points/sentences';
import type { KeyPoint, PointCheck } from '../model';
import { asksForJudgement, isBareVerdict, judgementOf } from '../offline/judgement';
import { marksOf } from '../offline/polarity';
import { unitsOf } from '../offline/units';
import { type Quantity, quantitiesIn } from './quantities';

/**
 * The points with what decides each, where it is not the meaning alone, and whether it affirms or denies. Derived from
 * question and point; what a point says of itself already stays.
 */
export function withChecks(question: string, points: readonly KeyPoint[]): KeyPoint[] {
  return points.map((point, index) => {
    const polarity = point.polarity ?? polarityOf(pointSource(point));
    const check = point.check ?? checkOf(question, point, index === 0);
    return { ...point, ...(polarity ? { polarity } : {}), ...(check ? { check } : {}) };
  });
}

/** The words a point is matched by. */
export function pointSource(point: Pick<KeyPoint, 'evidence' | 'text'>): string {
  return point.evidence ?? point.text;
}

/** What could decide a point of this kind; null when its words do not hold what the check needs. */
export function checkFor(by: PointCheck['by'], question: string, source: string): PointCheck | null {
  switch (by) {
    case 'meaning':
      return { by };
    case 'verdict':
      return verdictCheck(source);
    case 'number':
      return numberCheck(question, source);
    case 'code':
      return codeCheck(source);
    case 'list':
      return listCheck(question, source);
  }
}

function checkOf(question: string, point: KeyPoint, isFirst: boolean): PointCheck | null {
  const source = pointSource(point);
  const isJudged = isFirst && (asksForJudgement(question) || isBareVerdict(source));
  const verdict = isJudged ? verdictCheck(source) : null;
  if (verdict) return verdict;
  const number = asksForNumber(question) || isMostlyNumber(source) ? numberCheck(question, source) : null;
  if (number) return number;
  return codeCheck(source) ?? (asksForList(question) ? listCheck(question, source) : null);
}

function polarityOf(source: string): KeyPoint['polarity'] | null {
  if (sentencesOf(source).length !== 1 || /[，,；;]/.test(source)) return null;
  const denials = marksOf(source).filter(({ pole }) => pole === 0).length;
  return denials % 2 === 1 ? 'deny' : 'affirm';
}

function verdictCheck(source: string): PointCheck | null {
  const judgement = judgementOf(source);
  return judgement && { by: 'verdict', ...judgement };
}

const ASKS_FOR_NUMBER =
  /多少|多大|几(?:位|比特|倍|层|轮|字节)|占比|比例是|百分之几|how (?:many|much|large|long|big|fast|far|hot|high)|what (?:percentage|fraction|proportion|share)/i;

function asksForNumber(question: string): boolean {
  return ASKS_FOR_NUMBER.test(question);
}

/** Content beside the number, in units, from which a point says more than its number. */
const SAYS_MORE = 8;

function isMostlyNumber(source: string): boolean {
  return unitsOf(source).filter(({ kind, weight }) => kind !== 'number' && weight > 0).length < SAYS_MORE;
}

/** A bound, a range or an example: many numbers agree with it. */
const NOT_ONE_NUMBER =
  /以上|以下|以内|超过|不到|不足|[少多低高大小]于|至[少多]|最[多少]|范围|之间|[~～]|\d\s*[-–—到至]\s*\d|通常|一般|常用|常见|例如|比如|如\s*\d|less than|more than|at (?:least|most)|fewer|under|over|up to|below|above|between|typical|usual|common|e\.g\./i;
const ROUGHLY = /约|左右|大概|上下|about|around|roughly|approx|≈/i;
/** Relative tolerance of a rough number, and of an exact one with a unit that is measured and not counted. */
const ROUGH = 0.1;
const MEASURED = 0.02;
const COUNTED = new Set(['bit', 'layer', 'epoch', 'dimension', 'token']);

/** "FP32 主权重" names a format: nobody is asked for its 32. */
const FORMAT_NAME = /^(?:int|fp|nf|bf|float)/i;

/** The one figure of a point; none that the question itself gives. */
function numberCheck(question: string, source: string): PointCheck | null {
  const given = quantitiesIn(question);
  const range = rangeCheck(source);
  if (range) return range;
  const [only, ...rest] = quantitiesIn(source).filter(
    (quantity) =>
      !FORMAT_NAME.test(source.slice(quantity.start, quantity.end)) &&
      !given.some((asked) => isSameQuantity(asked, quantity)),
  );
  if (!only || rest.some((other) => !isSameQuantity(only, other)) || NOT_ONE_NUMBER.test(source)) return null;
  const share = ROUGHLY.test(source) ? ROUGH : COUNTED.has(only.unit) ? 0 : MEASURED;
  return { by: 'number', value: only.value, unit: only.unit, tolerance: share * Math.abs(only.value) };
}

const RANGE_MARK = /^\s*(?:[~～–—-]+|到|至|to)\s*$/;

/** "1e-4 到 2e-4": both ends of one range, and no other figure. */
function rangeCheck(source: string): PointCheck | null {
  const [low, high, ...rest] = quantitiesIn(source);
  if (!low || !high || rest.length > 0 || low.unit !== high.unit || low.value >= high.value) return null;
  if (!RANGE_MARK.test(source.slice(low.end, high.start))) return null;
  return {
    by: 'number',
    value: (low.value + high.value) / 2,
    unit: low.unit,
    tolerance: (high.value - low.value) / 2,
  };
}

function isSameQuantity(one: Quantity, other: Quantity): boolean {
  return one.unit === other.unit && Math.abs(one.value - other.value) < 1e-9;
}

/** A call, a keyword argument, or a name that only code has. */
const CODE_NAME = /(?<![\w.])([A-Za-z_][\w.]*)(?=\s*\(|\s*=(?!=))|`([A-Za-z_][\w.]{2,})`/g;
const LOOKS_LIKE_CODE = /^\s*[\w.]+\s*=\s*\S|[\w.]+\([^)]*\)/;
const ASSIGNED = /^\s*[\w.]+\s*=\s*(?=[\w.]+\()/gm;
const MOST_NAMES = 8;

function codeCheck(source: string): PointCheck | null {
  if (!LOOKS_LIKE_CODE.test(source) || /\p{Script=Han}{4}/u.test(source.replace(/#.*$/gm, ''))) return null;
  // What a result is called is everybody's own choice.
  const used = source.replace(ASSIGNED, '');
  const found = [...used.matchAll(CODE_NAME)].map(([, call, quoted]) => call ?? quoted ?? '');
  const names = [...new Set(found)].filter((name) => name.length > 2).slice(0, MOST_NAMES);
  return names.length > 0 ? { by: 'code', names } : null;
}

/** A list says enough with this share of its items, unless the question names a number. */
const ENOUGH_ITEMS = 2 / 3;
const FEWEST_ITEMS = 3;
/** Longer ones are statements, not items. */
const LONGEST_ITEM = 16;

function listCheck(question: string, source: string): PointCheck | null {
  const [sentence, ...rest] = sentencesOf(source);
  if (!sentence || rest.length > 0) return null;
  const items = listItemsOf(source, sentence, false)
    .map(({ start, end }) => source.slice(start, end).replace(/^[和及与或、]|[、。.；;]$/gu, ''))
    .filter((item) => item.length >= 2);
  // Between commas stand clauses, which are statements.
  const isNames = items.every((item) => item.length <= LONGEST_ITEM && !/[，,]/.test(item));
  if (items.length < FEWEST_ITEMS || !isNames) return null;
  const needed = Math.min(demandedCount(question) ?? Math.ceil(ENOUGH_ITEMS * items.length), items.length);
  return { by: 'list', items, needed };
}
