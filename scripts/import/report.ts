import type { PreviewDocument, ReadingIssue } from '../../lib/domain/question-bank';
import { modelReadingJson, modelReadingText } from './model-reading';

/** What became of one path. */
export type ImportedPath =
  | { path: string; document: PreviewDocument }
  | { path: string; issue: ReadingIssue };

export function isUnreadable(entry: ImportedPath): boolean {
  return 'issue' in entry || entry.document.status === 'error';
}

/** One document in the shape that other programs rely on. */
export function toJson(entry: ImportedPath): Record<string, unknown> {
  if ('issue' in entry)
    return {
      path: entry.path,
      encoding: '',
      status: 'error',
      questions: [],
      passages: [],
      issues: [entry.issue],
    };
  const { name, encoding, status, questions, passages, retired, issues, fileKind, mapping } = entry.document;
  return {
    path: entry.path,
    name,
    encoding,
    ...(fileKind && { fileKind }),
    ...(mapping && { mapping }),
    status,
    questions,
    retired,
    passages: passages.map(({ headings, lines }) => ({ headings, lines })),
    issues,
    ...modelReadingJson(entry.document),
  };
}

/** One document in words: a line of numbers, then what is odd about it. */
export function toText(entry: ImportedPath): string {
  const issues = 'issue' in entry ? [entry.issue] : entry.document.issues;
  const lines = issues.map((issue) => `  ${issue.severity}, line ${issue.line}: ${issue.message}`);
  return [
    `${entry.path}: ${'issue' in entry ? 'could not be read' : summary(entry.document)}`,
    ...('document' in entry ? modelReadingText(entry.document) : []),
    ...lines,
  ].join('\n');
}

function summary({ status, questions, passages, retired }: PreviewDocument): string {
  if (status === 'error') return 'could not be read';
  const choice = questions.filter(({ kind }) => kind === 'choice').length;
  const count = (change: string) => questions.filter((question) => question.change === change).length;
  const parts = [
    `${counted(questions.length, 'question')} (${choice} multiple choice)`,
    counted(passages.length, 'passage'),
    status === 'unchanged'
      ? 'nothing changed'
      : `${count('new')} new, ${count('changed')} changed, ${count('unchanged')} unchanged, ${retired.length} retired`,
  ];
  return parts.join('; ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
