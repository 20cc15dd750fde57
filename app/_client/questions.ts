import type { Question, QuestionEdits } from '@/lib/domain/question-bank';
import type { EditStep } from '@/lib/ports';
import { sendJson } from './http';

/** What the server says after a change of a question. */
export interface ChangedQuestion {
  question: Question;
  basis: string;
  history: EditStep[];
}

const pathOf = (id: string) => `/api/questions/${encodeURIComponent(id)}`;

/** `basis`: what the person saw when they began; without it whatever is there is replaced. */
export function saveQuestion(
  id: string,
  change: { content: QuestionEdits; basis?: string },
): Promise<ChangedQuestion> {
  return sendJson('PATCH', pathOf(id), change);
}

/** `basis`: as for `saveQuestion`. */
export function undoEdit(id: string, to: 'previous' | 'original', basis: string): Promise<ChangedQuestion> {
  return sendJson('POST', `${pathOf(id)}/undo`, { to, basis });
}
