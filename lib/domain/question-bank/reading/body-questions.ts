import type { Candidate, Survey } from './candidates';
import { nestedInNumbering } from './chains';
import { type Considered, canAsk, type Verdict } from './considered';
import { countedOnShapes } from './counted-on';
import { acceptsGroup, acceptsMember } from './decisions';
import type { Evidence, Spanned, Tally } from './evidence';
import { areFewQuestions, areNamedItems } from './few-questions';
import { FurtherSections } from './further-sections';
import { groupBy } from './group-by';
import { HeadingPaths } from './heading-paths';
import { announcesList, asksBack, isAppendix, isFrame, promisesQuestions } from './likeness';
import { filledAbove, filledFrom } from './line';
import { lastAtOrBefore } from './sorted';

const boldShape = (candidate: Candidate): string => `${candidate.shape}|bold`;

/** "- How …?" in a list of "- **What …?**": the same item, its author forgot the bold. */
function isPlainSibling(candidate: Candidate, bold: ReadonlySet<string>): boolean {
  const { carrier, likeness, mark } = candidate;
  return (
    carrier === 'bullet' && likeness === 1 && /[?？]$/u.test(mark.title) && bold.has(boldShape(candidate))
  );
}

/** Spans of candidates of one group: up to the next of them or the end of the section. */
function spansOf(group: readonly Candidate[], sectionEnd: (index: number) => number): Spanned[] {
  return group.map((candidate, position) => ({
    candidate,
    end: Math.min(group[position + 1]?.index ?? Number.POSITIVE_INFINITY, sectionEnd(candidate.index)),
  }));
}

/** Which lines an accepted question already owns. */
export class Claims {
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

/** Lines that may carry the only question of a document, and how sure that is. */
const FEW_CARRIERS: ReadonlySet<Candidate['carrier'] | undefined> = new Set([
  'numbered',
  'bold',
  'line',
] as const);
const FEW = 0.5;
/** So many items ask inside items that do not, and this share of them, when they are questions. */
const FEWEST_INSIDE = 3;
const MOSTLY_INSIDE = 0.9;

interface JudgedGroup {
  id: string;
  section: number | undefined;
  group: readonly Candidate[];
  evidence: Evidence;
  /** How surely they are questions; ≤ 0: they are not. */
  score: number;
  verdict: Verdict;
  /** The line or the heading above them. */
  title: string;
}

/** Chooses the questions in the body text, section by section, once the headings that are questions are known. */
class BodyChoice {
  readonly chosen: Candidate[] = [];
  private readonly sectionEnd: (index: number) => number;
  private readonly paths: HeadingPaths;
  /** How each shape looks over the whole document. */
  private overall: ReadonlyMap<string, Evidence> = new Map();
  private readonly sectionOf: (index: number) => number;
  private readonly further = new FurtherSections();

  constructor(
    private readonly survey: Survey,
    private readonly tally: Tally,
    private readonly claims: Claims,
    private readonly considered: Considered,
  ) {
    const { headings } = survey;
    this.paths = new HeadingPaths(headings, survey.lines);
    this.sectionOf = (index) => lastAtOrBefore(headings, index);
    this.sectionEnd = (index) => headings[this.sectionOf(index) + 1] ?? survey.lines.length;
  }

  choose(): void {
    const candidates = this.survey.candidates.filter((c) => c.carrier !== 'heading');
    const free = candidates.filter((c) => !this.claims.has(c.index));
    const numbered = free.filter(
      (c) =>
        c.carrier === 'numbered' &&
        c.level <= 1 &&
        c.mark.kind !== 'dotted' &&
        (this.survey.lines[c.index]?.quotes ?? 0) === 0,
    );
    const nested = nestedInNumbering(
      numbered,
      (from, to) => this.sectionOf(from.index) !== this.sectionOf(to.index),
      ({ index }) => ({
        indent: /^\s*/u.exec(this.survey.lines[index]?.source ?? '')?.[0].length ?? 0,
        isParted: ['blank', 'heading', undefined].includes(this.survey.lines[index - 1]?.kind),
      }),
    );
    const body = free.filter((c) => !nested.has(c) || c.isListed || this.ownsOptions(c));
    const isBody = new Set(body);
    this.overall = new Map(
      [...groupBy(body, (c) => c.shape)].map(([shape, group]) => [
        shape,
        this.tally.measure(spansOf(group, this.sectionEnd)),
      ]),
    );
    for (const members of groupBy(body, (c) => String(this.sectionOf(c.index))).values())
      this.chooseInSection(members);
    this.chooseInside(candidates.filter((c) => !isBody.has(c)));
  }

  /** Options right below it: a question whatever its number, which a typist may get wrong. */
  private ownsOptions(candidate: Candidate): boolean {
    const index = filledFrom(this.survey.lines, candidate.stemEnd);
    return this.survey.runAt[index]?.start === index;
  }

