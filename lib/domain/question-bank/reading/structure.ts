import { Claims, chooseInBody } from './body-questions';
import type { Candidate, Survey } from './candidates';
import { Considered, type ConsideredGroup, type GroupChoices } from './considered';
import { type Spanned, Tally } from './evidence';
import { likeliestGroup } from './few-questions';
import { HeadingPaths } from './heading-paths';
import { chooseHeadings, headingSpans } from './heading-questions';
import type { Line } from './line';
import type { Wishes } from './question-wishes';
import { lastAtOrBefore } from './sorted';
import { findSubQuestions } from './sub-questions';

/** A candidate that was taken for a question, with the lines that are its own: [index, end). */
export interface Lead extends Spanned {
  /** Heading lines above it, outer first, indexes into the survey's lines. */
  path: number[];
  /** What a person said about it; absent: nothing. */
  wishes?: Wishes;
}

/** Line indexes of headings that are sections, and the questions between them. */
export interface Structure {
  leads: Lead[];
  sections: number[];
  /** Every group that was considered, in document order by kind: headings, body, inside of answers. */
  groups: readonly ConsideredGroup[];
}

/**
 * Decides which candidates are questions and which headings are sections; a person's choices go first. A document that
 * calls itself a bank and shows no clear question has those that look most like it.
 */
export function decideStructure(survey: Survey, choices: GroupChoices = new Map()): Structure {
  const byEvidence = decide(survey, new Map());
  const best = byEvidence.leads.length === 0 ? likeliestGroup(byEvidence.groups, survey) : undefined;
  if (best === undefined && choices.size === 0) return byEvidence;
  return decide(survey, new Map([...(best === undefined ? [] : [[best.id, true] as const]), ...choices]));
}

function decide(survey: Survey, choices: GroupChoices): Structure {
  const considered = new Considered(choices);
  const tally = new Tally(survey);
  const claims = new Claims(survey.lines.length);
  const { headings } = survey;
  const asked = chooseHeadings(survey, tally, considered);
  const spans = headingSpans(asked, survey);
  for (const { candidate, end } of spans) claims.claim(candidate.index, end);
  const body = chooseInBody(survey, tally, claims, considered);
  const chosen = [...asked, ...body].sort((a, b) => a.index - b.index);
  const folded = foldedHeadings(chosen, survey);
  const isAsked = new Set([...chosen.map((c) => c.index), ...folded]);
  const leads = withEnds(chosen, survey, isAsked);
  const { kept, subs } = findSubQuestions(leads, survey);
  const all = [...kept, ...subs].sort((a, b) => a.index - b.index);
  const askedLines = new Set([...[...chosen, ...subs].map((c) => c.index), ...folded]);
  const starts = spans.map((span) => span.candidate.index);
  const isInside = (index: number): boolean => index < (spans[lastAtOrBefore(starts, index)]?.end ?? 0);
  const sections = headings.filter((index) => !askedLines.has(index) && !isInside(index));
  const final = withoutResidue(withEnds(all, survey, askedLines), survey);
  const paths = new HeadingPaths(sections, survey.lines);
  return {
    leads: final.map((lead) => ({ ...lead, path: pathTo(lead, paths, survey) })),
    sections,
    groups: considered.groups,
  };
}

/** Headings within the folds that questions are the titles of: parts of their answers. */
function foldedHeadings(chosen: readonly Candidate[], { headings, lines }: Survey): number[] {
  const folds = chosen.filter(({ carrier }) => carrier === 'summary');
  const closings = [...lines.keys()].filter((at) => /<\/details\s*>/iu.test(lines[at]?.text ?? ''));
  return folds.flatMap(({ index }, position) => {
    const next = folds[position + 1]?.index ?? lines.length;
    const closing = closings[lastAtOrBefore(closings, index) + 1] ?? next;
    const first = lastAtOrBefore(headings, index) + 1;
    return closing >= next ? [] : headings.slice(first, lastAtOrBefore(headings, closing) + 1);
  });
}

/** Headings above a question; one beside it, of its own level, is no section of it. */
function pathTo({ candidate }: Spanned, paths: HeadingPaths, { lines }: Survey): number[] {
  const above = paths.above(candidate.index);
  if (candidate.carrier !== 'heading') return above;
  return above.filter((index) => (lines[index]?.depth ?? 0) < candidate.level);
}

/** Whether an item of a list no deeper than that begins on a line. */
function isItemOf(line: Line | undefined, lists: number): boolean {
  return line != null && line.item !== null && line.lists <= lists;
}

/** A question in an inner list ends where the outer list goes on, before `next`. */
function itemEnd(candidate: Candidate, next: number, survey: Survey): number {
  const own = survey.lines[candidate.index];
  const isInBlock = [candidate.index - 1, candidate.index + 1].some(
    (at) => survey.lines[at]?.isListed === true,
  );
  // One line of several that ask: what follows on the last of them answers none.
  if (own?.isListed === true && isInBlock) return Math.min(next, candidate.stemEnd);
  if (own?.isListed === true && own.item !== null) {
    // A question of an outline: whatever item comes next is none of its answer.
    let end = candidate.stemEnd;
    while (end < next && survey.lines[end]?.item === null) end += 1;
    return end;
  }
  if (candidate.carrier === 'numbered' && own?.item === null && own.lists > 0) {
    // "(1) …" inside an item of a list: the list's next item is nothing of it.
    let end = candidate.index + 1;
    while (end < next && !isItemOf(survey.lines[end], own.lists)) end += 1;
    return end;
  }
  if (candidate.carrier !== 'bullet' || candidate.level <= 1) return next;
  let end = candidate.index + 1;
  while (
    end < next &&
    (survey.lines[end]?.kind === 'blank' || (survey.lines[end]?.lists ?? 0) >= candidate.level)
  )
    end += 1;
  return end;
}

/** A question runs to the next one, or to a heading that is not below its own. */
function withEnds(chosen: readonly Candidate[], survey: Survey, asked: ReadonlySet<number>): Spanned[] {
  const starts = survey.headings;
  return chosen.map((candidate, position) => {
    const next = itemEnd(candidate, chosen[position + 1]?.index ?? survey.lines.length, survey);
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
