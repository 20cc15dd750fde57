import {
  deriveKeyPoints,
  type Grade,
  type GradeOutcome,
  type Grader,
  type GradingTask,
  givesReasons,
  gradeChoice,
  gradeFromChoice,
  gradeFromReferences,
  gradeOffline,
  hasKey,
  isEmptyAnswer,
  joinPoints,
  needsSecondCall,
  nothingSaid,
  notingDoubts,
  type OfflineOptions,
  type PointedTask,
  type Rubric,
  type VerifiedVerdicts,
  verdictsPrompt,
} from '../domain/grading';
import type { ChatModel } from '../ports';
import { checkAgain } from './check-again';
import { completePoints, extractKeyPoints } from './extract-key-points';
import { judgeAnswer, usageOfAll } from './judge-answer';

export interface GradeAnswerInput {
  task: GradingTask;
  /** Its points count before those of the task. */
  rubric?: Rubric;
  signal?: AbortSignal;
  /** For the offline grader. */
  offline?: OfflineOptions;
}

/**
 * Grades an answer: by the model where there is one, offline otherwise. The model gives quotes and verdicts, code
 * verifies them and makes the numbers; near the edge of a band, or where the offline grader strongly disagrees, it is asked
 * once more. Whatever goes wrong with the model leaves the answer ungraded, never guessed;
 * calling again is the retry. What code can decide alone (no reference to judge by, an empty answer, the letter of a
 * choice) costs no call.
 */
export async function gradeAnswer(
  ports: { chat: ChatModel | null },
  input: GradeAnswerInput,
): Promise<GradeOutcome> {
  const task = await withPoints(ports, input);
  const named = (grade: Grade): GradeOutcome => ({
    state: 'graded',
    grade: notingDoubts(input.rubric ? { ...grade, rubricId: input.rubric.id } : grade, task),
  });
  if (ports.chat === null) return named(gradeOffline(task, input.offline));
  const grader: Grader = { kind: 'llm', model: ports.chat.model, promptIds: [] };
  if (isEmptyAnswer(task))
    return named(gradeOf(task, { ...nothingSaid(task.points), flags: ['empty'] }, grader));
  if (task.kind === 'choice' && (task.points.length === 0 || !givesReasons(task)))
    return named(gradeOf(task, nothingSaid(task.points), grader));
  if (task.points.length === 0) return named(gradeOffline(task, input.offline));
  const judged = await gradeByModel({ chat: ports.chat }, task, input);
  return judged.state === 'graded' ? named(judged.grade) : judged;
}

/** By one verdict call, and by a second one where it may change the band. */
async function gradeByModel(
  ports: { chat: ChatModel },
  task: PointedTask,
  { signal, offline }: GradeAnswerInput,
): Promise<GradeOutcome> {
  const first = await judgeAnswer(ports, { task, signal });
  if (first.state === 'failed') return { state: 'ungraded', reason: first.reason, message: first.message };
  const grader: Grader = { kind: 'llm', model: ports.chat.model, promptIds: [verdictsPrompt.id] };
  const gradeVerified = (verified: VerifiedVerdicts) => gradeOf(task, verified, grader);
  const grade = { ...gradeVerified(first.verified), ...usageOfAll(first.usage) };
  // The letter of a choice is decided already.
  if (task.kind === 'choice' || !needsSecondCall(grade, gradeOffline(task, offline)))
    return { state: 'graded', grade };
  const checked = await checkAgain(ports, {
    task,
    first: { verified: first.verified, grade },
    gradeOf: gradeVerified,
    signal,
  });
  return { state: 'graded', grade: checked };
}

/** The task with key points: the rubric's, its own, or those of its references. */
async function withPoints(ports: { chat: ChatModel | null }, input: GradeAnswerInput): Promise<PointedTask> {
  const { task, rubric, signal } = input;
  const known = rubric?.points ?? task.points;
  if (known?.length) return { ...task, points: known };
  const reference = task.references.find((text) => text.trim() !== '');
  if (rubric || !reference || !ports.chat || task.kind === 'choice' || isEmptyAnswer(task))
    return { ...task, points: [] };
  const extracted = await extractKeyPoints(
    { chat: ports.chat },
    { question: task.question, reference, signal },
  );
  const own = extracted ?? deriveKeyPoints(task.question, reference);
  const joined = joinPoints(task.question, own, task.references);
  return { ...task, points: completePoints(task.question, joined, task.references) };
}

function gradeOf(task: PointedTask, verified: VerifiedVerdicts, grader: Grader): Grade {
  if (task.kind !== 'choice') return gradeFromReferences(task, verified, grader);
  const grade = gradeFromChoice(gradeChoice(task).choice, verified, grader);
  return hasKey(task) ? grade : { ...grade, flags: [...grade.flags, 'no-reference'] };
}
