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

type Report = (code: string, message: string) => void;

const objectSchema = z.record(z.string(), z.unknown());
const soundSchema = entrySchema.partial().strict();

/**
 * The sound ones of these fields. `report` hears of every other, a field that no entry has among them, by its path
 * below `path`. Null when it is no object at all.
 */
export function soundFields(value: unknown, path: string, report: Report): Partial<BankEntry> | null {
  const whole = soundSchema.safeParse(value);
  if (whole.success) return whole.data;
  const found = objectSchema.safeParse(value);
  if (!found.success) return null;
  const sound: Partial<BankEntry> = {};
  for (const [field, given] of Object.entries(found.data)) {
    const checked = soundSchema.safeParse({ [field]: given });
    if (checked.success) Object.assign(sound, checked.data);
    else report('bad-field', `${describePath(path, checked.error)}; it was left out.`);
  }
  return sound;
}

/** What is sound of a value that should be an entry; null when nothing of it could be one. */
export function checkEntry(value: unknown, path: string, report: Report): BankEntry | null {
  const sound = soundFields(value, path, report);
  if (sound === null) report('bad-field', `${path}: a question is wanted here; it was left out.`);
  else if (sound.stem === undefined) report('no-stem', `${path}: this question has no stem.`);
  return sound === null ? null : completeEntry(sound);
}

function describePath(path: string, { issues }: z.ZodError): string {
  const [first] = issues;
  // A key that is unknown stands in the issue, not in its path.
  const keys = first?.code === 'unrecognized_keys' ? first.keys : (first?.path ?? []);
  const inside = keys.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return `${path}${inside.join('')}: ${first?.message ?? 'not as expected'}`;
}

/** An entry with what follows from the rest: the kind from the options, the answer from the right ones. */
export function completeEntry(sound: Partial<BankEntry>): BankEntry {
  return entryOf({
    ...sound,
    kind: sound.kind ?? (sound.options === undefined ? 'open' : 'choice'),
    stem: sound.stem ?? '',
    answer: sound.answer ?? answerOfOptions(sound),
    topics: sound.topics ?? [],
  });
}

/** Every line end of a file is one LF, whatever system it went through; a byte order mark is none of the text. */
export function plainLines(text: string): string {
  return text.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
}
