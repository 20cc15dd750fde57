import type { Survey } from './candidates';
import { isAnswerHint, summaryText } from './fold';
import type { Label, LabelKind } from './labels';
import type { Line } from './line';
import type { OptionRun } from './option-runs';
import type { Wishes } from './question-wishes';
import type { Lead } from './structure';
import { verbatim } from './verbatim';

/** A stretch of a question's lines with one meaning: lines [start, end). */
export interface Part {
  kind: 'body' | LabelKind;
  /** What follows the label on the line `start`; undefined when the part has no label of its own. */
  first: string | undefined;
  start: number;
  end: number;
  isMarked: boolean;
  language: string | null;
}

/** A question's lines, told apart. */
export interface Dissection {
  lead: Lead;
  parts: Part[];
  run: OptionRun | null;
  /** Number of parts that stand before the options; the rest follows them. */
  beforeRun: number;
  /** First line after the stem's own lines. */
  bodyStart: number;
  /** All of the first part is stem, code and options too. */
  isWholeStem?: boolean;
}

const ASIDES = new Set<LabelKind>(['rubric', 'follow-up', 'references']);
const SINGLE_LINE = new Set<LabelKind>(['difficulty', 'tags', 'metadata']);
/** A prose body longer than this before an answer label is the answer itself, the label a word in it. */
const LONGEST_STEM = 1_200;

const VALUE =
  /[(（][^)）]*[)）]|\d+|out of|very|easy|medium|hard|beginner|intermediate|advanced|简单|中等|困难|较难|容易/giu;
/** Letters beyond a value that make a sentence of a line that ends with a full stop. */
const LONG_REMARK = 5;

/** "难度：5/10 是一种写法。" talks about a rating; "难度：5/10" and "标签：缓存、哈希。" give one, or tags. */
function isRemark(rest: string): boolean {
  if (!/[。！？.!?]$/u.test(rest.trim()) || /[,，、;；|《]/u.test(rest)) return false;
  const letters = rest.replace(VALUE, '').match(/\p{L}/gu) ?? [];
  return letters.length >= LONG_REMARK && /\d|\s\p{L}+\s|[\u4e00-\u9fff]{5}/u.test(rest);
}

/** Walks a question's lines once; labels, folded blocks and options open new parts. */
class Dissector {
  readonly parts: Part[] = [];
  run: OptionRun | null = null;
  beforeRun = 0;
  private hasText = false;
  private readonly wishes: Wishes | undefined;

  constructor(
    private readonly survey: Survey,
    private readonly lead: Lead,
  ) {
    this.wishes = lead.wishes;
  }

  walk(bodyStart: number): void {
    const { rest, inline } = this.lead.candidate;
    const { kind, options } = this.wishes ?? {};
    if (inline !== undefined && kind !== 'open' && options === undefined) this.run = inline.run;
    if (rest === undefined) this.open('body', bodyStart, undefined, null);
    else this.open('answer', bodyStart - 1, rest, { kind: 'answer', isMarked: true, language: null, rest });
    for (let index = bodyStart; index < this.lead.end; index++) {
      const run = this.wishes?.options?.start === index ? this.wishes.options : this.survey.runAt[index];
      if (index === this.wishes?.answerAt) {
        this.openAnswer(index);
        continue;
      }
      if (run?.start === index && this.takesRun(run)) {
        this.close(index);
        this.run = run;
        this.beforeRun = this.parts.length;
        index = Math.min(run.end, this.lead.end) - 1;
        this.open('body', index + 1, undefined, null);
        continue;
      }
      this.step(index);
    }
    this.close(this.lead.end);
  }

  /** Where a person said that the answer begins; its label, if it has one, is no part of it. */
  private openAnswer(index: number): void {
    const label = this.survey.labels[index] ?? null;
    const isLabelled = label?.kind === 'answer' || label?.kind === 'explanation';
    this.open('answer', index, isLabelled ? label.rest : undefined, isLabelled ? label : null);
  }

