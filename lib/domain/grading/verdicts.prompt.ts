import { z } from 'zod';
import type { JsonPrompt } from '../prompt';
import { chooseExemplars } from './exemplars/choose';
import { exemplarsBlock } from './exemplars/render';
import { candidateBlock, gradingPrefix, languageName, type PointedTask } from './grading-prompt';

/** Models write null for "none"; both mean the empty text. */
const text = z.preprocess((value) => value ?? '', z.string());

const VERDICTS = ['covered', 'partial', 'missing', 'contradicted'] as const;
const FLAGS: readonly string[] = ['off-topic', 'injection'];
const lowerCase = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : value);
/** A flag that nobody knows ("none") says nothing, and is no reason to lose the verdicts. */
const knownFlags = (value: unknown) =>
  Array.isArray(value) ? value.filter((flag) => FLAGS.includes(flag)) : [];

/** The reply of the verdict call: quotes and names of verdicts only. A number in it has nowhere to go. */
export const verdictsReplySchema = z.object({
  points: z.array(
    z.object({
      id: z.string(),
      quote: text,
      verdict: z.preprocess(lowerCase, z.enum(VERDICTS)),
      note: text,
    }),
  ),
  falseClaims: z.preprocess((value) => value ?? [], z.array(z.object({ quote: text, reason: text }))),
  flags: z.preprocess(knownFlags, z.array(z.enum(['off-topic', 'injection']))),
  referenceDoubt: text,
});

export type VerdictsReply = z.infer<typeof verdictsReplySchema>;

/** Per key point a quote of the answer and then a verdict. The reply counts only once `verifyVerdicts` has checked it. */
export const verdictsPrompt: JsonPrompt<PointedTask, VerdictsReply> = {
  id: 'grading/verdicts@3',
  schemaName: 'verdicts',
  schema: verdictsReplySchema,
  render: (task) => [
    gradingPrefix(task),
    {
      role: 'user',
      content: [
        `Task VERDICTS. Write note, reason and referenceDoubt in ${languageName(task.language)}.`,
        exemplarsBlock(chooseExemplars(task)),
        candidateBlock(task),
      ]
        .filter((part) => part !== '')
        .join('\n\n'),
    },
  ],
};
