import { documentName } from '../document-name';
import type { DocumentReading } from '../model';
import { withIds } from '../reading/identity';
import { questionIssues } from '../reading/issues';
import { parseMarkdownBank } from './parse-markdown';

/**
 * Reads a document that is our own Markdown, by its markers alone; null when it is none of ours. Answers are contiguous parts
 * of the text, except where the text holds a line that looks like a marker (escaped by one backslash) or white space
 * that no line shows (carriage returns, blank lines around it), which stands in the part's marker.
 */
export function readOwnMarkdown(text: string, name: string): DocumentReading | null {
  const found = parseMarkdownBank(text);
  if (found === null) return null;
  const drafts = found.entries.map((entry, index) => ({
    ...entry,
    lines: found.lines[index] ?? { start: 1, end: 1 },
  }));
  const questions = withIds(drafts, documentName(name));
  const issues = [...found.issues, ...questionIssues(questions, new Map())];
  return {
    format: 'markdown',
    questions,
    passages: found.passages,
    issues: issues.sort((a, b) => a.line - b.line),
  };
}