  /** A person said that the answer begins further down: what looks like one here is none. */
  private isBeforeAnswer(index: number): boolean {
    return index < (this.wishes?.answerAt ?? -1);
  }

  private step(index: number): void {
    const line = this.survey.lines[index];
    if (line === undefined) return;
    const label = this.survey.labels[index];
    if (line.kind === 'html' && /<(?:details|summary)\b/iu.test(line.text)) {
      const summary = summaryText(line);
      const isFold = summary === null || summary === '' || isAnswerHint(summary.replace(/<[^>]*>/gu, ''));
      if (
        isFold &&
        this.current().kind !== 'answer' &&
        !this.hasPart('answer') &&
        !this.isBeforeAnswer(index)
      )
        this.open('answer', index, undefined, null);
      return;
    }
    if (label != null && !this.isBeforeAnswer(index) && this.takes(label, index))
      this.open(label.kind, index, label.rest, label);
    else if (line.kind !== 'blank') this.fill(index);
  }

  private fill(index: number): void {
    const current = this.current();
    if (SINGLE_LINE.has(current.kind as LabelKind) && index > current.start) {
      this.open('body', index, undefined, null);
      this.hasText = true;
      return;
    }
    if (current.kind === 'body') this.hasText = true;
  }

  private takesRun(run: OptionRun): boolean {
    const { answerAt, options } = this.wishes ?? {};
    if (answerAt !== undefined && answerAt < run.end) return false;
    if (run === options) return this.run === null && run.end <= this.lead.end;
    // Options far below the title are a list inside the answer.
    if (this.hasText && this.proseBefore(run.start) > LONGEST_STEM) return false;
    return (
      this.run === null &&
      (run.isStated === true || (!this.hasPart('answer') && !this.hasPart('explanation'))) &&
      run.end <= this.lead.end + 1
    );
  }

  private proseBefore(end: number): number {
    const own = this.survey.lines.slice(this.lead.candidate.index + 1, end);
    return own.reduce((sum, line) => sum + (line.kind === 'paragraph' ? line.text.length : 0), 0);
  }

  private takes(label: Label, index: number): boolean {
    const current = this.current();
    const answered = this.parts.find((part) => part.kind === 'answer') ?? null;
    switch (label.kind) {
      case 'answer':
        if (label.isKey === true && this.run === null) return false;
        // "Follow-up: …" over "A: …": the question itself is answered above.
        if (current.kind === 'follow-up' && this.hasText) return false;
        if (answered !== null) return label.language !== null || this.isEmptyFold(answered, index);
        return true;
      case 'question':
        return answered === null && this.parts.length <= 6 && (label.isMarked || !this.hasText);
      case 'options':
        return answered === null;
      case 'explanation':
        if (this.run !== null) return true;
        return label.isMarked && (answered === null ? !this.hasText : answered.isMarked);
      case 'key-points':
      case 'mistakes':
        return label.isMarked && (answered !== null || this.hasPart('rubric') || this.hasPart('question'));
      case 'difficulty':
      case 'tags':
      case 'metadata':
        return (
          (label.isMarked || (!this.hasText && !isRemark(label.rest))) &&
          label.rest.length <= 80 &&
          (current.kind !== 'answer' || label.isMarked)
        );
      default:
        return ASIDES.has(label.kind) && label.isMarked;
    }
  }

  /** `<details>` opened the answer and nothing but wrappers came since: the label inside is the real beginning. */
  private isEmptyFold(answered: Part, index: number): boolean {
    if (answered !== this.current() || answered.first !== undefined) return false;
    return this.survey.lines
      .slice(answered.start, index)
      .every((line) => line.kind === 'html' || line.kind === 'blank');
  }

  private hasPart(kind: Part['kind']): boolean {
    return this.parts.some((part) => part.kind === kind);
  }

  private current(): Part {
    return this.parts.at(-1) as Part;
  }

