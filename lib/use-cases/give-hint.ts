import { hintPrompt, isLeakFree, writeHint } from '../domain/follow-up';
import { questionText } from '../domain/question-bank';
import type { ChatModel, QuestionSoFar, TextOrigin } from '../ports';

/** Reasoning models spend most of it on thinking; the reply itself is a few lines. */
const MAX_TOKENS = 4000;

export interface HintInput {
  soFar: QuestionSoFar;
  step: 1 | 2 | 3;
  /** Ids of the points that are not covered yet; empty means all of them. */
  open: readonly string[];
}

/**
 * A hint on the open key points. With a model, steps 1 and 2 are the model's, unless its text fails or gives a key
 * point away; the rules' hint then takes its place. Never throws for a model's sake: a hint is always there.
 */
export async function giveHint(
  ports: { chat: ChatModel | null },
  { soFar, step, open }: HintInput,
  signal?: AbortSignal,
): Promise<{ text: string; origin: TextOrigin }> {
  const { question, rubric, turns, language } = soFar;
  const answers = turns.map((turn) => turn.text);
  const points = open.length === 0 ? rubric.points : rubric.points.filter((point) => open.includes(point.id));
  const byRules = {
    text: writeHint({ question: questionText(question), points, answers, step, language }),
    origin: 'offline' as const,
  };
  if (ports.chat === null || step === 3 || points.length === 0) return byRules;
  const messages = hintPrompt.render({
    question: questionText(question),
    reference: question.answer,
    points: rubric.points,
    answers,
    language,
    step,
    open: points.map((point) => point.text),
  });
  const { schema, schemaName, id: promptId } = hintPrompt;
  const reply = await ports.chat.completeJson({
    messages,
    schema,
    schemaName,
    promptId,
    temperature: 0.2,
    maxOutputTokens: MAX_TOKENS,
    signal,
  });
  if (reply.state !== 'ok' || !isLeakFree(reply.value.text, rubric.points, questionText(question), answers))
    return byRules;
  return { text: reply.value.text, origin: 'model' };
}
