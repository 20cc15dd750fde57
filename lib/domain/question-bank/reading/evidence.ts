import type { Candidate, Survey } from './candidates';

/** What speaks for a group of alike candidates being the questions. All but `count` are 0..1 means over the group. */
export interface Evidence {
  count: number;
  /** The titles ask. */
  likeness: number;
  /** Exactly one answer label stands in each span. */
  answers: number;
  /** Exactly one run of options stands in each span. */
  options: number;
  /** Something follows the title within the span. */
  bodies: number;
  /** Paragraphs per span (a mean count). */
  blocks: number;
  /** Share of the lines below the title that are indented. */
  hanging: number;
  /** Explicit question labels per span (a mean count, may pass 1). */
  innerLabels: number;
  /** Lines per span that ask by themselves (a mean count, may pass 1). */
  innerAsking: number;
}

/** A candidate with the lines that would be its own if it were a question: [index, end). */
export interface Spanned {
  candidate: Candidate;
  end: number;
}

/** Running counts, so that any span is measured in constant time. */
export class Tally {
  private readonly answers: number[] = [0];
  private readonly runs: number[] = [0];
  private readonly labels: number[] = [0];
  private readonly asking: number[] = [0];
  private readonly filled: number[] = [0];
  private readonly indented: number[] = [0];
  private readonly blocks: number[] = [0];
  /** Characters of text, headings and front matter aside. */
  private readonly sizes: number[] = [0];

  constructor(survey: Survey) {
    const isLabelled = new Set(survey.candidates.filter((c) => c.carrier === 'label').map((c) => c.index));
    const isAsking = new Set(
      survey.candidates.filter((c) => c.carrier !== 'heading' && c.likeness === 1).map((c) => c.index),
    );
    for (const [index, line] of survey.lines.entries()) {
      this.asking.push((this.asking[index] ?? 0) + (isAsking.has(index) ? 1 : 0));
      const isAnswer = survey.labels[index]?.kind === 'answer' && survey.labels[index - 1]?.kind !== 'answer';
      const isRun = survey.runAt[index] != null && survey.runAt[index]?.start === index;
      this.answers.push((this.answers[index] ?? 0) + (isAnswer ? 1 : 0));
      this.runs.push((this.runs[index] ?? 0) + (isRun ? 1 : 0));
      const isText = line.kind !== 'blank' && line.kind !== 'rule';
      this.filled.push((this.filled[index] ?? 0) + (isText ? 1 : 0));
      this.indented.push(
        (this.indented[index] ?? 0) + (isText && /^(?:\t|\s{2})/u.test(line.source) ? 1 : 0),
      );
      this.blocks.push((this.blocks[index] ?? 0) + (isText && line.isBlockStart ? 1 : 0));
      this.labels.push((this.labels[index] ?? 0) + (isLabelled.has(index) ? 1 : 0));
      const isCounted = isText && line.kind !== 'heading' && line.kind !== 'frontmatter';
      this.sizes.push((this.sizes[index] ?? 0) + (isCounted ? line.text.length : 0));
    }
  }

  private static between(counts: readonly number[], start: number, end: number): number {
    return (counts[end] ?? 0) - (counts[start] ?? 0);
  }

  answersIn(start: number, end: number): number {
    return Tally.between(this.answers, start, end);
  }

  /** Share of the document's text, 0..1, that the spans hold together; they must not overlap. */
  shareOf(group: readonly Spanned[]): number {
    const held = group.reduce(
      (sum, { candidate, end }) => sum + Tally.between(this.sizes, candidate.index, end),
      0,
    );
    return held / Math.max(1, this.sizes.at(-1) ?? 0);
  }

  measure(group: readonly Spanned[]): Evidence {
    const mean = (value: (spanned: Spanned) => number): number =>
      group.length === 0 ? 0 : group.reduce((sum, spanned) => sum + value(spanned), 0) / group.length;
    const once = (count: number, most: number): number => (count >= 1 && count <= most ? 1 : 0);
    return {
      count: group.length,
      likeness: mean(({ candidate }) => candidate.likeness),
      answers: mean(({ candidate, end }) =>
        candidate.rest === undefined ? once(Tally.between(this.answers, candidate.index + 1, end), 2) : 1,
      ),
      options: mean(({ candidate, end }) =>
        once(
          Tally.between(this.runs, candidate.index + 1, end) + (candidate.inline === undefined ? 0 : 1),
          1,
        ),
      ),
      bodies: mean(({ candidate, end }) =>
        candidate.rest !== undefined || Tally.between(this.filled, candidate.stemEnd, end) > 0 ? 1 : 0,
      ),
      blocks: mean(({ candidate, end }) => Tally.between(this.blocks, candidate.index + 1, end)),
      hanging: mean(({ candidate: { stemEnd }, end }) => {
        const filled = Tally.between(this.filled, stemEnd, end);
        return filled === 0 ? 0 : Tally.between(this.indented, stemEnd, end) / filled;
      }),
      innerAsking: mean(({ candidate, end }) => Tally.between(this.asking, candidate.index + 1, end)),
      innerLabels: mean(({ candidate, end }) => Tally.between(this.labels, candidate.index + 1, end)),
    };
  }
}
