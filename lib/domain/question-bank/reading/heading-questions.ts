import type { Candidate, Survey } from './candidates';
import { acceptsMember } from './decisions';
import type { Evidence, Spanned, Tally } from './evidence';

type Accepts = (group: readonly Candidate[], evidence: Evidence) => boolean;

/** A heading's span by the book: up to the next heading that is not below it. Linear, from the end. */
export function headingSpans(headings: readonly Candidate[], survey: Survey): Spanned[] {
  const wanted = new Map(headings.map((candidate) => [candidate.index, candidate]));
  const nextByDepth = new Array<number>(8).fill(survey.lines.length);
  const spans: Spanned[] = [];
  for (const index of [...survey.headings].reverse()) {
    const line = survey.lines[index];
    if (line === undefined) continue;
    const candidate = wanted.get(index);
    if (candidate !== undefined)
      spans.push({ candidate, end: Math.min(...nextByDepth.slice(1, line.depth + 1)) });
    nextByDepth[line.depth] = index;
  }
  return spans.reverse();
}

interface Shape {
  spans: Spanned[];
  evidence: Evidence;
}

/** How many of the outer spans hold an inner heading, and how many begin with one straight away. */
function containment(
  outer: readonly Spanned[],
  inner: ReadonlySet<number>,
  survey: Survey,
): { holding: number; direct: number } {
  let holding = 0;
  let direct = 0;
  for (const { candidate, end } of outer) {
    let isFirst = true;
    for (let index = candidate.index + 1; index < end; index++) {
      if (inner.has(index)) {
        holding += 1;
        if (isFirst) direct += 1;
        break;
      }
      if (survey.lines[index]?.kind !== 'blank') isFirst = false;
    }
  }
  return { holding, direct };
}

/** Of two accepted shapes, one inside the other, only one asks; the outer one loses when it has no text of its own. */
function isSectionFor(outer: Shape, inner: Shape, survey: Survey): boolean {
  const starts = new Set(inner.spans.map((span) => span.candidate.index));
  const { holding, direct } = containment(outer.spans, starts, survey);
  if (holding === 0) return false;
  const strength = (shape: Shape): number =>
    shape.evidence.answers + shape.evidence.options + shape.evidence.likeness;
  return direct * 2 >= holding || strength(inner) > strength(outer) + 0.3;
}

/** Headings that are questions: shape by shape over the whole document, outer shapes first. */
export function chooseHeadings(survey: Survey, tally: Tally, accepts: Accepts): Candidate[] {
  const all = survey.candidates.filter((candidate) => candidate.carrier === 'heading');
  const byShape = new Map<string, Candidate[]>();
  for (const candidate of all) {
    const group = byShape.get(candidate.shape);
    if (group === undefined) byShape.set(candidate.shape, [candidate]);
    else group.push(candidate);
  }
  let shapes: Shape[] = [...byShape.values()]
    .map((group) => headingSpans(group, survey))
    .map((spans) => ({ spans, evidence: tally.measure(spans) }))
    .filter((shape) =>
      accepts(
        shape.spans.map((span) => span.candidate),
        shape.evidence,
      ),
    )
    .sort((a, b) => (a.spans[0]?.candidate.level ?? 0) - (b.spans[0]?.candidate.level ?? 0));
  shapes = shapes.filter(
    (outer, position) =>
      !shapes
        .slice(position + 1)
        .some((inner) => isDeeper(inner, outer) && isSectionFor(outer, inner, survey)),
  );
  const chosen: Candidate[] = [];
  const claimed = new Array<boolean>(survey.lines.length).fill(false);
  for (const shape of shapes) {
    for (const { candidate, end } of shape.spans) {
      if (claimed[candidate.index] === true || !acceptsMember(candidate, shape.evidence)) continue;
      chosen.push(candidate);
      claimed.fill(true, candidate.index + 1, end);
    }
  }
  return chosen;
}

function isDeeper(inner: Shape, outer: Shape): boolean {
  return (inner.spans[0]?.candidate.level ?? 0) > (outer.spans[0]?.candidate.level ?? 0);
}
