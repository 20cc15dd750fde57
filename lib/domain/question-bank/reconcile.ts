import { stableId } from '../ids';
import { matchQuestions } from './match-questions';
import type { DocumentReading, Passage, Question, ReadQuestion } from './model';
import type { QuestionChange } from './view';

export interface ReconcileInput {
  document: { id: string; name: string };
  /** Every question the bank has of this document, retired ones included, in document order. */
  existing: readonly Question[];
  /** When the document was removed, if it was: the questions retired at that moment count as standing in it. */
  removedAt?: string | null;
  reading: Pick<DocumentReading, 'questions'>;
  /** ISO 8601. */
  now: string;
}

export interface Reconciliation {
  /** The whole new state: first what was read, in order, then everything retired. */
  questions: Question[];
  /** One entry per question that was read, in order. */
  changes: QuestionChange[];
  /** What vanished with this reading. */
  retired: { id: string; stem: string }[];
}

/**
 * Fits what was read now to what the bank knows of a document, so that a question keeps its id, and with it its history,
 * when its text changes. Reading the same text again changes nothing; what vanished is retired and revived when it
 * comes back.
 */
export function reconcileDocument(input: ReconcileInput): Reconciliation {
  const { document, existing, reading, now, removedAt = null } = input;
  const isPresent = (question: Question) =>
    question.retiredAt === null || (removedAt !== null && question.retiredAt === removedAt);
  const matches = matchQuestions(reading.questions, existing, isPresent);
  const taken = new Set(existing.map(({ id }) => id));
  const current = reading.questions.map((question, position): Question => {
    const id = matches[position]?.id ?? freeId(question.id, taken);
    return {
      ...question,
      id,
      documentId: document.id,
      documentName: document.name,
      position,
      retiredAt: null,
    };
  });
  const kept = new Set(current.map(({ id }) => id));
  const gone = existing.filter(({ id }) => !kept.has(id));
  return {
    questions: [
      ...current,
      ...gone.map((question) => ({ ...question, retiredAt: question.retiredAt ?? now })),
    ],
    changes: current.map((question, index) => changeOf(question, matches[index] ?? null)),
    retired: gone.filter(isPresent).map(({ id, stem }) => ({ id, stem })),
  };
}

/** A new question whose natural id an older one holds (that one's stem was edited since) gets the next free id. */
function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let round = 2; taken.has(free); round += 1) free = stableId('q', id, String(round));
  taken.add(free);
  return free;
}

function changeOf(question: Question, before: Question | null): QuestionChange {
  if (!before || before.retiredAt !== null) return 'new';
  return contentOf(question) === contentOf(before) ? 'unchanged' : 'changed';
}

/** Everything that makes a question what it is; its lines and place may shift without changing it. */
function contentOf(question: ReadQuestion): string {
  return JSON.stringify([
    question.kind,
    question.stem,
    question.context ?? null,
    question.options?.map(({ label, text }) => [label, text]) ?? [],
    question.correct ?? null,
    question.answer,
    question.explanation ?? null,
    question.difficulty ?? null,
    question.topics,
    question.keyPoints?.map(({ text, weight, core }) => [text, weight, core]) ?? [],
    question.mistakes ?? [],
    question.tags ?? [],
  ]);
}

/** The passages of a document with ids that stay the same while headings and order do. */
export function identifyPassages(
  document: { id: string; name: string },
  passages: DocumentReading['passages'],
): Passage[] {
  const seen = new Map<string, number>();
  return passages.map((passage) => {
    const path = passage.headings.join('\u001f');
    const occurrence = (seen.get(path) ?? 0) + 1;
    seen.set(path, occurrence);
    const id = stableId('p', document.name, path, String(occurrence));
    return { ...passage, id, documentId: document.id, documentName: document.name };
  });
}
