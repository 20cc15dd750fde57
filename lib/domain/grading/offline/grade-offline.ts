import { gradeChoice } from '../choice';
import { deriveKeyPoints } from '../key-points/derive';
import type { Grade, GradeFlag, GradingTask, KeyPoint } from '../model';
import { bandOf } from '../score';
import { type PreparedAnswer, prepareAnswer } from './answer';
import { overallRecall, prepareReference, supportsOf } from './assess';
import type { ConceptGroups, ConceptIndex } from './concepts';
import { type Bag, bagOf, conceptIndexWith, read } from './reading';
import { verdictsOf } from './verdicts';

export interface OfflineOptions {
  /** Synonyms and abbreviations of the bank's field, beside the built-in ones. */
  glossary?: ConceptGroups;
}

/**
 * Grades an answer without a model. Deterministic, never throws, every answer gets a number: an estimate from the words
 * alone, so the page shows its band and not its digits.
 */
export function gradeOffline(task: GradingTask, options: OfflineOptions = {}): Grade {
  return task.kind === 'choice' ? gradeChoiceOffline(task, options) : gradeOpen(task, options);
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
    flags: reasons.flags.filter((flag) => flag === 'empty' || flag === 'injection'),
  };
}

function gradeOpen(task: GradingTask, options: OfflineOptions): Grade {
  const index = conceptIndexWith(options.glossary);
  const question = bagOf(read(task.question, index));
  const references = referencesOf(task);
  const onTopic = bagOf(read([task.question, ...references].join('\n'), index));
  const answer = prepareAnswer(task.turns, onTopic, index);
  const candidates = (references.length > 0 ? references : ['']).map((reference) =>
    gradeAgainst(task, reference, { question, answer, index }),
  );
  return candidates.reduce((best, candidate) => (candidate.score > best.score ? candidate : best));
}

interface Context {
  question: Bag;
  answer: PreparedAnswer;
  index: ConceptIndex;
}

function referencesOf(task: GradingTask): string[] {
  const given = [...new Set(task.references)].filter((reference) => /[\p{L}\p{N}]/u.test(reference));
  if (given.length > 0 || !task.points?.length) return given;
  return [task.points.map((point) => point.text).join('\n')];
}

function gradeAgainst(task: GradingTask, reference: string, context: Context): Grade {
  const points: KeyPoint[] = task.points?.length ? task.points : deriveKeyPoints(task.question, reference);
  const prepared = prepareReference(reference, points, context.question, context.index);
  const supports = supportsOf(prepared, context.answer);
  const verdicts = verdictsOf(supports, context.answer.original);
  const core = supports.filter((support) => support.point.core);
  const mean =
    core.reduce((sum, support) => sum + (support.denial ? 0 : support.support), 0) / Math.max(1, core.length);
  const score = Math.min(1, 0.5 * (mean + overallRecall(prepared, context.answer)));
  return {
    score,
    band: bandOf(score),
    points: verdicts,
    falseClaims: [],
    flags: flagsOf(reference, context.answer),
    grader: { kind: 'offline' },
  };
}

function flagsOf(reference: string, answer: PreparedAnswer): GradeFlag[] {
  const flags: GradeFlag[] = [];
  if (answer.reading.units.length === 0) flags.push('empty');
  if (answer.hasOrders) flags.push('injection');
  if (reference === '') flags.push('no-reference', 'low-confidence');
  return flags;
}
