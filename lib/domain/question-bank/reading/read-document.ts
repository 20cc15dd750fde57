import { documentName } from '../document-name';
import { readOwnMarkdown } from '../exchange/read-bank';
import type { DocumentReading, ReadingIssue } from '../model';
import { dealAnswers } from './answer-key';
import { assemble, type Draft } from './assemble';
import { mergeLanguages } from './bilingual';
import { type Survey, survey as takeSurvey } from './candidates';
import { keepChoices } from './choice-evidence';
import { detectFormat } from './detect-format';
import { dissect } from './dissect';
import { withIds } from './identity';
import { emptyAnswerReason, missingImages, questionIssues, unclosedTags } from './issues';
import { findKeyedLists } from './keyed-lists';
import { type Line, splitLines } from './line';
import { annotateMarkdown } from './markdown-lines';
import { readLegend } from './metadata';
import { findOptionRuns, type OptionRun } from './option-runs';
import { annotatePlain } from './plain-lines';
import { markSectionLines } from './section-lines';
import {
  listSections,
  readPassages,
  type Section,
  sectionDifficulty,
  titleIndex,
  topicsOf,
} from './sections';
import { scanSpans } from './spans';
import { decideStructure, lastAtOrBefore, type Structure } from './structure';
import { tableQuestions } from './table-questions';

function sectionAt(sections: readonly Section[], index: number): Section | undefined {
  return sections[
    lastAtOrBefore(
      sections.map((section) => section.start),
      index,
    )
  ];
}

function difficulties(sections: readonly Section[], survey: Survey): Map<number, number> {
  const byHeading = new Map<number, number>();
  for (const section of sections) {
    const difficulty = sectionDifficulty(section, survey);
    if (difficulty !== undefined) byHeading.set(section.path.at(-1) ?? -1, difficulty);
  }
  return byHeading;
}

/** Runs of options, lettered or not, before the line `key` where the answers begin. */
function findChoices(lines: readonly Line[], key: number): OptionRun[] {
  const lettered = keepChoices(findOptionRuns(lines), lines);
  const taken = new Set(
    lettered.flatMap((run) => Array.from({ length: run.end - run.start }, (_, offset) => run.start + offset)),
  );
  const runs = [...lettered, ...findKeyedLists(lines, (index) => taken.has(index))];
  return runs.filter((run) => key < 0 || run.end <= key).sort((a, b) => a.start - b.start);
}

/** Questions in document order, those of tables among them. */
function collectDrafts(
  survey: Survey,
  structure: Structure,
  sections: readonly Section[],
  key: number,
): Draft[] {
  const { lines } = survey;
  const title = titleIndex(lines);
  const byHeading = difficulties(sections, survey);
  const legend = readLegend(
    lines
      .slice(0, 60)
      .map((line) => line.text)
      .join('\n')
      .slice(0, 8_000),
  );
  const dissections = mergeLanguages(
    structure.leads.map((lead) => dissect(lead, survey)),
    lines,
  );
  const drafts = dissections.map((found) => {
    const { path } = found.lead;
    const difficulty =
      [...path]
        .reverse()
        .map((index) => byHeading.get(index))
        .find((value) => value !== undefined) ?? byHeading.get(-1);
    const draft = assemble(found, survey, { topics: topicsOf(path, lines, title), difficulty, legend });
    return { draft, index: found.lead.candidate.index, number: found.lead.candidate.mark.path.at(-1) };
  });
  dealAnswers(lines, key, drafts);
  const starts = structure.leads.map((lead) => lead.candidate.index);
  const isFree = (index: number): boolean =>
    index >= (structure.leads[lastAtOrBefore(starts, index)]?.end ?? 0);
  const inTables = tableQuestions(lines, isFree).map(({ draft, index }) => ({
    draft: { ...draft, topics: topicsOf(sectionAt(sections, index)?.path ?? [], lines, title) },
    index,
  }));
  return [...drafts, ...inTables]
    .sort((a, b) => a.index - b.index)
    .map(({ draft }) => draft)
    .filter((draft) => draft.stem !== '');
}

/** Takes placeholders, bare links and bare pictures out of the answers, remembering why. */
function emptyPlaceholders(drafts: Draft[]): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const [position, draft] of drafts.entries()) {
    const reason = draft.kind === 'open' ? emptyAnswerReason(draft.answer) : null;
    if (reason === null) continue;
    draft.answer = '';
    reasons.set(position, reason);
  }
  return reasons;
}

/**
 * Reads a question bank out of a document's text: finds the repeated structure that carries the questions by
 * evidence over the whole document, and keeps every text verbatim. Whether it is Markdown or plain text is told
 * from the content; `name` only goes into the ids (its base name). Never throws on any text; linear in its size.
 */
export function readDocument(text: string, name: string): DocumentReading {
  const own = readOwnMarkdown(text, name);
  if (own !== null) return own;
  const sources = splitLines(text.startsWith('\ufeff') ? text.slice(1) : text);
  const format = detectFormat(sources);
  const issues: ReadingIssue[] = [];
  let lines: Line[];
  if (format === 'markdown') {
    const scan = scanSpans(sources);
    lines = annotateMarkdown(sources, scan);
    issues.push(...scan.issues);
  } else {
    lines = annotatePlain(sources);
  }
  const key = markSectionLines(lines);
  const survey = takeSurvey(lines, findChoices(lines, key), format === 'text', key < 0 ? lines.length : key);
  const structure = decideStructure(survey);
  const sections = listSections(survey, structure);
  const drafts = collectDrafts(survey, structure, sections, key);
  const reasons = emptyPlaceholders(drafts);
  const questions = withIds(drafts, documentName(name));
  const { passages, issues: empty } = readPassages(survey, sections, questions.length > 0);
  issues.push(
    ...questionIssues(questions, reasons),
    ...empty,
    ...missingImages(lines),
    ...unclosedTags(lines),
  );
  issues.sort((a, b) => a.line - b.line);
  return { format, questions, passages, issues };
}
