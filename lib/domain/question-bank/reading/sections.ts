import type { LineRange, ReadingIssue, ReadPassage } from '../model';
import type { Survey } from './candidates';
import { isAppendix } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';
import { isMereKind, readDifficulty } from './metadata';
import { lastAtOrBefore } from './sorted';
import type { Lead, Structure } from './structure';
import { verbatim } from './verbatim';

/** A stretch under one heading that belongs to no question: lines [start, end). */
export interface Section {
  /** Heading lines, outer first (0-based indexes); empty before the first heading. */
  path: number[];
  start: number;
  end: number;
  /** Some heading directly follows below it: having no text of its own is then nothing odd. */
  hasChildren: boolean;
  hasQuestions: boolean;
  /** Behind a question, not right below its heading. */
  isLoose?: boolean;
}

/** A heading's text as a person reads it. */
function headingText(line: Line | undefined): string {
  return line === undefined ? '' : readMark(line.text, false).title || line.text;
}

/** The index of the heading that is the document's title; -1 when there is none. */
export function titleIndex(lines: readonly Line[]): number {
  const first = lines.find((line) => line.kind === 'heading');
  if (first === undefined) return -1;
  const rivals = lines.filter((line) => line.kind === 'heading' && line.depth <= first.depth);
  return rivals.length === 1 ? first.number - 1 : -1;
}

/** Topics of a question: headings above it, without the title, mere kinds and empty ones. */
export function topicsOf(path: readonly number[], lines: readonly Line[], title: number): string[] {
  return path
    .filter((index) => index !== title)
    .map((index) => headingText(lines[index]))
    .filter((text) => text !== '' && !isMereKind(text) && !isAppendix(text));
}

/** Sections with their own lines, questions cut out. */
export function listSections(survey: Survey, structure: Pick<Structure, 'leads' | 'sections'>): Section[] {
  const { lines } = survey;
  const starts = [-1, ...structure.sections];
  const stack: number[] = [];
  return starts.map((heading, position) => {
    const next = starts[position + 1] ?? lines.length;
    const depth = lines[heading]?.depth ?? 0;
    while (stack.length > 0 && (lines[stack.at(-1) ?? -1]?.depth ?? 0) >= depth) stack.pop();
    if (heading >= 0) stack.push(heading);
    const question = firstWithin(structure.leads, heading, next);
    return {
      path: [...stack],
      start: heading + 1,
      end: Math.min(question ?? next, next),
      hasChildren: heading >= 0 && (lines[next]?.depth ?? 0) > depth,
      hasQuestions: question !== undefined,
    };
  });
}

/** What corrections took from questions and no section above a question holds: passages of their own. */
export function looseSections(
  structure: Pick<Structure, 'leads' | 'sections'>,
  sections: readonly Section[],
  freed: readonly LineRange[],
): Section[] {
  const leads = structure.leads.map((lead) => lead.candidate.index);
  const sectionStarts = sections.map((section) => section.start);
  const loose: Section[] = [];
  for (const { start, end } of [...freed].sort((a, b) => a.start - b.start)) {
    const above = sections[lastAtOrBefore(sectionStarts, start)];
    const next = [...leads, ...structure.sections].filter((index) => index >= start);
    const stop = next.reduce((least, index) => Math.min(least, index), end);
    const owner = structure.leads[lastAtOrBefore(leads, start)];
    const isTaken = start < Math.max(above?.end ?? 0, owner?.end ?? 0, loose.at(-1)?.end ?? 0);
    if (isTaken || start >= stop) continue;
    const path = above?.path ?? [];
    loose.push({ path, start, end: stop, hasChildren: true, hasQuestions: true, isLoose: true });
  }
  return loose;
}

function firstWithin(leads: readonly Lead[], start: number, end: number): number | undefined {
  let low = 0;
  let high = leads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((leads[middle]?.candidate.index ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const index = leads[low]?.candidate.index;
  return index !== undefined && index < end ? index : undefined;
}

/** Difficulty stated at the top of a section, for all its questions. */
export function sectionDifficulty(section: Section, survey: Survey): number | undefined {
  for (let index = section.start; index < section.end; index++) {
    const label = survey.labels[index];
    if (label?.kind === 'difficulty') return readDifficulty(label.rest);
  }
  return undefined;
}

const LINK_ONLY =
  /^(?:[-*+]\s+)?(?:!?\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+>?|\[\[[^\]]*\]\])(?:[\s·|,，、]+(?:!?\[[^\]]*\]\([^)]*\)|<?https?:\/\/\S+>?))*[。.]?$/u;
const PLACEHOLDER =
  /^(?:todo|tbd|tba|wip|n\/a|待补充|待完善|待更新|待续|未完待续|略|暂无|无|\.{3,}|…+|answer here|your answer here|coming soon)[。.!！:：]?$/iu;

/** Whether a line says something by itself: no link, no picture, no placeholder, no wrapper. */
function isProse(line: Line): boolean {
  if (line.kind === 'code' || line.kind === 'math' || line.kind === 'table') return true;
  if (line.kind !== 'paragraph') return false;
  const text = line.text.replace(/^<[^>]+>|<[^<>]+>$/gu, '').trim();
  return text !== '' && !LINK_ONLY.test(text) && !isPlaceholder(text);
}

/** "TODO", "待补充", "Answer here": a promise of text. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.replace(/[*_`]/gu, '').trim());
}

/** Prose beside questions is worth indexing when there is more of it than a line of introduction, in characters. */
const SHORTEST_PASSAGE = 60;

/** Passages for look-up, and an issue for each section that holds nothing. */
export function readPassages(
  survey: Survey,
  sections: readonly Section[],
  hasQuestions: boolean,
): { passages: ReadPassage[]; issues: ReadingIssue[] } {
  const passages: ReadPassage[] = [];
  const issues: ReadingIssue[] = [];
  for (const section of sections) {
    const own = survey.lines.slice(section.start, section.end);
    const prose = own.filter(isProse);
    const heading = section.path.at(-1);
    const name = heading === undefined ? '' : headingText(survey.lines[heading]);
    const size = prose.reduce((sum, line) => sum + line.text.length, 0);
    const isContents = own.filter((line) => line.item !== null).length > 2 && prose.length * 4 < own.length;
    if (prose.length > 0 && (!hasQuestions || (size >= SHORTEST_PASSAGE && !isContents))) {
      const filled = own.filter((line) => line.kind !== 'blank' && line.kind !== 'rule');
      passages.push({
        headings: section.path.map((index) => headingText(survey.lines[index])),
        lines: {
          start: heading === undefined || section.isLoose === true ? (filled[0]?.number ?? 1) : heading + 1,
          end: filled.at(-1)?.number ?? section.end,
        },
        text: verbatim(survey.lines, section.start, section.end),
      });
    } else if (prose.length === 0 && heading !== undefined && !section.hasChildren && !section.hasQuestions) {
      issues.push({
        code: 'empty-section',
        severity: 'warning',
        line: heading + 1,
        message: `The section "${name}" holds no text.`,
      });
    }
  }
  return { passages, issues };
}
