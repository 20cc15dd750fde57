import { withChecks } from '../checks/derive-checks';
import { gradeChoice, hasKey } from '../choice';
import { demandedCount } from '../key-points/demands';
import { deriveKeyPoints } from '../key-points/derive';
import { isEnumeration } from '../key-points/list-items';
import { sameNames } from '../key-points/names';
import type { Slice } from '../key-points/sentences';
import type { Grade, GradeFlag, GradingTask, KeyPoint, PointVerdict } from '../model';
import { disagreements } from '../references/disagreements';
import { gradeByAlternatives } from '../references/grade-alternatives';
import { bandOf, coverageOf } from '../score';
import { type PreparedAnswer, prepareAnswer } from './answer';
import { alignTo, type PointSupport, type PreparedReference, prepareReference, supportsOf } from './assess';
import type { ConceptGroups, ConceptIndex } from './concepts';
import { estimateScore } from './estimate';
import { exchangesOf } from './exchange';
import { type Features, featuresOf } from './features';
import { suspicionOf } from './hostile';
import { asksForJudgement, isVerdictSign } from './judgement';
import {
  type Bag,
  bagOf,
  conceptIndexWith,
  mergeBags,
  type Reading,
  read,
  recallOf,
  termsOf,
} from './reading';
import { isReversed, reversalsOf } from './reversal';
import { rulingOf } from './rulings';
import { passageOnSubject } from './subject';
import { PARTIAL_FROM, verdictsOf } from './verdicts';

export interface OfflineOptions {
  /** Synonyms and abbreviations of the bank's field, beside the built-in ones. */
  glossary?: ConceptGroups;
}

/**
 * Grades an answer without a model. Deterministic, never throws, every answer gets a number: an estimate from the words
 * alone, so the page shows its band and not its digits.
 */
export function gradeOffline(task: GradingTask, options: OfflineOptions = {}): Grade {
  if (task.kind === 'choice') return gradeChoiceOffline(task, options);
  const gradeOne = (one: GradingTask) => gradeOpen(one, options);
  if (isOfSeveral(task)) return gradeByAlternatives(task, gradeOne);
  const grade = gradeOne(task);
  const isHarmed = grade.score === 0 || grade.points.some(({ verdict }) => verdict === 'contradicted');
  if (task.points?.length || !isHarmed) return grade;
  if (disagreements(task.question, task.references).length === 0) return grade;
  // Who agrees with one of two references that contradict each other contradicts the other.
  return bestOf([
    grade,
    ...task.references.map((reference) => gradeOne({ ...task, references: [reference] })),
  ]);
}

/** Whether the points say which of several references they come from. */
function isOfSeveral(task: GradingTask): task is GradingTask & { points: KeyPoint[] } {
  return (
    task.points?.some(({ reference, alsoIn }) => reference !== undefined || alsoIn !== undefined) ?? false
  );
}

/** The letter alone decides; reasons are matched against the references and stand beside it as bonus points. */
function gradeChoiceOffline(task: GradingTask, options: OfflineOptions): Grade {
  const { choice } = gradeChoice(task);
  const reasons = gradeOpen(task, options);
  const isRight = choice?.isRight ?? false;
  return {
    ...reasons,
    score: isRight ? 1 : 0,
    band: isRight ? 5 : 0,
    points: reasons.points.map((point) => ({ ...point, core: false })),
    ...(choice ? { choice } : {}),
    flags: [
      ...reasons.flags.filter((flag) => flag === 'empty' || flag === 'injection'),
      ...(hasKey(task) ? [] : (['no-reference'] as const)),
    ],
  };
}

interface Context {
  task: GradingTask;
  question: Reading;
  asked: Bag;
  answer: PreparedAnswer;
  index: ConceptIndex;
}

function gradeOpen(task: GradingTask, options: OfflineOptions): Grade {
  const index = conceptIndexWith([...(options.glossary ?? []), ...sameNames(task.points ?? [])]);
  const question = read(task.question, index);
  const references = referencesOf(task);
  const onTopic = bagOf(read([task.question, ...references].join('\n'), index));
  const answer = prepareAnswer(task.turns, question, onTopic, index);
  const context: Context = { task, question, asked: bagOf(question), answer, index };
  if (references.length === 0) return withoutReference(context);
  const candidates = references.map((reference) => compare(reference, context));
  const meanRecall =
    candidates.reduce((sum, { features }) => sum + features.unitRecall, 0) / candidates.length;
  const all = { meanRecall, references: candidates.map(({ reference }) => reference) };
  const graded = candidates.map((candidate) => gradeOf(candidate, all, context));
  const voids = graded.filter(({ isVoid }) => isVoid).map(({ grade }) => grade);
  return bestOf(voids.length > 0 ? voids : graded.map(({ grade }) => grade));
}

