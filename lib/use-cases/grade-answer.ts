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
  isEmptyAnswer,
  joinPoints,
  namesAnyPoint,
  nothingSaid,
  notingDoubts,
  type OfflineOptions,
  type PointedTask,
  type Rubric,
  type TokenUsage,
  type VerifiedVerdicts,
  verdictsPrompt,
  verifyVerdicts,
} from '../domain/grading';
import type { ChatModel } from '../ports';
import { extractKeyPoints } from './extract-key-points';

/** Reasoning models spend most of it on thinking; the reply itself is a tenth of this. */
const MAX_TOKENS = 8000;

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
 * verifies them and makes the numbers. Whatever goes wrong with the model leaves the answer ungraded, never guessed;
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
  const judged = await judge(ports.chat, task, input.signal);
  if (judged.state === 'ungraded') return judged;
  const grade = gradeOf(task, judged.verified, { ...grader, promptIds: [verdictsPrompt.id] });
  return named(judged.usage ? { ...grade, usage: judged.usage } : grade);
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
    { question: task.question, reference, ...(signal ? { signal } : {}) },
  );
  const own = extracted ?? deriveKeyPoints(task.question, reference);
  return { ...task, points: joinPoints(task.question, own, task.references) };
}

type Judged =
  | { state: 'judged'; verified: VerifiedVerdicts; usage?: TokenUsage }
  | Extract<GradeOutcome, { state: 'ungraded' }>;

async function judge(chat: ChatModel, task: PointedTask, signal: AbortSignal | undefined): Promise<Judged> {
  const reply = await chat.completeJson({
    messages: verdictsPrompt.render(task),
    schemaName: verdictsPrompt.schemaName,
    schema: verdictsPrompt.schema,
    promptId: verdictsPrompt.id,
    temperature: 0,
    maxOutputTokens: MAX_TOKENS,
    ...(signal ? { signal } : {}),
  });
  if (reply.state === 'failed') return { state: 'ungraded', reason: reply.reason, message: reply.message };
  if (!namesAnyPoint(reply.value, task.points))
    return {
      state: 'ungraded',
      reason: 'unreadable-reply',
      message: 'The model gave no verdict on any key point.',
    };
  const verified = verifyVerdicts(reply.value, task.points, task.turns, task.question);
  return { state: 'judged', verified, ...(reply.usage ? { usage: reply.usage } : {}) };
}

function gradeOf(task: PointedTask, verified: VerifiedVerdicts, grader: Grader): Grade {
  if (task.kind !== 'choice') return gradeFromReferences(task, verified, grader);
  return gradeFromChoice(gradeChoice(task).choice, verified, grader);
}
