import type { LineAnchor, LineRange, ReadingCorrection, ReadingIssue } from '../model';
import { draftAdded, VerbatimCheck } from './added-question';
import { Anchors } from './anchors';
import { begunCandidate, cutStem } from './begun-candidate';
import type { QuestionUnit } from './bilingual';
import type { Survey } from './candidates';
import { optionsWithin } from './chosen-options';
import type { Wishes } from './question-wishes';
import { BODY_DEPTH, type Lead, pathTo } from './structure';
import type { TableQuestion } from './table-questions';

/** The questions of a document before they are put together, and the headings between them. */
export interface Arrangement {
  units: QuestionUnit[];
  /** Questions that are rows of tables. */
  rows: TableQuestion[];
  sections: number[];
  /** Every question says itself where it stands: none begins elsewhere. */
  isFixed?: boolean;
}

/** An arrangement with corrections applied. */
export interface Corrected extends Arrangement {
  /** Put in, not read. */
  added: TableQuestion[];
  /** Lines that belong to no question any more: [start, end). */
  freed: LineRange[];
  issues: ReadingIssue[];
}

/** Why a correction cannot be applied; null when it was. */
type Refusal = string | null;

type LineCorrection = Exclude<ReadingCorrection, { type: 'alternative' }>;
type OwnCorrection = Exclude<LineCorrection, { type: 'begin' | 'add' }>;

const GONE = 'its line is not in the document';
const NOT_A_QUESTION = 'no question begins there';

const longest = (text: string): string => text.trim().slice(0, 60);

function leadsOf({ lead, others }: QuestionUnit): Lead[] {
  return [lead, ...others];
}

/** Applies corrections one by one; each sees what those before it did. */
class Corrector {
  private units: QuestionUnit[];
  private rows: TableQuestion[];
  private readonly added: TableQuestion[] = [];
  private readonly sections: Set<number>;
  /** Headings of dropped questions: sections, but nobody's topics. */
  private readonly dropped = new Set<number>();
  private readonly freed: LineRange[] = [];
  private readonly anchors: Anchors;
  private readonly check: VerbatimCheck;
  private readonly isFixed: boolean;

  constructor(
    private readonly survey: Survey,
    start: Arrangement,
  ) {
    this.units = start.units.map(({ lead, others }) => ({
      lead: { ...lead },
      others: others.map((other) => ({ ...other })),
    }));
    this.rows = [...start.rows];
    this.isFixed = start.isFixed ?? false;
    this.sections = new Set(start.sections);
    this.anchors = new Anchors(survey.lines);
    this.check = new VerbatimCheck(survey.lines.map((line) => line.source));
  }

  apply(correction: LineCorrection): Refusal {
    if (correction.type === 'add') return this.addQuestion(correction);
    const index = this.anchors.find(correction.at);
    if (index === undefined) return GONE;
    if (correction.type === 'begin') return this.begin(index);
    const refusal = this.onPut(correction, index) ?? this.onUnit(correction, index);
    return refusal === 'applied' ? null : refusal;
  }

  /** A question that was put in, or says itself where it stands (a row of a table): it can only go. */
  private onPut(correction: OwnCorrection, index: number): Refusal | 'applied' {
    const put = [this.added, this.rows].find((list) => list.some((one) => one.index === index));
    if (put === undefined) return null;
    const isRow = put === this.rows;
    if (correction.type !== 'drop' && correction.type !== 'merge')
      return isRow ? 'it has no other bounds' : 'it was put in, not read';
    const position = put.findLastIndex((one) => one.index === index);
    if (isRow && correction.type === 'merge' && !this.joinRow(position, index))
      return 'no question is before it';
    put.splice(position, 1);
    return 'applied';
  }

  /** A row's cells go to the row before, its line to a question before that is none. */
  private joinRow(position: number, index: number): boolean {
    const row = this.rows[position];
    const before = this.rows[position - 1];
    const lead = this.leadBefore(index);
    if (row !== undefined && before !== undefined && before.index > (lead?.candidate.index ?? -1)) {
      const { draft } = before;
      const answer = [draft.answer, row.draft.stem, row.draft.answer]
        .filter((text) => text !== '')
        .join('\n');
      const lines = { start: draft.lines.start, end: row.draft.lines.end };
      this.rows[position - 1] = { ...before, draft: { ...draft, answer, lines } };
      return true;
    }
    if (lead === undefined) return false;
    this.extend(lead, index + 1);
    return true;
  }

