import type { Candidate, Survey } from './candidates';
import { type Considered, canAsk, type Verdict } from './considered';
import { acceptsMember } from './decisions';
import type { Evidence, Spanned, Tally } from './evidence';
import { areFewQuestions, areNamedQuestions } from './few-questions';
import { groupBy } from './group-by';
import { acceptsHeadings } from './heading-decisions';
import { HeadingPaths } from './heading-paths';
import { isAppendix, isFrame } from './likeness';
import { isKindTitle } from './metadata';
import { MANY, SURE } from './thresholds';

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
  id: string;
  spans: Spanned[];
  evidence: Evidence;
  /** The same without "Preface" and "Summary": what holds for a heading between them. */
  unframed: Evidence;
  verdict: Verdict;
  /** They only name what is to be explained; the document's title says that they ask. */
  isNaming: boolean;
  /** The picture that nearly all of them begin with; '': they have none in common. */
  sign: string;
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

/** How much less the headings inside must ask than those outside to be parts of their answers. */
const FEWER_ASK = 0.2;
const FEWEST_OUTER = 3;

/** Of two accepted shapes, one inside the other, only one asks; the outer one loses when it has no text of its own. */
function isSectionFor(outer: Shape, inner: Shape, survey: Survey): boolean {
  const starts = new Set(inner.spans.map((span) => span.candidate.index));
  const { holding, direct } = containment(outer.spans, starts, survey);
  if (holding === 0) return false;
  // Where those outside ask and those inside also name, these are parts of the answers.
  const { count, likeness } = outer.evidence;
  if (count >= FEWEST_OUTER && likeness >= SURE && likeness - inner.evidence.likeness >= FEWER_ASK)
    return false;
  const strength = (shape: Shape): number =>
    shape.evidence.answers + shape.evidence.options + shape.evidence.likeness;
  return direct * 2 >= holding || strength(inner) > strength(outer) + 0.3;
}

/** Headings that frame the document say nothing of those between them. */
function withoutFrames(spans: readonly Spanned[]): readonly Spanned[] {
  const inner = spans.filter(({ candidate }) => candidate.likeness > 0 || !isFrame(candidate.mark.title));
  return inner.length === 0 ? spans : inner;
}

/** Share of headings that begin with one picture, from which on it marks them as a number would. */
const SIGNED = 0.8;
/** Fewer may have it by chance. */
const FEWEST_SIGNED = 5;

function sharedSign(members: readonly Candidate[]): string {
  const [largest] = [...groupBy(members, ({ mark }) => mark.sign)].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const [sign = '', signed = []] = largest ?? [];
  return signed.length >= Math.max(FEWEST_SIGNED, members.length * SIGNED) ? sign : '';
}

/** "1、Build a cache" under "一、编程题": numbered below a title that names a kind of question. */
function isOfKind({ index, level, mark }: Candidate, paths: HeadingPaths, { lines }: Survey): boolean {
  const outer = paths.above(index).filter((at) => (lines[at]?.depth ?? 0) < level);
  return mark.path.length > 0 && isKindTitle(lines[outer.at(-1) ?? -1]?.text ?? '');
}

/** Every shape of heading in the document, outer shapes first, with what is thought of it. */
function judgeShapes(survey: Survey, tally: Tally, considered: Considered): Shape[] {
  const all = survey.candidates.filter((candidate) => candidate.carrier === 'heading');
  const paths = new HeadingPaths(survey.headings, survey.lines);
  return [...groupBy(all, ({ shape }) => shape)]
    .map(([shape, group]) => {
      const spans = headingSpans(group, survey);
      const evidence = tally.measure(spans);
      const unframed = tally.measure(withoutFrames(spans));
      const members = spans.map((span) => span.candidate);
      const id = considered.identify(shape, '');
      const asks =
        acceptsHeadings(members, evidence, survey.title) ||
        areFewQuestions(spans, survey, tally) ||
        members.every((member) => isOfKind(member, paths, survey));
      const isNaming = !asks && areNamedQuestions(spans, survey, evidence);
      return {
        id,
        spans,
        evidence,
        unframed,
        verdict: considered.judge(id, asks || isNaming),
        isNaming,
        sign: sharedSign(members),
      };
    })
    .sort((a, b) => (a.spans[0]?.candidate.level ?? 0) - (b.spans[0]?.candidate.level ?? 0));
}

