import type { DocumentFormat, ReadingIssue } from '../model';
import { markAskingOutlines } from './asking-outline';
import { markBareNumbers } from './bare-numbers';
import type { KeyRange } from './chapter-keys';
import { demoteComments } from './comment-lines';
import { markContainers } from './containers';
import { detectFormat } from './detect-format';
import { labelDialogue } from './dialogue';
import { freeFencedQuestions } from './fenced-questions';
import { joinFoldTitles } from './fold-titles';
import { markFormOptions } from './form-options';
import type { Line } from './line';
import { annotateMarkdown } from './markdown-lines';
import { markPastedTables } from './pasted-tables';
import { annotatePlain, partAskingLines } from './plain-lines';
import { markQuestionSheet } from './question-sheet';
import { markSectionLines } from './section-lines';
import { markSetOffQuestions } from './set-off-questions';
import { scanSpans } from './spans';
import { markToldApart } from './told-apart';
import { markTopicList } from './topic-list';
import { markWordedCounters } from './worded-counters';

/** A document's lines with all that can be told of each before questions are looked for. */
export interface AnnotatedDocument {
  format: DocumentFormat;
  lines: Line[];
  /** Lines that hold the answers of several questions. */
  keys: KeyRange[];
  /** What is odd about the text itself. */
  issues: ReadingIssue[];
}

/**
 * Tells Markdown from plain text, and then what each line is: first by its format, then by what authors write that no
 * format knows (numbers in words, questions in quotations, a sheet of questions without any mark).
 */
export function annotateDocument(sources: readonly string[]): AnnotatedDocument {
  const format = detectFormat(sources);
  const { lines, issues } = format === 'text' ? plainLines(sources) : markdownLines(sources);
  markBareNumbers(lines);
  markWordedCounters(lines);
  markSetOffQuestions(lines);
  markAskingOutlines(lines);
  markTopicList(lines);
  markQuestionSheet(lines);
  return { format, lines, keys: markSectionLines(lines), issues };
}

function plainLines(sources: readonly string[]): Pick<AnnotatedDocument, 'lines' | 'issues'> {
  const lines = annotatePlain(sources);
  partAskingLines(lines);
  labelDialogue(lines);
  markPastedTables(lines);
  return { lines, issues: [] };
}

function markdownLines(sources: readonly string[]): Pick<AnnotatedDocument, 'lines' | 'issues'> {
  const scan = scanSpans(sources);
  const lines = annotateMarkdown(sources, scan);
  freeFencedQuestions(lines);
  markFormOptions(lines);
  markToldApart(lines);
  demoteComments(lines);
  markContainers(lines);
  joinFoldTitles(lines);
  labelDialogue(lines);
  return { lines, issues: [...scan.issues] };
}
