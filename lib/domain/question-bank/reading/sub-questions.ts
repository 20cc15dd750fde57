import type { Candidate, Survey } from './candidates';
import type { Spanned } from './evidence';

/** Share of the inner items that must ask; below it they are the answer's own headings. */
const MOSTLY = 0.8;

function mean(candidates: readonly Candidate[]): number {
  return candidates.reduce((sum, candidate) => sum + candidate.likeness, 0) / Math.max(1, candidates.length);
}

/** "2.1 …", "2.2 …" under question 2. */
function dottedUnder(lead: Candidate, inner: readonly Candidate[]): Candidate[] {
  const number = lead.mark.path[0];
  if (number === undefined) return [];
  const dotted = inner.filter(
    (c) => c.mark.kind === 'dotted' && c.mark.path[0] === number && c.carrier !== 'bullet',
  );
  return dotted.length >= 2 && mean(dotted) >= MOSTLY ? dotted : [];
}

/** A list item whose whole body is a nested list of questions only names the group. */
function listUnder(lead: Spanned, inner: readonly Candidate[], survey: Survey): Candidate[] {
  const level = survey.lines[lead.candidate.index]?.lists ?? 0;
  if (level === 0 || lead.candidate.likeness === 1) return [];
  const body = survey.lines.slice(lead.candidate.index + 1, lead.end).filter((line) => line.kind !== 'blank');
  const items = inner.filter((c) => (survey.lines[c.index]?.lists ?? 0) > level);
  const isOnlyList = body.length > 0 && body.every((line) => line.item !== null);
  return isOnlyList && items.length > 0 && mean(items) >= MOSTLY ? items : [];
}

/** Finds questions inside questions; `kept` are the outer ones that stay questions themselves. */
export function findSubQuestions(
  leads: readonly Spanned[],
  survey: Survey,
): { kept: Candidate[]; subs: Candidate[] } {
  const kept: Candidate[] = [];
  const subs: Candidate[] = [];
  let position = 0;
  for (const lead of leads) {
    while ((survey.candidates[position]?.index ?? Number.POSITIVE_INFINITY) <= lead.candidate.index)
      position += 1;
    const inner: Candidate[] = [];
    for (; (survey.candidates[position]?.index ?? Number.POSITIVE_INFINITY) < lead.end; position++) {
      const candidate = survey.candidates[position];
      if (candidate !== undefined) inner.push(candidate);
    }
    const dotted = dottedUnder(lead.candidate, inner);
    const listed = dotted.length > 0 ? [] : listUnder(lead, inner, survey);
    for (const sub of [...dotted, ...listed]) subs.push(sub);
    if (listed.length === 0) kept.push(lead.candidate);
  }
  return { kept, subs };
}
