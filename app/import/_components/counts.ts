import type {
  ImportPreview,
  PreviewDocument,
  PreviewQuestion,
  ReadingIssue,
} from '@/lib/domain/question-bank';
import { RangeIndex } from './ranges';

/** The numbers of a document. */
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
  question: PreviewQuestion;
  issues: ReadingIssue[];
  /** The reader doubts it, or something about it is odd. */
  isUncertain: boolean;
}

/** What is listed: everything, what is uncertain, or what has errors and warnings. */
export type EntryFilter = 'all' | 'uncertain' | 'issues';

/**
 * Questions with what is odd about them: the uncertain ones first, from the least sure on, then the rest in the
 * document's order.
 */
export function entriesOf(document: PreviewDocument): PreviewEntry[] {
  const entries = document.questions.map((question) => ({
    question,
    issues: [] as ReadingIssue[],
    isUncertain: (question.doubts?.length ?? 0) > 0,
  }));
  const byId = new Map(entries.map((entry) => [entry.question.id, entry]));
  const ranges = new RangeIndex(document.questions);
  for (const issue of document.issues) {
    const entry = byId.get(ranges.at(issue.line)?.id ?? '');
    if (!entry) continue;
    entry.issues.push(issue);
    entry.isUncertain ||= isDoubt(issue);
  }
  const confidence = ({ question }: PreviewEntry) => question.confidence ?? 1;
  const uncertain = entries
    .filter((entry) => entry.isUncertain)
    .sort((a, b) => confidence(a) - confidence(b));
  return [...uncertain, ...entries.filter((entry) => !entry.isUncertain)];
}

export function filterEntries(entries: readonly PreviewEntry[], filter: EntryFilter): PreviewEntry[] {
  if (filter === 'uncertain') return entries.filter(({ isUncertain }) => isUncertain);
  if (filter === 'issues') return entries.filter(({ issues }) => issues.some(isDoubt));
  return [...entries];
}

/** Ids of the uncertain questions that would be imported and that nobody has looked at. */
export function uncertainLeft(preview: ImportPreview, looked: ReadonlySet<string>): string[] {
  return preview.documents
    .filter(({ status }) => status === 'new' || status === 'changed')
    .flatMap(entriesOf)
    .filter(({ question, isUncertain }) => isUncertain && !looked.has(question.id))
    .map(({ question }) => question.id);
}

/** Issues that stand in no question. */
export function looseIssues(document: PreviewDocument): ReadingIssue[] {
  const ranges = new RangeIndex(document.questions);
  return document.issues.filter(({ line }) => !ranges.at(line));
}

/** What one press on the confirm button would do, over all documents that could be read. */
export interface ImportPlan {
  added: number;
  changed: number;
  retired: number;
  passages: number;
  /** Documents that differ from the bank's in anything, if only in how they are read. */
  updated: number;
}

/** `keptBeside`: names of documents that take nothing away from the one of the same name. */
export function planOf(preview: ImportPreview, keptBeside: readonly string[] = []): ImportPlan {
  const readable = preview.documents.filter(({ status }) => status === 'new' || status === 'changed');
  const count = (change: 'new' | 'changed') =>
    readable.reduce((sum, { questions }) => sum + questions.filter((one) => one.change === change).length, 0);
  const inPlace = readable.filter(({ name }) => !keptBeside.includes(name));
  return {
    added: count('new'),
    changed: count('changed'),
    retired: inPlace.reduce((sum, { retired }) => sum + retired.length, 0),
    passages: readable.reduce((sum, { passages }) => sum + passages.length, 0),
    updated: inPlace.filter(({ status }) => status === 'changed').length,
  };
}
