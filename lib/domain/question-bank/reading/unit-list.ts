import type { LineRange } from '../model';
import { begunCandidate } from './begun-candidate';
import type { QuestionUnit } from './bilingual';
import type { Survey } from './candidates';
import type { Lead } from './structure';

/** A question's own lead and those of its other languages. */
export function leadsOf({ lead, others }: QuestionUnit): Lead[] {
  return [lead, ...others];
}

/** Below every heading there is. */
const BODY_DEPTH = 7;

/** The questions of a document with their bounds, and what lies between them, while they are moved about. */
export class UnitList {
  private units: QuestionUnit[];
  private readonly sections: Set<number>;
  /** Headings of dropped questions: sections, but nobody's topics. */
  private readonly dropped = new Set<number>();
  private readonly freed: LineRange[] = [];

  constructor(
    private readonly survey: Survey,
    units: readonly QuestionUnit[],
    sections: readonly number[],
  ) {
    this.units = units.map(({ lead, others }) => ({
      lead: { ...lead },
      others: others.map((other) => ({ ...other })),
    }));
    this.sections = new Set(sections);
  }

  beginningAt(index: number): QuestionUnit | undefined {
    return this.units.find(({ lead }) => lead.candidate.index === index);
  }

  /** The last of all leads before a line. */
  leadBefore(index: number): Lead | undefined {
    return this.leads()
      .filter((lead) => lead.candidate.index < index)
      .reduce<Lead | undefined>(
        (last, lead) => (last === undefined || lead.candidate.index > last.candidate.index ? lead : last),
        undefined,
      );
  }

  /** Lets a question begin at a line that begins none: it takes the rest of what holds the line. */
  begin(index: number): void {
    const twin = this.units.find(({ others }) => others.some((other) => other.candidate.index === index));
    if (twin !== undefined) {
      const own = twin.others.filter((other) => other.candidate.index === index);
      twin.others = twin.others.filter((other) => !own.includes(other));
      for (const lead of own) this.insert(lead);
      return;
    }
    const holder = this.leads().find((one) => one.candidate.index < index && index < one.end);
    const end = holder?.end ?? this.nextBoundary(index);
    if (holder !== undefined) holder.end = index;
    this.insert({
      candidate: begunCandidate(this.survey, index),
      end,
      path: [],
      wishes: { isBegun: true },
    });
    this.coverSections(index, end);
  }

  /** Gives a question's lines to the one before; false when there is none. */
  merge(unit: QuestionUnit): boolean {
    const before = this.leadBefore(unit.lead.candidate.index);
    if (before === undefined || leadsOf(unit).includes(before)) return false;
    this.remove(unit);
    this.extend(before, Math.max(...leadsOf(unit).map((lead) => lead.end)));
    return true;
  }

  drop(unit: QuestionUnit): void {
    this.remove(unit);
    for (const lead of leadsOf(unit)) {
      this.free(lead.candidate.index, lead.end);
      this.dropped.add(lead.candidate.index);
    }
  }

  /** Lets a question end before a line; questions that begin before it become part of this one. */
  endBefore(unit: QuestionUnit, end: number): void {
    const { lead } = unit;
    const start = lead.candidate.index;
    const isInside = (other: Lead): boolean => other.candidate.index > start && other.candidate.index < end;
    const swallowed = this.leads().filter(isInside);
    this.units = this.units.filter((other) => !isInside(other.lead));
    unit.others = unit.others.filter((other) => !isInside(other));
    const until = Math.max(lead.end, ...swallowed.map((other) => other.end));
    lead.end = end;
    this.coverSections(start, end);
    this.free(end, until);
  }

  extend(lead: Lead, end: number): void {
    lead.end = Math.max(lead.end, end);
    this.coverSections(lead.candidate.index, lead.end);
  }

  /** What became of it all; topics are the sections that name one. */
  result(): { units: readonly QuestionUnit[]; sections: number[]; topics: number[]; freed: LineRange[] } {
    const sections = [...this.sections].sort((a, b) => a - b);
    const topics = sections.filter((heading) => !this.dropped.has(heading));
    return { units: this.units, sections, topics, freed: this.freed };
  }

  private leads(): Lead[] {
    return this.units.flatMap(leadsOf);
  }

  private remove(unit: QuestionUnit): void {
    this.units = this.units.filter((other) => other !== unit);
  }

  private insert(lead: Lead): void {
    const at = this.units.findIndex((unit) => unit.lead.candidate.index > lead.candidate.index);
    this.units.splice(at < 0 ? this.units.length : at, 0, { lead, others: [] });
  }

  /** Where a question outside of all others ends: before the next one, or a heading that is not below its own. */
  private nextBoundary(index: number): number {
    const { lines, headings } = this.survey;
    const own = lines[index]?.kind === 'heading' ? (lines[index]?.depth ?? 0) : BODY_DEPTH;
    const starts = this.leads().map((lead) => lead.candidate.index);
    const sections = headings.filter((at) => this.sections.has(at) && (lines[at]?.depth ?? 0) <= own);
    return [...starts, ...sections]
      .filter((at) => at > index)
      .reduce((least, at) => Math.min(least, at), lines.length);
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
}
