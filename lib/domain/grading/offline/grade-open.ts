import { isEnumeration } from '../key-points/list-items';
import { sameNames } from '../key-points/names';
import type { Grade, GradeFlag, GradingTask } from '../model';
import { bandOf } from '../score';
import { type PreparedAnswer, prepareAnswer } from './answer';
import { type Beyond, beyondOf } from './beyond';
import { decidedScore, leastOf, leastOfVerdict, nearCoverage } from './bounds';
import { type Candidate, type Comparing, compare } from './compare';
import type { ConceptGroups } from './concepts';
import { estimateScore } from './estimate';
import { suspicionOf } from './hostile';
import { asksForJudgement, isVerdictSign } from './judgement';
import { bagOf, conceptIndexWith, type Reading, read, recallOf, termsOf } from './reading';
import { verdictsOf } from './verdicts';

export interface OfflineOptions {
  /** Synonyms and abbreviations of the bank's field, beside the built-in ones. */
  glossary?: ConceptGroups;
}

/** Grades an answer in words by the reference that it comes nearest to; what is no answer is none whichever counts. */
export function gradeOpen(task: GradingTask, options: OfflineOptions): Grade {
  const index = conceptIndexWith([...(options.glossary ?? []), ...sameNames(task.points ?? [])]);
  const question = read(task.question, index);
  const references = referencesOf(task);
  const onTopic = read([task.question, ...references].join('\n'), index);
  const answer = prepareAnswer(task.turns, question, bagOf(onTopic), index);
  const context: Comparing = { task, question, asked: bagOf(question), answer, index };
  if (references.length === 0) return withoutReference(context);
  const candidates = references.map((reference) => compare(reference, context));
  const meanRecall =
    candidates.reduce((sum, { features }) => sum + features.unitRecall, 0) / candidates.length;
  const all = {
    meanRecall,
    references: candidates.map(({ reference }) => reference),
    beyond: beyondOf(answer, onTopic),
  };
  const graded = candidates.map((candidate) => gradeOf(candidate, all, context));
  const voids = graded.filter(({ isVoid }) => isVoid).map(({ grade }) => grade);
  return bestOf(voids.length > 0 ? voids : graded.map(({ grade }) => grade));
}

/** Characters of a reference that are compared: an article says more than anybody answers. */
const LONGEST_REFERENCE = 8_000;

function referencesOf(task: GradingTask): string[] {
  const given = [...new Set(task.references.map((text) => text.slice(0, LONGEST_REFERENCE)))].filter(
    (reference) => /[\p{L}\p{N}]/u.test(reference) || isVerdictSign(reference),
  );
  if (given.length > 0 || !task.points?.length) return given;
  return [task.points.map((point) => point.text).join('\n')];
}

/** What counts of all references, whichever the answer is compared with. */
interface AllReferences {
  meanRecall: number;
  references: readonly Reading[];
  beyond: Beyond;
}

function gradeOf(
  candidate: Candidate,
  { meanRecall, references, beyond }: AllReferences,
  context: Comparing,
): { grade: Grade; isVoid: boolean } {
  const { task, question, answer: typed } = context;
  const { reference, supports, features, answer } = candidate;
  const suspicion = suspicionOf({ question, reference, references, answer, beyond, features });
  const estimate = estimateScore({
    ...features,
    ...beyond,
    meanRecall,
    isList: isEnumeration(reference.text),
    isAuthored: (task.points?.length ?? 0) > 0,
  });
  const points = verdictsOf(supports, typed.original);
  const shown = task.points?.length ? nearCoverage(estimate, points) : estimate;
  const least = Math.max(leastOf(question, typed), leastOfVerdict(task, features.judgement, reference));
  const score = decidedScore(supports) ?? Math.min(suspicion.cap, Math.max(suspicion.keeps * shown, least));
  const isDecided = features.judgement !== 0 || supports.some(({ ruling }) => ruling?.isWhole);
  const flags = [...new Set([...flagsOf(context, reference, isDecided), ...suspicion.flags])];
  return { grade: finish(score, { points, flags }), isVoid: suspicion.isVoid };
}

function finish(score: number, parts: Pick<Grade, 'points' | 'flags'>): Grade {
  const rounded = Math.round(score * 10_000) / 10_000;
  return { score: rounded, band: bandOf(rounded), ...parts, falseClaims: [], grader: { kind: 'offline' } };
}

function flagsOf({ task, answer }: Comparing, reference: Reading, isDecided: boolean): GradeFlag[] {
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

function withoutReference({ question, answer }: Comparing): Grade {
  const flags: GradeFlag[] = ['no-reference', 'low-confidence'];
  if (saysNothing(answer)) return finish(0, { points: [], flags: ['empty', ...flags] });
  const relevance = recallOf(termsOf(question), answer.bag) ?? 0;
  return finish(UNCOMPARED_CAP * relevance, { points: [], flags });
}

/** The grade with the highest score, the first of equal ones. */
export function bestOf(grades: readonly Grade[]): Grade {
  return grades.reduce((best, grade) => (grade.score > best.score ? grade : best));
}
