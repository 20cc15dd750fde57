import { z } from 'zod';
import type { LineRange, QuestionContent, ReadingIssue, ReadQuestion } from '../model';

/** What a question says, without where it stands: all that an exported bank holds of it. */
export type BankEntry = QuestionContent & Pick<ReadQuestion, 'modelWritten'>;

export type ExportFormat = 'markdown' | 'json' | 'csv' | 'anki';

/** What was read from one of our own exports. */
export interface BankParse {
  format: ExportFormat;
  title?: string;
  entries: BankEntry[];
  /** Where each entry stands in the text, in the order of `entries`. */
  lines: LineRange[];
  /** What could not be read, or was read otherwise than it stands; never a silent loss. */
  issues: ReadingIssue[];
}

/** Marks our own exports: the format's name and version. A change that older readers would misread raises it. */
export const BANK_MARK = 'bank/1';

const authoredKeyPoint = z.object({ text: z.string(), weight: z.number().positive(), core: z.boolean() });

/** The fields of an entry, in the order in which they are written. */
export const entrySchema = z.object({
  kind: z.enum(['open', 'choice']),
  stem: z.string(),
  context: z.string().optional(),
  options: z.array(z.object({ label: z.string(), text: z.string() })).optional(),
  correct: z.string().optional(),
  answer: z.string(),
  explanation: z.string().optional(),
  difficulty: z.number().optional(),
  topics: z.array(z.string()),
  tags: z.array(z.string()).optional(),
  keyPoints: z.array(authoredKeyPoint).optional(),
  mistakes: z.array(z.string()).optional(),
  modelWritten: z.array(z.enum(['stem', 'answer'])).optional(),
});

export const ENTRY_FIELDS = Object.keys(entrySchema.shape) as (keyof BankEntry)[];

/** The entry of a question: its content alone, in the order of the fields, without what is absent. */
export function entryOf(question: BankEntry): BankEntry {
  const found = ENTRY_FIELDS.filter((field) => question[field] !== undefined);
  return Object.fromEntries(found.map((field) => [field, question[field]])) as unknown as BankEntry;
}

/** The answer of a choice question that is not written out: the texts of its right options. */
export function answerOfOptions({ options, correct }: Pick<BankEntry, 'options' | 'correct'>): string {
  const right = (options ?? []).filter(({ label }) => label !== '' && correct?.includes(label));
  return right.map(({ text }) => text).join('\n');
}

export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Every line end of a file is one LF, whatever system it went through; a byte order mark is none of the text. */
export function plainLines(text: string): string {
  return text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
}
