import { z } from 'zod';

/** Bytes of a whole list: more than a person ever presses, and room for what a model found in a long document. */
export const LARGEST_CORRECTIONS_BYTES = 8 * 1024 * 1024;
const MOST_CORRECTIONS = 5_000;
/** Characters. */
const LONGEST_TEXT = 200_000;
const LONGEST_LABEL = 500;

const text = z.string().max(LONGEST_TEXT);
const label = z.string().max(LONGEST_LABEL);
const anchor = z.object({ line: z.int().min(1), text });
const kind = z.enum(['open', 'choice']);

const addedFields = z.object({
  kind,
  stem: text.min(1),
  context: text.optional(),
  options: z
    .array(z.object({ label: label.min(1), text }))
    .max(26)
    .optional(),
  correct: label.optional(),
  answer: text,
  explanation: text.optional(),
  difficulty: z.number().min(1).max(10).optional(),
  topics: z.array(label).max(20),
  tags: z.array(label).max(50).optional(),
  keyPoints: z
    .array(z.object({ text, weight: z.number().positive(), core: z.boolean() }))
    .max(50)
    .optional(),
  mistakes: z.array(text).max(50).optional(),
  modelWritten: z
    .array(z.enum(['stem', 'answer']))
    .max(2)
    .optional(),
  start: anchor,
  end: anchor,
});

/** A choice that could not be asked as one would become an open question without a word. */
const addedQuestion = addedFields.superRefine(({ kind, options = [], correct = '' }, context) => {
  if (kind !== 'choice') return;
  const labels = options.map((option) => option.label);
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (labels.length < 2 || new Set(labels).size < labels.length)
    refuse('options', 'a choice needs two options or more, each with a label of its own');
  if ([...correct].some((letter) => !labels.includes(letter))) refuse('correct', 'names no such option');
});

const correction = z.discriminatedUnion('type', [
  z.object({ type: z.literal('begin'), at: anchor }),
  z.object({ type: z.literal('merge'), at: anchor }),
  z.object({ type: z.literal('drop'), at: anchor }),
  z.object({ type: z.literal('end'), at: anchor, end: anchor }),
  z.object({ type: z.literal('answer'), at: anchor, answer: anchor }),
  z.object({ type: z.literal('kind'), at: anchor, kind }),
  z.object({ type: z.literal('alternative'), id: label.min(1), isTaken: z.boolean() }),
  z.object({ type: z.literal('add'), question: addedQuestion }),
]);

/** `PUT /api/imports/:id/corrections`: the whole list for one document, in the order it is applied. */
export const documentCorrections = z.object({
  document: z.string().min(1).max(1_000),
  corrections: z.array(correction).max(MOST_CORRECTIONS),
  basis: z.string().max(100).optional(),
});