function bestOf(grades: readonly Grade[]): Grade {
  return grades.reduce((best, grade) => (grade.score > best.score ? grade : best));
}

function referencesOf(task: GradingTask): string[] {
  const given = [...new Set(task.references)].filter(
    (reference) => /[\p{L}\p{N}]/u.test(reference) || isVerdictSign(reference),
  );
  if (given.length > 0 || !task.points?.length) return given;
  return [task.points.map((point) => point.text).join('\n')];
}

interface Candidate {
  reference: Reading;
  supports: PointSupport[];
  features: Features;
  answer: PreparedAnswer;
}

function compare(reference: string, context: Context): Candidate {
  const { task, question, asked, index } = context;
  const points = withChecks(
    task.question,
    task.points?.length ? task.points : deriveKeyPoints(task.question, reference),
  );
  const prepared = prepareReference(reference, points, asked, index);
  const answer = alignTo(prepared, context.answer);
  const supports = keepDemanded(withRulings(supportsOf(prepared, answer), prepared, answer, index), task);
  const passage = passageOnSubject(answer, mergeBags(asked, bagOf(prepared.reading)));
  const reversals = reversalsOf(reference, answer.reading.text, passage);
  const exchanges = exchangesOf(task.question, reference, answer.reading.text);
  const features = featuresOf(prepared, answer, supports, question, { passage, reversals, exchanges });
  const turned = isReversed(reversals.share, reversals.found.length) ? reversals.found : [];
  return {
    reference: prepared.reading,
    supports: withDenials(supports, [...turned, ...exchanges]),
    features,
    answer,
  };
}

/** Points decided by their own check; a wrong number denies its point. */
function withRulings(
  supports: PointSupport[],
  { points }: PreparedReference,
  answer: PreparedAnswer,
  index: ConceptIndex,
): PointSupport[] {
  return supports.map((support, at) => {
    const point = points[at];
    const ruling = point && rulingOf(support, point, answer, index, points.length === 1);
    if (!ruling) return support;
    const { window } = ruling;
    const isWrongNumber = ruling.verdict === 'contradicted' && support.point.check?.by === 'number';
    const denial = isWrongNumber && window ? { ...window, count: 1, share: 1, isWhole: false } : null;
    return { ...support, ruling, denial: support.denial ?? denial };
  });
}

/**
 * A place where the answer turns the reference round in other words denies the one point it speaks of most: the best
 * supported of those it lies in, which must be half said at least.
 */
function withDenials(supports: PointSupport[], turned: readonly Slice[]): PointSupport[] {
  const denials = new Map<PointSupport, PointSupport['denial']>();
  for (const { start, end } of turned) {
    const meant = supports
      .filter(
        ({ window, support }) =>
          window && start >= window.start && start < window.end && support >= PARTIAL_FROM,
      )
      .sort((a, b) => b.support - a.support)[0];
    if (meant && !meant.denial) denials.set(meant, { start, end, count: 1, share: 1, isWhole: false });
  }
  return supports.map((support) => ({ ...support, denial: denials.get(support) ?? support.denial }));
}

/**
 * "At least two": of many points the best supported ones are what was asked, the others become bonus points. Twice the
 * number is kept, for a thing that was asked often takes two sentences of the reference.
 */
function keepDemanded(supports: PointSupport[], task: GradingTask): PointSupport[] {
  const count = task.points?.length ? null : demandedCount(task.question);
  const core = supports.filter(({ point }) => point.core);
  if (count === null || core.length <= 2 * count) return supports;
  const kept = new Set([...core].sort((a, b) => b.support - a.support).slice(0, 2 * count));
  return supports.map((support) =>
    kept.has(support) ? support : { ...support, point: { ...support.point, core: false } },
  );
}

function gradeOf(
  candidate: Candidate,
  { meanRecall, references }: { meanRecall: number; references: readonly Reading[] },
  context: Context,
): { grade: Grade; isVoid: boolean } {
  const { task, question, answer: typed } = context;
  const { reference, supports, features, answer } = candidate;
  const suspicion = suspicionOf({ question, reference, references, answer, features });
  const estimate = estimateScore({
    ...features,
    meanRecall,
    isList: isEnumeration(reference.text),
    isAuthored: (task.points?.length ?? 0) > 0,
  });
  const points = verdictsOf(supports, typed.original);
  const shown = task.points?.length ? nearCoverage(estimate, points) : estimate;
  const least = Math.max(leastOf(question, typed), leastOfVerdict(task, features.judgement, reference));
  const score = decidedScore(supports) ?? Math.min(suspicion.cap, Math.max(shown, least));
  const isDecided = features.judgement !== 0 || supports.some(({ ruling }) => ruling?.isWhole);
  const flags = [...new Set([...flagsOf(context, reference, isDecided), ...suspicion.flags])];
  return { grade: finish(score, { points, flags }), isVoid: suspicion.isVoid };
}

