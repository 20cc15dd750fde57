import { z } from 'zod';

const text = z.string();
const texts = z.array(text).max(1000);

/** The shape of an edit; whether it makes a question is the domain's to say. */
const content = z.strictObject({
  kind: z.enum(['open', 'choice']).optional(),
  stem: text.optional(),
  context: text.nullish(),
  options: z
    .array(z.strictObject({ label: text, text }))
    .max(1000)
    .nullish(),
  correct: text.nullish(),
  answer: text.nullish(),
  explanation: text.nullish(),
  difficulty: z.number().nullish(),
  topics: texts.optional(),
  tags: texts.nullish(),
  keyPoints: z
    .array(z.strictObject({ text, weight: z.number(), core: z.boolean() }))
    .max(1000)
    .nullish(),
  mistakes: texts.nullish(),
});

/** The body of `PATCH /api/questions/:id`. */
export const questionChange = z.object({
  content,
  basis: text.max(100).optional(),
});