  private chooseInSection(members: readonly Candidate[]): void {
    const bold = new Set(members.filter((c) => c.mark.isBold).map((c) => c.shape));
    const countedOn = countedOnShapes(members);
    const shapeOf = (c: Candidate): string =>
      isPlainSibling(c, bold) ? boldShape(c) : (countedOn.get(c.shape) ?? c.shape);
    const groups = [...groupBy(members, shapeOf)]
      .map(([shape, group]) => this.judge(shape, group))
      .sort((a, b) => b.score - a.score || (a.group[0]?.index ?? 0) - (b.group[0]?.index ?? 0));
    for (const judged of groups) {
      const taken = this.take(judged);
      if (judged.verdict === 'taken')
        for (const { candidate, end } of spansOf(taken, this.sectionEnd))
          this.claims.claim(candidate.index, isOutlined(candidate) ? candidate.stemEnd : end);
    }
  }

  private judge(shape: string, group: readonly Candidate[]): JudgedGroup {
    const spans = spansOf(group, this.sectionEnd);
    const evidence = this.tally.measure(spans);
    const section = this.survey.headings[this.sectionOf(group[0]?.index ?? 0)];
    const title = this.survey.lines[section ?? -1]?.text ?? '';
    const announced = this.announcement(group[0]) ?? this.promise(section, title);
    const usual = acceptsGroup(group, evidence, this.overall.get(shape), announced, this.survey.title);
    const isFew = FEW_CARRIERS.has(group[0]?.carrier) && areFewQuestions(spans, this.survey, this.tally);
    const isNaming = usual <= 0 && areNamedItems(spans, this.survey, evidence);
    const isFurther = this.further.goesOn(shape, group, title);
    const score = usual > 0 || !(isFew || isNaming || isFurther) ? usual : FEW;
    const id = this.considered.identify(shape, title);
    return {
      id,
      section,
      group,
      evidence,
      score,
      verdict: this.considered.judge(id, score > 0),
      title: announced,
    };
  }

  /** The line right above a list that says whose questions follow: "他问了以下问题：". */
  private announcement(first: Candidate | undefined): string | undefined {
    const index = filledAbove(this.survey.lines, first?.index ?? 0);
    const line = this.survey.lines[index];
    const isOwn = line?.kind === 'paragraph' && line.item === null;
    return isOwn && announcesList(line.text, this.survey.title.promises) ? line.text : undefined;
  }

  /** The title of a section, or of the one around it that promises questions. */
  private promise(section: number | undefined, title: string): string {
    if (section === undefined || promisesQuestions(title) || isAppendix(title) || isFrame(title))
      return title;
    const around = this.paths
      .above(section)
      .filter((index) => index !== this.survey.headings[0])
      .map((index) => this.survey.lines[index]?.text ?? '');
    return asksBack(title) ? title : (around.reverse().find(promisesQuestions) ?? title);
  }

  /** What a person takes neither asks whose lines they are nor keeps others from being questions. */
  private take({ id, section, group, evidence, verdict, title }: JudgedGroup): Candidate[] {
    // One or two say little of what is usual.
    const overall = group.length < 3 ? this.overall.get(group[0]?.shape ?? '') : undefined;
    const memberEvidence = overall === undefined ? evidence : { ...evidence, likeness: overall.likeness };
    const taken = group.filter((c) => {
      if (verdict === 'forced') return canAsk(c);
      const isOne = acceptsMember(c, memberEvidence, title) || this.ownsOptions(c);
      return verdict === 'taken' && !this.claims.has(c.index) && isOne;
    });
    for (const candidate of taken) this.chosen.push(candidate);
    this.further.add(taken, this.survey.lines[section ?? -1]?.text ?? '');
    const where = section === undefined ? {} : { section };
    this.considered.add({ id, members: group, evidence, isTaken: taken.length > 0, ...where });
    return taken;
  }

  /** Items that ask below items that do not: "3. DeepFM" over "(1) How is it built?". */
  private asksInside(group: readonly Candidate[]): boolean {
    const free = group.filter((candidate) => !this.claims.has(candidate.index));
    const asking = free.filter((candidate) => candidate.likeness === 1);
    const marked = asking.filter((candidate) => /[?？]$/u.test(candidate.mark.title));
    return (
      asking.length >= FEWEST_INSIDE &&
      asking.length >= free.length * MOSTLY_INSIDE &&
      marked.length * 2 >= asking.length
    );
  }

  /** What stands inside a question or a numbered item is an answer's own structure, unless a person takes it. */
  private chooseInside(inside: readonly Candidate[]): void {
    for (const [shape, group] of groupBy(inside, (c) => c.shape)) {
      const id = this.considered.identify(`${shape}|inside`, '');
      const evidence = this.tally.measure(spansOf(group, this.sectionEnd));
      const verdict = this.considered.judge(id, this.asksInside(group));
      this.take({ id, section: undefined, group, evidence, score: 0, verdict, title: '' });
    }
  }
}

/** A question of an outline: what stands below it is the outline's, also where it asks. */
function isOutlined({ isListed, carrier }: Candidate): boolean {
  return isListed && carrier !== 'line';
}

/** Questions in the body text, outside the lines that headings have claimed. */
export function chooseInBody(
  survey: Survey,
  tally: Tally,
  claims: Claims,
  considered: Considered,
): Candidate[] {
  const choice = new BodyChoice(survey, tally, claims, considered);
  choice.choose();
  return choice.chosen;
}