/** Sections that hold no question and ask themselves: "2.6 What is …?" beside "2.9 Regression" with 2.9.1 to 2.9.4. */
function leavesOf(outer: Shape, inner: readonly Shape[]): Spanned[] {
  const starts = inner
    .flatMap((shape) => shape.spans.map((span) => span.candidate.index))
    .sort((a, b) => a - b);
  let at = 0;
  return outer.spans.filter(({ candidate, end }) => {
    while ((starts[at] ?? Number.POSITIVE_INFINITY) <= candidate.index) at += 1;
    return candidate.likeness === 1 && (starts[at] ?? Number.POSITIVE_INFINITY) >= end;
  });
}

function acceptsHeading(candidate: Candidate, { unframed, isNaming, sign }: Shape): boolean {
  const { title } = candidate.mark;
  if (acceptsMember(candidate, unframed)) return true;
  const isOne = isNaming || areBareNames(unframed) || (sign !== '' && candidate.mark.sign === sign);
  return isOne && !isFrame(title) && !isAppendix(title) && canAsk(candidate);
}

/** Share of headings with text below, up to which they are a list. */
const BARE = 0.1;

/** Many headings without a word below: no sections, whatever the others among them name. */
function areBareNames({ count, bodies }: Evidence): boolean {
  return count >= MANY && bodies <= BARE;
}

/** Headings that are questions: shape by shape over the whole document, outer shapes first. */
export function chooseHeadings(survey: Survey, tally: Tally, considered: Considered): Candidate[] {
  const all = judgeShapes(survey, tally, considered);
  const accepted = all.filter((shape) => shape.verdict !== 'left');
  const shapes = accepted.map((outer, position) => {
    if (outer.verdict === 'forced') return outer;
    const inner = accepted
      .slice(position + 1)
      .filter((shape) => isDeeper(shape, outer) && isSectionFor(outer, shape, survey));
    return inner.length === 0 ? outer : { ...outer, spans: leavesOf(outer, inner) };
  });
  const chosen = new Set<Candidate>();
  const claimed = new Array<boolean>(survey.lines.length).fill(false);
  for (const shape of shapes) {
    const isForced = shape.verdict === 'forced';
    for (const { candidate, end } of shape.spans) {
      const isFree = claimed[candidate.index] !== true && acceptsHeading(candidate, shape);
      if (isForced ? !canAsk(candidate) : !isFree) continue;
      chosen.add(candidate);
      claimed.fill(true, candidate.index + 1, end);
    }
  }
  for (const candidate of askingSiblings(all, shapes))
    if (claimed[candidate.index] !== true) chosen.add(candidate);
  for (const { id, spans, evidence } of all) {
    const members = spans.map((span) => span.candidate);
    considered.add({ id, members, evidence, isTaken: members.some((member) => chosen.has(member)) });
  }
  return [...chosen];
}

/** "## How does …?" among "## 1. …" and "## 2. …" that are questions: its author forgot the number. */
function askingSiblings(all: readonly Shape[], accepted: readonly Shape[]): Candidate[] {
  const levels = new Set(
    accepted.filter(({ spans }) => spans.length >= 3).map(({ spans }) => spans[0]?.candidate.level),
  );
  const left = all.filter((shape) => !accepted.some(({ id }) => id === shape.id));
  return left
    .filter(({ spans }) => levels.has(spans[0]?.candidate.level))
    .flatMap(({ spans }) => spans.map(({ candidate }) => candidate))
    .filter(({ likeness, mark }) => likeness === 1 && /[?？]$/u.test(mark.title));
}

function isDeeper(inner: Shape, outer: Shape): boolean {
  return (inner.spans[0]?.candidate.level ?? 0) > (outer.spans[0]?.candidate.level ?? 0);
}
