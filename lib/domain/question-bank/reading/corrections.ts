import type { LineAnchor, LineRange, ReadingCorrection, ReadingIssue } from '../model';
import { draftAdded, VerbatimCheck } from './added-question';
import { Anchors } from './anchors';
import { cutStem } from './begun-candidate';
import type { QuestionUnit } from './bilingual';
import type { Survey } from './candidates';
import { optionsWithin } from './chosen-options';
import { HeadingPaths } from './heading-paths';
import type { Wishes } from './question-wishes';
import { lastAtOrBefore } from './sorted';
import type { Lead } from './structure';
import type { TableQuestion } from './table-questions';
import { leadsOf, UnitList } from './unit-list';

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
interface Corrected extends Arrangement {
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
const NOTHING_BEFORE = 'no question is before it';

const longest = (text: string): string => text.trim().slice(0, 60);

/** Applies corrections one by one; each sees what those before it did. */
class Corrector {
  private readonly units: UnitList;
  private readonly rows: TableQuestion[];
  private readonly added: TableQuestion[] = [];
  private readonly anchors: Anchors;
  private readonly check: VerbatimCheck;
  private readonly isFixed: boolean;

  constructor(
    private readonly survey: Survey,
    start: Arrangement,
  ) {
    this.units = new UnitList(survey, start.units, start.sections);
    this.rows = [...start.rows];
    this.isFixed = start.isFixed ?? false;
    this.anchors = new Anchors(survey.lines);
    this.check = new VerbatimCheck(survey.lines);
  }

  apply(correction: LineCorrection): Refusal {
    if (correction.type === 'add') return this.addQuestion(correction);
    const index = this.anchors.find(correction.at);
    if (index === undefined) return GONE;
    if (correction.type === 'begin') return this.begin(index);
    const refusal = this.onPut(correction, index) ?? this.onUnit(correction, index);
    return refusal === 'applied' ? null : refusal;
  }

  private begin(index: number): Refusal {
    if (this.isFixed) return 'every question of this document says where it stands';
    if (this.survey.lines[index]?.kind === 'blank') return 'the line is empty';
    const isPut = [...this.added, ...this.rows].some((one) => one.index === index);
    if (!isPut && this.units.beginningAt(index) === undefined) this.units.begin(index);
    return null;
  }

  /** A question that was put in, or says itself where it stands (a row of a table): it can only go. */
  private onPut(correction: OwnCorrection, index: number): Refusal | 'applied' {
    const put = [this.added, this.rows].find((list) => list.some((one) => one.index === index));
    if (put === undefined) return null;
    const isRow = put === this.rows;
    if (correction.type !== 'drop' && correction.type !== 'merge')
      return isRow ? 'it has no other bounds' : 'it was put in, not read';
    const position = put.findLastIndex((one) => one.index === index);
    if (isRow && correction.type === 'merge' && !this.joinRow(position, index)) return NOTHING_BEFORE;
    put.splice(position, 1);
    return 'applied';
  }

  /** A row's cells go to the row before, its line to a question before that is none. */
  private joinRow(position: number, index: number): boolean {
    const row = this.rows[position];
    const before = this.rows[position - 1];
    const lead = this.units.leadBefore(index);
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
    this.units.extend(lead, index + 1);
    return true;
  }

  private onUnit(correction: OwnCorrection, index: number): Refusal {
    const unit = this.units.beginningAt(index);
    if (unit === undefined) return NOT_A_QUESTION;
    switch (correction.type) {
      case 'merge':
        return this.units.merge(unit) ? null : NOTHING_BEFORE;
      case 'drop':
        this.units.drop(unit);
        return null;
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

  private end(unit: QuestionUnit, anchor: LineAnchor): Refusal {
    const last = this.anchors.find(anchor);
    if (last === undefined) return GONE;
    if (last < unit.lead.candidate.index) return 'the end stands before the question';
    this.units.endBefore(unit, last + 1);
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
    const { units: open, sections, topics, freed } = this.units.result();
    const paths = new HeadingPaths(topics, this.survey.lines);
    const settle = (lead: Lead): Lead => ({
      ...this.settled(lead),
      path: paths.above(lead.candidate.index),
    });
    const units = open.map(({ lead, others }) => ({ lead: settle(lead), others: others.map(settle) }));
    const leads = units.flatMap(leadsOf).sort((a, b) => a.candidate.index - b.candidate.index);
    const starts = leads.map((lead) => lead.candidate.index);
    const rows = this.rows.filter(({ index }) => index >= (leads[lastAtOrBefore(starts, index)]?.end ?? 0));
    return { units, rows, sections, added: this.added, freed };
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