  private onUnit(correction: OwnCorrection, index: number): Refusal {
    const position = this.units.findIndex(({ lead }) => lead.candidate.index === index);
    const unit = this.units[position];
    if (unit === undefined) return NOT_A_QUESTION;
    switch (correction.type) {
      case 'merge':
        return this.merge(unit, position);
      case 'drop':
        return this.drop(unit, position);
      case 'end':
        return this.end(unit, correction.end);
      case 'answer':
        return this.answer(unit, correction.answer);
      case 'kind': {
        const options = correction.kind === 'choice' ? optionsWithin(unit.lead, this.survey) : undefined;
        this.wish(unit, { kind: correction.kind, options });
        return null;
      }
    }
  }

  private begin(index: number): Refusal {
    if (this.isFixed) return 'every question of this document says where it stands';
    if (this.survey.lines[index]?.kind === 'blank') return 'the line is empty';
    const isPut = [...this.added, ...this.rows].some((one) => one.index === index);
    if (isPut || this.units.some(({ lead }) => lead.candidate.index === index)) return null;
    const twin = this.units.find(({ others }) => others.some((other) => other.candidate.index === index));
    if (twin !== undefined) {
      const own = twin.others.filter((other) => other.candidate.index === index);
      twin.others = twin.others.filter((other) => !own.includes(other));
      for (const lead of own) this.insert(lead);
      return null;
    }
    const holder = this.units.flatMap(leadsOf).find((one) => one.candidate.index < index && index < one.end);
    const end = holder?.end ?? this.nextBoundary(index);
    if (holder !== undefined) holder.end = index;
    this.insert({
      candidate: begunCandidate(this.survey, index),
      end,
      path: [],
      wishes: { isBegun: true },
    });
    this.coverSections(index, end);
    return null;
  }

  private insert(lead: Lead): void {
    const at = this.units.findIndex((unit) => unit.lead.candidate.index > lead.candidate.index);
    this.units.splice(at < 0 ? this.units.length : at, 0, { lead, others: [] });
  }

  /** Where a question outside of all others ends: before the next one, or a heading that is not below its own. */
  private nextBoundary(index: number): number {
    const { lines, headings } = this.survey;
    const own = lines[index]?.kind === 'heading' ? (lines[index]?.depth ?? 0) : BODY_DEPTH;
    const starts = this.units.flatMap(leadsOf).map((lead) => lead.candidate.index);
    const sections = headings.filter((at) => this.sections.has(at) && (lines[at]?.depth ?? 0) <= own);
    return [...starts, ...sections]
      .filter((at) => at > index)
      .reduce((least, at) => Math.min(least, at), lines.length);
  }

  /** The last of all leads before a line. */
  private leadBefore(index: number): Lead | undefined {
    return this.units
      .flatMap(leadsOf)
      .filter((lead) => lead.candidate.index < index)
      .reduce<Lead | undefined>(
        (last, lead) => (last === undefined || lead.candidate.index > last.candidate.index ? lead : last),
        undefined,
      );
  }

  private extend(lead: Lead, end: number): void {
    lead.end = Math.max(lead.end, end);
    this.coverSections(lead.candidate.index, lead.end);
  }

  /** A heading inside a question is no section. */
  private coverSections(start: number, end: number): void {
    for (const heading of this.survey.headings)
      if (heading >= start && heading < end) this.sections.delete(heading);
  }

  private free(start: number, end: number): void {
    if (start >= end) return;
    this.freed.push({ start, end });
    for (const heading of this.survey.headings)
      if (heading >= start && heading < end) this.sections.add(heading);
  }

  private merge(unit: QuestionUnit, position: number): Refusal {
    const before = this.leadBefore(unit.lead.candidate.index);
    if (before === undefined || leadsOf(unit).includes(before)) return 'no question is before it';
    this.units.splice(position, 1);
    this.extend(before, Math.max(...leadsOf(unit).map((lead) => lead.end)));
    return null;
  }

  private drop(unit: QuestionUnit, position: number): Refusal {
    this.units.splice(position, 1);
    for (const lead of leadsOf(unit)) {
      this.free(lead.candidate.index, lead.end);
      this.dropped.add(lead.candidate.index);
    }
    return null;
  }

