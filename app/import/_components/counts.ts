import type { ImportPreview, PreviewDocument, ReadingIssue } from '@/lib/domain/question-bank';

/** The four numbers of a document, and what confirming would do. */
export interface DocumentCounts {
  questions: number;
  choice: number;
  passages: number;
  /** Errors and warnings; a mere note doubts nothing. */
  doubts: number;
}

const isDoubt = ({ severity }: ReadingIssue) => severity !== 'info';

export function countsOf(document: PreviewDocument): DocumentCounts {
  return {
    questions: document.questions.length,
    choice: document.questions.filter(({ kind }) => kind === 'choice').length,
    passages: document.passages.length,
    doubts: document.issues.filter(isDoubt).length,
  };
}

export interface PreviewEntry {
  question: PreviewDocument['questions'][number];
  issues: ReadingIssue[];
}

/** Questions with what is odd about them, the doubtful ones first, each group in the document's order. */
export function entriesOf(document: PreviewDocument): PreviewEntry[] {
  const entries = document.questions.map((question) => ({
    question,
    issues: document.issues.filter(({ line }) => line >= question.lines.start && line <= question.lines.end),
  }));
  const isDoubtful = (entry: PreviewEntry) => entry.issues.some(isDoubt);
  return [...entries.filter(isDoubtful), ...entries.filter((entry) => !isDoubtful(entry))];
}

/** Issues that stand in no question. */
export function looseIssues(document: PreviewDocument): ReadingIssue[] {
  return document.issues.filter(
    ({ line }) => !document.questions.some(({ lines }) => line >= lines.start && line <= lines.end),
  );
}

/** What one press on the confirm button would do, over all documents that could be read. */
export function planOf(preview: ImportPreview): {
  added: number;
  changed: number;
  retired: number;
  passages: number;
} {
  const readable = preview.documents.filter(({ status }) => status === 'new' || status === 'changed');
  const count = (change: 'new' | 'changed') =>
    readable.reduce((sum, { questions }) => sum + questions.filter((one) => one.change === change).length, 0);
  return {
    added: count('new'),
    changed: count('changed'),
    retired: readable.reduce((sum, { retired }) => sum + retired.length, 0),
    passages: readable.reduce((sum, { passages }) => sum + passages.length, 0),
  };
}
