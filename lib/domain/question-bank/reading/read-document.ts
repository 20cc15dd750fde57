import { documentName } from '../document-name';
import { readOwnMarkdown } from '../exchange/read-bank';
import type { DocumentReading, ReadingCorrection, ReadingIssue, ReadQuestion } from '../model';
import { listAlternatives } from './alternatives';
import { annotateDocument } from './annotate-document';
import { askedOn } from './asked-on';
import type { Draft } from './assemble';
import { groupLanguages } from './bilingual';
import { type Survey, survey as takeSurvey } from './candidates';
import type { KeyRange } from './chapter-keys';
import { areDistinct, keepChoices } from './choice-evidence';
import { collectDrafts, type Drafted } from './collect-drafts';
import { type Judgement, judgeQuestions } from './confidence';
import type { GroupChoices } from './considered';
import { type Arrangement, applyCorrections, lostCorrection } from './corrections';
import { findFiguredOptions } from './figured-options';
import { normaliseStem, withIds } from './identity';
import { asksOn, emptyAnswerReason, missingImages, questionIssues, unclosedTags } from './issues';
import { findKeyedLists } from './keyed-lists';
import { bareLine, indexesOf, type Line, splitLines } from './line';
import { findMarkedLists } from './marked-lists';
import { findOfferedLists } from './offered-lists';
import { findOptionRuns, type OptionRun } from './option-runs';
import { listSections, looseSections, readPassages } from './sections';
import { lastAtOrBefore } from './sorted';
import { findStatedOptions } from './stated-options';
import { decideStructure, type Lead, type Structure } from './structure';
import { type TableQuestion, tableQuestions } from './table-questions';

/** Runs of options, lettered or not, outside of the answers in `keys`. */
function findChoices(lines: readonly Line[], keys: readonly KeyRange[]): OptionRun[] {
  const isKey = (run: OptionRun): boolean => keys.some((key) => run.end > key.start && run.start < key.end);
  const lettered = keepChoices(findOptionRuns(lines), lines, keys[0]?.start);
  const taken = new Set(lettered.flatMap(indexesOf));
  const isTaken = (index: number): boolean => taken.has(index);
  const stated = findStatedOptions(lines, isTaken);
  const keyed = [...stated, ...findKeyedLists(lines, isTaken), ...findFiguredOptions(lines, isTaken)];
  const marked = keyed.length > 0 ? [] : findMarkedLists(lines, isTaken);
  const offered = keyed.length + marked.length > 0 ? [] : findOfferedLists(lines, isTaken);
  const runs = [...lettered, ...keyed, ...marked, ...offered];
  return runs.filter((run) => areDistinct(run) && !isKey(run)).sort((a, b) => a.start - b.start);
}

/**
 * Takes placeholders, bare links and bare pictures out of the answers, remembering why; what only asks on belongs to the
 * question.
 */
function emptyPlaceholders(drafts: Draft[]): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const [position, draft] of drafts.entries()) {
    if (draft.kind === 'open' && asksOn(draft.answer)) {
      draft.stem = `${draft.stem}\n\n${draft.answer}`;
      draft.answer = '';
    }
    const reason = draft.kind === 'open' ? emptyAnswerReason(draft.answer) : null;
    if (reason === null) continue;
    draft.answer = '';
    reasons.set(position, reason);
  }
  return reasons;
}

/** Where a person asked for a choice and the question has no options. */
function missingOptions(drafted: readonly Drafted[]): ReadingIssue[] {
  const wrong = drafted.filter(
    ({ draft, found }) => found?.lead.wishes?.kind === 'choice' && draft.kind === 'open',
  );
  return wrong.map(({ index }) => ({
    code: 'no-options',
    severity: 'warning',
    line: index + 1,
    message: 'This question has no options to choose from; it stays open.',
  }));
}

/** Lines inside answers, or asked on behind them, that may be questions of their own. */
function heldQuestions(held: readonly number[], lines: readonly Line[]): ReadingIssue[] {
  return [...new Set(held)].map((index) => ({
    code: 'question-inside-answer',
    severity: 'info',
    line: index + 1,
    message: `"${lines[index]?.text.slice(0, 60) ?? ''}" stands inside an answer and may be a question of its own.`,
  }));
}

function judgedAs(judgement: Judgement | undefined): Pick<ReadQuestion, 'confidence' | 'doubts'> {
  if (judgement === undefined) return {};
  const { confidence, doubts } = judgement;
  return doubts.length === 0 ? { confidence } : { confidence, doubts };
}

/** A table most of whose rows are asked again further down is the contents of the document. */
function withoutAskedAgain(rows: TableQuestion[], leads: readonly Lead[]): TableQuestion[] {
  const asked = new Set(leads.map(({ candidate }) => normaliseStem(candidate.mark.title)));
  const again = rows.filter(({ draft }) => draft.answer === '' && asked.has(normaliseStem(draft.stem)));
  return again.length * 2 > rows.length ? [] : rows;
}

