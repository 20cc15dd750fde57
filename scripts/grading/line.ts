import { z } from 'zod';
import type { Grade, GradeOutcome, GradingTask } from '../../lib/domain/grading';

/** One line of input: an answer with all that is needed to grade it. Further fields are left alone. */
export const gradingLineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string().min(1),
  references: z.array(z.string()),
  answer: z.string(),
  kind: z.enum(['open', 'choice']).default('open'),
  options: z.array(z.object({ label: z.string(), text: z.string() })).optional(),
  correct: z.string().optional(),
  keyPoints: z
    .array(
      z.object({
        text: z.string().min(1),
        weight: z.number().positive().default(1),
        core: z.boolean().default(true),
      }),
    )
    .optional(),
});

export type GradingLine = z.infer<typeof gradingLineSchema>;

export type ReadLine =
  | { state: 'read'; line: GradingLine }
  | { state: 'unreadable'; id: string | number | null; reason: string };

/** Reads one line of a JSON Lines file; a line that does not fit says why, so that every line gets an answer. */
export function readLine(text: string, number: number): ReadLine {
  const content = parse(text);
  const parsed = gradingLineSchema.safeParse(content);
  if (parsed.success) return { state: 'read', line: { id: number, ...parsed.data } };
  const fields = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`);
  const id = z.object({ id: z.union([z.string(), z.number()]) }).safeParse(content);
  return {
    state: 'unreadable',
    id: id.success ? id.data.id : number,
    reason: `line ${number}: ${fields.join('; ')}`,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema's complaint about `undefined` names the line; the parser's own words would not help more.
    return undefined;
  }
}

const HAN = /\p{Script=Han}/u;

/** A line as graders take it. */
export function taskOfLine(line: GradingLine): GradingTask {
  const { question, references, answer, kind, options, correct, keyPoints } = line;
  const isChinese = [question, answer, ...references].some((text) => HAN.test(text));
  return {
    question,
    kind,
    references,
    turns: [{ text: answer }],
    language: isChinese ? 'zh' : 'en',
    ...(options ? { options } : {}),
    ...(correct ? { correct } : {}),
    ...(keyPoints?.length
      ? { points: keyPoints.map((point, index) => ({ id: `p${index + 1}`, ...point })) }
      : {}),
  };
}

/** What may stand beside a grade. */
export interface Beside {
  critique?: string;
  /** The score on the scale that the person's own graded answers set; the raw score stays what it is. */
  calibrated?: number;
}

/** What the command prints for a line. Ungraded: no number stands anywhere, `reason` says why. */
export function resultOf(
  id: string | number | undefined | null,
  outcome: GradeOutcome,
  { critique, calibrated }: Beside = {},
): Record<string, unknown> {
  if (outcome.state === 'ungraded') return withoutGrade(id, `${outcome.reason}: ${outcome.message}`);
  return {
    id: id ?? null,
    state: 'graded',
    ...gradeFields(outcome.grade),
    ...(calibrated === undefined ? {} : { calibrated }),
    ...(critique ? { critique } : {}),
  };
}

/** What the command prints for a line that it could not read: the fault is the input's. */
export function resultOfUnreadable({
  id,
  reason,
}: Extract<ReadLine, { state: 'unreadable' }>): Record<string, unknown> {
  return withoutGrade(id, `bad-input: ${reason}`);
}

function withoutGrade(id: string | number | undefined | null, reason: string): Record<string, unknown> {
  const nothing = { score: null, band: null, points: [], falseClaims: [], flags: [] };
  return { id: id ?? null, state: 'ungraded', ...nothing, reason };
}

function gradeFields(grade: Grade): Record<string, unknown> {
  const { score, band, range, points, falseClaims, flags, usage, choice } = grade;
  return {
    score,
    band,
    ...(range ? { range } : {}),
    points: points.map(({ point, core, verdict, quote }) => ({ point, core, verdict, quote })),
    falseClaims,
    flags,
    ...(choice ? { choice } : {}),
    ...(usage ? { usage } : {}),
  };
}
