import {
  type AnswerTurn,
  type Language,
  type PointedTask,
  type Rubric,
  taskOf,
  verdictsPrompt,
} from '../domain/grading';
import type { JsonPrompt, PromptMessage } from '../domain/prompt';
import type { Question } from '../domain/question-bank';
import type { InterviewStore } from '../ports';
import { ensureRubric, type RubricPorts } from './extract-key-points';
import { withExemplars } from './find-exemplars';

/** The first verdict call about an answer, as a model would get it. */
export interface GradingPreview {
  messages: PromptMessage[];
  prompt: JsonPrompt<PointedTask, unknown>;
  /** `offline`: derived points; a model would be asked for better ones first. Without points nothing would be sent. */
  rubric: Rubric;
}

/** What would be sent to grade an answer. Nothing is sent and nothing is stored. */
export async function previewGrading(
  ports: Omit<RubricPorts, 'chat'> & {
    interviews: Pick<InterviewStore, 'listIds' | 'load'>;
  },
  input: { question: Question; turns: AnswerTurn[]; language: Language },
): Promise<GradingPreview> {
  const { question, turns, language } = input;
  const bank = {
    findRubric: ports.bank.findRubric.bind(ports.bank),
    findDocument: ports.bank.findDocument.bind(ports.bank),
    saveRubric: async () => undefined,
  };
  const rubric = await ensureRubric({ bank, clock: ports.clock, chat: null }, question);
  const task = await withExemplars(ports, taskOf(question, rubric.points, turns, language), rubric);
  return {
    messages: verdictsPrompt.render({ ...task, points: rubric.points }),
    prompt: verdictsPrompt,
    rubric,
  };
}
