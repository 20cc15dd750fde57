import type { Candidate, Survey } from './candidates';
import { nestedInNumbering } from './chains';
import { acceptsGroup, acceptsHeadings, acceptsMember } from './decisions';
import { type Spanned, Tally } from './evidence';
import { chooseHeadings, headingSpans } from './heading-questions';
import { findSubQuestions } from './sub-questions';

/** A candidate that was taken for a question, with the lines that are its own: [index, end). */
export interface Lead extends Spanned {
  /** Heading lines above it, outer first, indexes into the survey's lines. */
  path: number[];
}

/** Line indexes of headings that are sections, and the questions between them. */
export interface Structure {
  leads: Lead[];
  sections: number[];
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

/** Spans of candidates of one group: up to the next of them or the end of the section. */
function spansOf(group: readonly Candidate[], sectionEnd: (index: number) => number): Spanned[] {
  return group.map((candidate, position) => ({
    candidate,
    end: Math.min(group[position + 1]?.index ?? Number.POSITIVE_INFINITY, sectionEnd(candidate.index)),
  }));
}

/** Which lines an accepted question already owns. */
class Claims {
  private readonly owner: boolean[];
  constructor(length: number) {
    this.owner = new Array<boolean>(length).fill(false);
  }
  claim(start: number, end: number): void {
    this.owner.fill(true, start, end);
  }
  has(index: number): boolean {
    return this.owner[index] === true;
  }
}

/** Candidates in the body text, section by section, once the headings that are questions are known. */
function chooseInBody(
  survey: Survey,
  tally: Tally,
  claims: Claims,
  headings: readonly number[],
): Candidate[] {
  const sectionOf = (index: number): number => lastAtOrBefore(headings, index);
  const sectionEnd = (index: number): number => headings[sectionOf(index) + 1] ?? survey.lines.length;
  const free = survey.candidates.filter((c) => c.carrier !== 'heading' && !claims.has(c.index));
  const numbered = free.filter((c) => c.carrier === 'numbered' && c.level <= 1 && c.mark.kind !== 'dotted');
  const nested = nestedInNumbering(numbered, (from, to) => sectionOf(from.index) !== sectionOf(to.index));
  const body = free.filter((c) => !nested.has(c));
  const overall = new Map(
    [...groupBy(body, (c) => c.shape)].map(([shape, group]) => [
      shape,
      tally.measure(spansOf(group, sectionEnd)),
    ]),
  );
  const chosen: Candidate[] = [];
  for (const [section, members] of groupBy(body, (c) => String(sectionOf(c.index)))) {
    const titleLine = survey.lines[headings[Number(section)] ?? -1];
    const groups = [...groupBy(members, (c) => c.shape).values()].map((group) => {
      const evidence = tally.measure(spansOf(group, sectionEnd));
      return {
        group,
        evidence,
        verdict: acceptsGroup(group, evidence, overall.get(group[0]?.shape ?? ''), titleLine?.text ?? ''),
      };
    });
    groups.sort((a, b) => b.verdict - a.verdict || (a.group[0]?.index ?? 0) - (b.group[0]?.index ?? 0));
    for (const { group, evidence, verdict } of groups) {
      if (verdict <= 0) continue;
      const taken = group.filter((c) => !claims.has(c.index) && acceptsMember(c, evidence));
      chosen.push(...taken);
      for (const { candidate, end } of spansOf(taken, sectionEnd)) claims.claim(candidate.index, end);
    }
  }
  return chosen;
}

/** Index of the last entry ≤ value in an ascending list; -1 when there is none. */
export function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Headings above a line, outer first, of those that are sections. */
function pathTo(index: number, sections: readonly number[], lines: Survey['lines']): number[] {
  const path: number[] = [];
  let depth = 7;
  for (let position = lastAtOrBefore(sections, index); position >= 0 && depth > 1; position--) {
    const heading = lines[sections[position] ?? -1];
    if (heading === undefined || heading.depth >= depth) continue;
    depth = heading.depth;
    path.unshift(heading.number - 1);
  }
  return path;
}

/** Decides which candidates are questions and which headings are sections. */
export function decideStructure(survey: Survey): Structure {
  const tally = new Tally(survey);
  const claims = new Claims(survey.lines.length);
  const { headings } = survey;
  const asked = chooseHeadings(survey, tally, acceptsHeadings);
  const spans = headingSpans(asked, survey);
  for (const { candidate, end } of spans) claims.claim(candidate.index, end);
  const body = chooseInBody(survey, tally, claims, headings);
  const chosen = [...asked, ...body].sort((a, b) => a.index - b.index);
  const isAsked = new Set(chosen.map((c) => c.index));
  const leads = withEnds(chosen, survey, isAsked);
  const { kept, subs } = findSubQuestions(leads, survey);
  const all = [...kept, ...subs].sort((a, b) => a.index - b.index);
  const askedLines = new Set([...chosen, ...subs].map((c) => c.index));
  const starts = spans.map((span) => span.candidate.index);
  const isInside = (index: number): boolean => index < (spans[lastAtOrBefore(starts, index)]?.end ?? 0);
  const sections = headings.filter((index) => !askedLines.has(index) && !isInside(index));
  const final = withoutResidue(withEnds(all, survey, askedLines), survey);
  return {
    leads: final.map((lead) => ({ ...lead, path: pathTo(lead.candidate.index, sections, survey.lines) })),
    sections,
  };
}

/** A question runs to the next one, or to a heading that is not below its own. */
function withEnds(chosen: readonly Candidate[], survey: Survey, asked: ReadonlySet<number>): Spanned[] {
  const starts = survey.headings;
  return chosen.map((candidate, position) => {
    const next = chosen[position + 1]?.index ?? survey.lines.length;
    let end = next;
    for (let at = lastAtOrBefore(starts, candidate.index) + 1; at < starts.length; at++) {
      const start = starts[at] ?? next;
      if (start >= next) break;
      const isBelow = candidate.carrier === 'heading' && (survey.lines[start]?.depth ?? 0) > candidate.level;
      if (isBelow || asked.has(start)) continue;
      end = start;
      break;
    }
    return { candidate, end };
  });
}

/** Share of alike questions that end with a rule, from which on the rule separates them. */
const SEPARATED = 0.5;

/** Where a rule closes every question, what follows the last one's rule is the document's own farewell. */
function withoutResidue(leads: readonly Spanned[], survey: Survey): Spanned[] {
  const last = leads.at(-1);
  if (last === undefined) return [];
  const lastLine = ({ candidate, end }: Spanned): number => {
    let index = end - 1;
    while (index > candidate.index && survey.lines[index]?.kind === 'blank') index -= 1;
    return index;
  };
  const alike = leads.filter((lead) => lead.candidate.shape === last.candidate.shape);
  const closed = alike.filter((lead) => survey.lines[lastLine(lead)]?.kind === 'rule');
  if (alike.length < 3 || closed.length < alike.length * SEPARATED) return [...leads];
  const rule = survey.lines.findIndex(
    (line, index) => index > last.candidate.index && line.kind === 'rule' && line.lists === 0,
  );
  return rule < 0 ? [...leads] : [...leads.slice(0, -1), { ...last, end: Math.min(last.end, rule) }];
}