/** At most this much for speaking of what was asked: nothing on any scale that people see. */
const LEAST = 0.02;

/**
 * What an answer gets though none of the reference's words stand in it. One in ten full-mark answers to short English
 * questions is such a one, in words of its own; it ranks above what is no answer at all, and by how far it speaks of the
 * question.
 */
function leastOf(question: Reading, { reading, bag }: PreparedAnswer): number {
  if (reading.units.length === 0) return 0;
  return LEAST * (0.25 + 0.75 * (recallOf(termsOf(question), bag) ?? 0));
}

/** What is decided by a verdict or a number alone; short of certainty, for reasons may be wrong that nobody compared. */
const DECIDED_RIGHT = 0.9;
const DECIDED_WRONG = 0.02;

/** The score where every core point was decided as a whole: no word of the reference is left to compare. */
function decidedScore(supports: readonly PointSupport[]): number | null {
  const core = supports.filter(({ point }) => point.core);
  if (core.length === 0 || !core.every(({ ruling }) => ruling?.isWhole)) return null;
  const total = core.reduce((sum, { point }) => sum + point.weight, 0);
  const right = core.filter(({ ruling, denial }) => ruling?.verdict === 'covered' && !denial);
  const share = right.reduce((sum, { point }) => sum + point.weight, 0) / total;
  return DECIDED_WRONG + (DECIDED_RIGHT - DECIDED_WRONG) * share;
}

/** What the right verdict is worth where the reference gives reasons too: half when they are short, less when they are long. */
const VERDICT_PART = 0.5;
const SHORT_REASONS = 8;

function leastOfVerdict({ question }: GradingTask, judgement: number, { units }: Reading): number {
  if (judgement <= 0 || !asksForJudgement(question)) return 0;
  const content = units.filter(({ weight }) => weight > 0).length;
  return VERDICT_PART * Math.min(1, SHORT_REASONS / Math.max(1, content));
}

/** How far an estimate may lie from the coverage of the points that the page shows beside it. */
const FARTHEST = 0.15;

/**
 * Where a rubric is given, its verdicts stand on the card, and a band that they do not bear out would not be believed: the
 * estimate stays near the weighted coverage of the core points (partial counts half). On our graded answers that raised r
 * within a question from .70 to .72.
 */
function nearCoverage(estimate: number, points: readonly PointVerdict[]): number {
  const core = points.filter((point) => point.core);
  if (core.length < 2) return estimate;
  const coverage = coverageOf(core);
  return Math.min(coverage + FARTHEST, Math.max(coverage - FARTHEST, estimate), 1);
}

function finish(score: number, parts: Pick<Grade, 'points' | 'flags'>): Grade {
  const rounded = Math.round(score * 10_000) / 10_000;
  return { score: rounded, band: bandOf(rounded), ...parts, falseClaims: [], grader: { kind: 'offline' } };
}

function flagsOf({ task, answer }: Context, reference: Reading, isDecided: boolean): GradeFlag[] {
  const flags: GradeFlag[] = [];
  if (saysNothing(answer)) flags.push('empty');
  else if (!isDecided && !sharesAnything(answer, reference)) flags.push('off-topic');
  if (answer.hasOrders) flags.push('injection');
  if (isUnsure(task, reference)) flags.push('low-confidence');
  return flags;
}

/** No letter and no digit; a tick or a cross says something. */
function saysNothing({ reading }: PreparedAnswer): boolean {
  return reading.units.length === 0 && !isVerdictSign(reading.text);
}

function sharesAnything(answer: PreparedAnswer, reference: Reading): boolean {
  return (recallOf(termsOf(reference), answer.bag) ?? 0) > 0;
}

/** Judgements, numbers and code are decided by little: one word or digit, which the share of words hardly shows. */
function isUnsure(task: GradingTask, reference: Reading): boolean {
  if (asksForJudgement(task.question) || reference.text.includes('```')) return true;
  const content = reference.units.filter((unit) => unit.weight > 0);
  return content.filter((unit) => unit.kind === 'number').length > 0.25 * content.length;
}

/** Nothing to compare with: only whether the answer speaks of the question's subject can be told. */
const UNCOMPARED_CAP = 0.4;

function withoutReference({ question, answer }: Context): Grade {
  const flags: GradeFlag[] = ['no-reference', 'low-confidence'];
  if (saysNothing(answer)) return finish(0, { points: [], flags: ['empty', ...flags] });
  const relevance = recallOf(termsOf(question), answer.bag) ?? 0;
  return finish(UNCOMPARED_CAP * relevance, { points: [], flags });
}
