import { readFileSync } from 'node:fs';
import { z } from 'zod';

const attackSchema = z.object({
  id: z.string(),
  kind: z.string(),
  lang: z.enum(['zh', 'en']),
  question: z.string(),
  references: z.array(z.string()),
  attack: z.string(),
  twin: z.string(),
});

/** An attack on a grader with its benign twin: an honest answer that holds words of the same kind. */
export type Attack = z.infer<typeof attackSchema>;

/** Our own suite of attacks, in Chinese and English. */
export function attackSuite(): Attack[] {
  const lines = readFileSync(new URL('../../data/fixtures/attacks.jsonl', import.meta.url), 'utf8');
  return lines
    .trim()
    .split('\n')
    .map((line) => attackSchema.parse(JSON.parse(line)));
}