  /** Questions that begin before the new end become part of this one. */
  private end(unit: QuestionUnit, anchor: LineAnchor): Refusal {
    const last = this.anchors.find(anchor);
    const { lead } = unit;
    const start = lead.candidate.index;
    if (last === undefined) return GONE;
    if (last < start) return 'the end stands before the question';
    const end = last + 1;
    const isInside = (other: Lead): boolean => other.candidate.index > start && other.candidate.index < end;
    const swallowed = this.units.flatMap(leadsOf).filter(isInside);
    this.units = this.units.filter((other) => !isInside(other.lead));
    unit.others = unit.others.filter((other) => !isInside(other));
    const until = Math.max(lead.end, ...swallowed.map((other) => other.end));
    lead.end = end;
    this.coverSections(start, end);
    this.free(end, until);
    return null;
  }

  private answer(unit: QuestionUnit, anchor: LineAnchor): Refusal {
    const at = this.anchors.find(anchor);
    if (at === undefined) return GONE;
    if (at <= unit.lead.candidate.index || at >= unit.lead.end)
      return 'the answer does not stand in the question';
    this.wish(unit, { answerAt: at });
    return null;
  }

  private wish(unit: QuestionUnit, wishes: Wishes): void {
    unit.lead.wishes = { ...unit.lead.wishes, ...wishes };
  }

  private addQuestion({ question }: Extract<ReadingCorrection, { type: 'add' }>): Refusal {
    const start = this.anchors.find(question.start);
    const end = this.anchors.find(question.end);
    if (start === undefined || end === undefined) return GONE;
    if (question.stem.trim() === '') return 'it asks nothing';
    const lines = { start: Math.min(start, end) + 1, end: Math.max(start, end) + 1 };
    this.added.push({ draft: draftAdded(question, lines, this.check), index: lines.start - 1 });
    return null;
  }

  finish(): Omit<Corrected, 'issues'> {
    const sections = [...this.sections].sort((a, b) => a - b);
    const topics = sections.filter((heading) => !this.dropped.has(heading));
    const settle = (lead: Lead): Lead => ({
      ...this.settled(lead),
      path: pathTo(lead.candidate.index, topics, this.survey.lines),
    });
    const units = this.units.map(({ lead, others }) => ({ lead: settle(lead), others: others.map(settle) }));
    const leads = units.flatMap(leadsOf);
    const rows = this.rows.filter(
      ({ index }) => !leads.some((lead) => lead.candidate.index <= index && index < lead.end),
    );
    return { units, rows, sections, added: this.added, freed: this.freed };
  }

  /** The stem gives way to an end or an answer that a person put into it; an answer beyond the end is none. */
  private settled(lead: Lead): Lead {
    const { answerAt } = lead.wishes ?? {};
    const isBeyond = answerAt !== undefined && answerAt >= lead.end;
    const end = isBeyond ? lead.end : (answerAt ?? lead.end);
    const candidate = cutStem(lead.candidate, end, this.survey.lines);
    return { ...lead, candidate, ...(isBeyond ? { wishes: { ...lead.wishes, answerAt: undefined } } : {}) };
  }
}

function anchorOf(correction: LineCorrection): LineAnchor {
  return correction.type === 'add' ? correction.question.start : correction.at;
}

/** The issue that names a correction which could not be applied. */
export function lostCorrection(type: string, at: LineAnchor, why: string, lineCount: number): ReadingIssue {
  const line = Math.min(Math.max(1, Math.trunc(at.line) || 1), lineCount);
  return {
    code: 'correction-lost',
    severity: 'warning',
    line,
    message: `The correction "${type}" at line ${at.line} ("${longest(at.text)}") was not applied: ${why}.`,
  };
}

/**
 * Applies a person's corrections, in order, before the questions are put together, so that the same rules make stems,
 * answers and topics of what they bound. One that cannot be applied becomes an issue; the others still count.
 */
export function applyCorrections(
  survey: Survey,
  start: Arrangement,
  corrections: readonly ReadingCorrection[],
): Corrected {
  const corrector = new Corrector(survey, start);
  const issues: ReadingIssue[] = [];
  for (const correction of corrections) {
    if (correction.type === 'alternative') continue;
    const refusal = corrector.apply(correction);
    if (refusal !== null)
      issues.push(lostCorrection(correction.type, anchorOf(correction), refusal, survey.lines.length));
  }
  return { ...corrector.finish(), issues };
}