  private open(kind: Part['kind'], start: number, first: string | undefined, label: Label | null): void {
    this.close(start);
    // A fold that held only wrappers gives way to the labelled answer inside it.
    if (kind === 'answer' && this.parts.at(-1)?.kind === 'answer' && label?.language == null)
      this.parts.pop();
    this.parts.push({
      kind,
      first,
      start,
      end: -1,
      isMarked: label?.isMarked ?? false,
      language: label?.language ?? null,
    });
  }

  private close(end: number): void {
    const last = this.parts.at(-1);
    if (last !== undefined && last.end < 0) last.end = end;
  }
}

function isPresent(part: Part, survey: Survey): boolean {
  if (part.first !== undefined && part.first.trim() !== '') return true;
  const start = part.first === undefined ? part.start : part.start + 1;
  return survey.lines.slice(start, part.end).some((line) => line.kind !== 'blank');
}

/** Tells a question's lines apart: stem, options, answer, explanation, key points, asides. */
export function dissect(lead: Lead, survey: Survey): Dissection {
  let bodyStart = lead.candidate.stemEnd;
  while (bodyStart < lead.end && survey.continuations.has(bodyStart)) bodyStart += 1;
  const dissector = new Dissector(survey, lead);
  dissector.walk(bodyStart);
  const { run } = dissector;
  const before = dissector.parts.slice(0, dissector.beforeRun).filter((part) => isPresent(part, survey));
  const after = dissector.parts.slice(dissector.beforeRun).filter((part) => isPresent(part, survey));
  if (run !== null && lead.wishes?.kind === 'open') return asOpen(lead, bodyStart, run, after);
  const parts = [...before, ...after];
  const isSettled = run !== null || lead.wishes?.answerAt !== undefined;
  return {
    lead,
    parts: isSettled ? parts : withoutLateLabel(parts, survey, lead),
    run,
    beforeRun: before.length,
    bodyStart,
  };
}

/** A person said that it is no choice: the options are words of the stem, what follows them is the answer. */
function asOpen(lead: Lead, bodyStart: number, run: OptionRun, after: readonly Part[]): Dissection {
  const stem: Part = {
    kind: 'body',
    first: undefined,
    start: bodyStart,
    end: Math.min(run.end, lead.end),
    isMarked: false,
    language: null,
  };
  const hasAnswer = after.some((part) => part.kind === 'answer' || part.kind === 'explanation');
  const rest = after.map((part) => (part.kind === 'body' && !hasAnswer ? asAnswer(part) : part));
  const isAnswered = rest.some((part) => part.kind === 'answer' || part.kind === 'explanation');
  const parts = [stem, ...rest, ...(isAnswered ? [] : [emptyAnswer(stem.end)])];
  return { lead, parts, run: null, beforeRun: 0, bodyStart, isWholeStem: true };
}

function asAnswer(part: Part): Part {
  return { ...part, kind: 'answer' };
}

/** Keeps the body above it from being taken for the answer. */
function emptyAnswer(at: number): Part {
  return { kind: 'answer', first: undefined, start: at, end: at, isMarked: false, language: null };
}

/** "答案：" deep inside a long text is a word of the answer. */
function withoutLateLabel(parts: Part[], survey: Survey, lead: Lead): Part[] {
  const [body, answer] = parts;
  if (body?.kind !== 'body' || answer?.kind !== 'answer' || lead.candidate.mark.title === '') return parts;
  const length = survey.lines.slice(body.start, body.end).reduce((sum, line) => sum + line.text.length, 0);
  if (length <= LONGEST_STEM || answer.isMarked) return parts;
  return [{ ...body, end: answer.end }, ...parts.slice(2)];
}

/** A part's text, verbatim; '' when there is none. */
export function textOf(part: Part | undefined, lines: readonly Line[]): string {
  return part === undefined ? '' : verbatim(lines, part.start, part.end, part.first);
}

/** The text of the first part of a kind; '' when there is none. */
export function partText(parts: readonly Part[], kind: Part['kind'], lines: readonly Line[]): string {
  return textOf(
    parts.find((part) => part.kind === kind),
    lines,
  );
}
