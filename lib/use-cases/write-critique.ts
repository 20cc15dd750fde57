import {
  critiquePrompt,
  type Grade,
  type GradingTask,
  type Rubric,
  writeOfflineCritique,
} from '../domain/grading';
import type { ChatModel, TextEvent } from '../ports';

/** Reasoning models spend most of it on thinking; the prompt asks for about 300. */
const MAX_TOKENS = 4000;

export interface CritiqueInput {
  task: GradingTask;
  /** Verified: the critique is bound to its verdicts. */
  grade: Grade;
  rubric?: Rubric;
  signal?: AbortSignal;
}

/**
 * The words beside a grade, streamed. A model's grade is explained by the model, which gets the verified verdicts; an
 * offline grade, or one that code decided alone, by rules. The stream ends exactly once, complete or cut; a cut
 * critique leaves the grade as it is, and calling again is its retry.
 */
export async function* streamCritique(
  ports: { chat: ChatModel | null },
  input: CritiqueInput,
): AsyncGenerator<TextEvent> {
  const { task, grade, rubric, signal } = input;
  const wasJudged = grade.grader.kind === 'llm' && (grade.grader.promptIds?.length ?? 0) > 0;
  if (ports.chat === null || !wasJudged) {
    yield { type: 'delta', text: writeOfflineCritique(grade, task.language, task.kind) };
    yield { type: 'end', state: 'complete' };
    return;
  }
  const points =
    rubric?.points ??
    task.points ??
    grade.points.map((point) => ({ ...point, id: point.pointId, text: point.point }));
  yield* ports.chat.streamText({
    messages: critiquePrompt.render({
      task: { ...task, points },
      points: grade.points,
      falseClaims: grade.falseClaims,
    }),
    promptId: critiquePrompt.id,
    temperature: 0.3,
    maxOutputTokens: MAX_TOKENS,
    signal,
  });
}
