import { z } from 'zod';
import { filledLines, readText, reasonOf, UsageError } from '../command';
import { gradingLineSchema } from '../grading/line';

/** A line of a graded set: what `grade` takes, with a person's score and the question it belongs to. */
const gradedLine = gradingLineSchema.extend({
  qid: z.union([z.string(), z.number()]).optional(),
  /** A person's, 0..1. */
  score: z.number().min(0).max(1),
  /** `contradictory` marks an answer that states something wrong. */
  label: z.string().optional(),
  /** A person's verdict per key point, in the order of `keyPoints`. */
  verdicts: z.array(z.enum(['covered', 'partial', 'missing', 'contradicted'])).optional(),
});

export type GradedLine = z.infer<typeof gradedLine>;

/** @throws UsageError naming the first line that does not fit, and for a file without lines. */
export function readGradedSet(file: string): GradedLine[] {
  const read = filledLines(readText(file)).map(({ line, number }) => readGraded(line, `${file}:${number}`));
  if (read.length === 0) throw new UsageError(`${file} holds no graded answers.`);
  return read;
}

function readGraded(line: string, place: string): GradedLine {
  const parsed = gradedLine.safeParse(parse(line, place));
  if (parsed.success) return parsed.data;
  throw new UsageError(`${place}: ${z.prettifyError(parsed.error)}`);
}

function parse(line: string, place: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new UsageError(`${place}: ${reasonOf(error)}`);
  }
}

export function questionOf(line: GradedLine): string {
  return String(line.qid ?? line.question);
}
