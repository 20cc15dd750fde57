import type { AddedQuestion, LineRange } from '../model';
import type { Draft } from './assemble';
import type { Line } from './line';

/** What two texts are compared by: white space and quote marks do not count. */
function squeeze(text: string): string {
  return text.replace(/[\s>]+/gu, '');
}

/** Tells whether texts stand in a document; the document is prepared once. */
export class VerbatimCheck {
  private whole: string | null = null;

  constructor(private readonly lines: readonly Line[]) {}

  holds(text: string): boolean {
    this.whole ??= squeeze(this.lines.map((line) => line.source).join('\n'));
    return this.whole.includes(squeeze(text));
  }
}

/** A choice needs two options; its key names some of them. */
function optionsOf({ kind, options, correct }: AddedQuestion): Pick<Draft, 'kind' | 'options' | 'correct'> {
  if (kind !== 'choice' || options === undefined || options.length < 2) return { kind: 'open' };
  const labels = options.map((option) => option.label);
  const isKey = correct !== undefined && correct !== '' && [...correct].every((one) => labels.includes(one));
  return { kind, options, ...(isKey ? { correct } : {}) };
}

/**
 * The draft of a question that was put in. A stem or answer that claims to be the document's and does not stand in it
 * counts as model-written.
 */
export function draftAdded(added: AddedQuestion, lines: LineRange, check: VerbatimCheck): Draft {
  const { start: _start, end: _end, options: _options, correct: _correct, ...content } = added;
  const written = new Set(content.modelWritten ?? []);
  if (!check.holds(content.stem)) written.add('stem');
  if (content.answer !== '' && !check.holds(content.answer)) written.add('answer');
  const modelWritten = (['stem', 'answer'] as const).filter((part) => written.has(part));
  const { modelWritten: _claimed, ...rest } = content;
  return {
    ...rest,
    ...optionsOf(added),
    lines,
    ...(modelWritten.length === 0 ? {} : { modelWritten }),
  };
}