/** The questions that the document carries, by the groups that a person took or left and else by the evidence. */
function arrange(
  survey: Survey,
  choices: GroupChoices,
  isPlain: boolean,
): Arrangement & Pick<Structure, 'groups' | 'leads'> {
  const { leads, sections, groups } = decideStructure(survey, choices);
  const starts = leads.map((lead) => lead.candidate.index);
  const isFree = (index: number): boolean => index >= (leads[lastAtOrBefore(starts, index)]?.end ?? 0);
  const units = groupLanguages(leads, survey.lines);
  const rows = withoutAskedAgain(tableQuestions(survey.lines, isPlain, isFree), leads);
  return { units, rows, sections, groups, leads };
}

/** The groups taken and left, the last word on each, and an issue for each group that the document has not. */
function choicesIn(corrections: readonly ReadingCorrection[]): Map<string, boolean> {
  return new Map(
    corrections.flatMap((one) => (one.type === 'alternative' ? [[one.id, one.isTaken] as const] : [])),
  );
}

function unknownChoices(
  choices: GroupChoices,
  { groups }: Pick<Structure, 'groups'>,
  lineCount: number,
): ReadingIssue[] {
  const known = new Set(groups.map((group) => group.id));
  return [...choices.keys()]
    .filter((id) => !known.has(id))
    .map((id) =>
      lostCorrection('alternative', { line: 1, text: id }, 'the document has no such lines', lineCount),
    );
}

/** A bank that Viva printed says itself where each question stands: one can go or come, none has other bounds. */
function correctOwn(
  own: DocumentReading,
  sources: readonly string[],
  name: string,
  corrections: readonly ReadingCorrection[],
): DocumentReading {
  if (corrections.length === 0) return own;
  const lines = sources.map((source, index) => bareLine(index + 1, source));
  const survey = takeSurvey(lines, [], true, [{ start: 0, end: lines.length }]);
  const rows = own.questions.map(({ id: _id, ...draft }) => ({ draft, index: draft.lines.start - 1 }));
  const start = { units: [], rows, sections: [], isFixed: true };
  const corrected = applyCorrections(survey, start, corrections);
  const put = [...corrected.rows, ...corrected.added].sort((a, b) => a.index - b.index);
  const questions = withIds(
    put.map(({ draft }) => draft),
    documentName(name),
  );
  const lost = unknownChoices(choicesIn(corrections), { groups: [] }, lines.length);
  const issues = [...own.issues, ...lost, ...corrected.issues].sort((a, b) => a.line - b.line);
  return { ...own, questions, issues };
}

/**
 * Reads a question bank out of a document's text: finds the repeated structure that carries the questions by
 * evidence over the whole document, and keeps every text verbatim. Whether it is Markdown or plain text is told
 * from the content; `name` (its base name) goes into the ids, and is the title where nothing else promises questions.
 *
 * `corrections` are what a person decided: first which groups of lines carry questions ('alternative', wherever they
 * stand in the list, the last word on each), then the others in order, each on what those before it made. They bound
 * the questions; what is stem, answer, topic is told by the same rules. One that no longer fits becomes an issue
 * `correction-lost`. Never throws on any text; linear in its size.
 */
export function readDocument(
  text: string,
  name: string,
  corrections: readonly ReadingCorrection[] = [],
): DocumentReading {
  const sources = splitLines(text.startsWith('\ufeff') ? text.slice(1) : text);
  const own = readOwnMarkdown(text, name);
  if (own !== null) return correctOwn(own, sources, name, corrections);
  const { format, lines, keys, issues } = annotateDocument(sources);
  const survey = takeSurvey(lines, findChoices(lines, keys), format === 'text', keys, documentName(name));
  const choices = choicesIn(corrections);
  const arranged = arrange(survey, choices, format === 'text');
  const corrected = applyCorrections(survey, arranged, corrections);
  const { units, rows, added } = corrected;
  const leads = units.flatMap(({ lead, others }) => [lead, ...others]);
  const structure = {
    leads: leads.sort((a, b) => a.candidate.index - b.candidate.index),
    sections: corrected.sections,
  };
  const sections = listSections(survey, structure);
  const drafted = collectDrafts(survey, { units, rows, added, sections, keys });
  const drafts = drafted.map(({ draft }) => draft);
  const reasons = emptyPlaceholders(drafts);
  const judgements = judgeQuestions(drafted, arranged.groups, survey);
  const questions = withIds(drafts, documentName(name)).map((question, position) => ({
    ...question,
    ...judgedAs(judgements[position]),
  }));
  const loose = looseSections(structure, sections, corrected.freed);
  const { passages, issues: empty } = readPassages(survey, [...sections, ...loose], questions.length > 0);
  passages.sort((a, b) => a.lines.start - b.lines.start);
  // Spread into a list, not into a call: a call takes only so many.
  const all = [
    ...issues,
    ...unknownChoices(choices, arranged, lines.length),
    ...corrected.issues,
    ...missingOptions(drafted),
    ...heldQuestions([...judgements.flatMap(({ inner }) => inner), ...askedOn(drafted, lines)], lines),
    ...questionIssues(questions, reasons),
    // What holds the answers of several questions holds something.
    ...empty.filter(({ line }) => !keys.some(({ start }) => start === line - 1)),
    ...missingImages(lines),
    ...unclosedTags(lines),
  ].sort((a, b) => a.line - b.line);
  const alternatives = listAlternatives(arranged, survey);
  return { format, questions, passages, issues: all, alternatives };
}
