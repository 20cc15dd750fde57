import type { QuestionContent } from './model';

/** The most that one question may hold: far more than any that is asked aloud, and little enough to be sent to a model. */
export const CONTENT_LIMITS = {
  /** Characters of stem, context, answer and explanation each. */
  text: 40_000,
  /** Characters of an option, a key point or a mistake. */
  line: 4000,
  /** Characters of a topic or tag. */
  name: 200,
  /** One capital letter each. */
  options: 26,
  names: 30,
  points: 60,
  weight: 100,
  /** Difficulty is a whole step from 1 to this. */
  difficulty: 10,
} as const;

export type ContentProblemCode =
  | 'blank'
  | 'too-long'
  | 'too-few'
  | 'too-many'
  | 'duplicate'
  /** An option's label is not one letter from A to Z. */
  | 'not-a-letter'
  /** The key names an option that is not there. */
  | 'no-such-option'
  | 'out-of-range';

/** Why an edit cannot be saved, tied to where it stands. */
export interface ContentProblem {
  field: keyof QuestionContent;
  /** 0-based, of a list. */
  index?: number;
  code: ContentProblemCode;
}

/**
 * Everything that speaks against a question of this content; empty when nothing does. Expects `settleContent`'s form.
 * @param before what the question said until now: what was already so (a document may hold anything) does not stand in
 * the way of changing something else
 */
export function checkContent(content: QuestionContent, before?: QuestionContent): ContentProblem[] {
  const known = new Set((before ? problemsOf(before) : []).map((problem) => JSON.stringify(problem)));
  return problemsOf(content).filter((problem) => !known.has(JSON.stringify(problem)));
}

function problemsOf(content: QuestionContent): ContentProblem[] {
  return [
    ...(content.stem.trim() === '' ? [{ field: 'stem', code: 'blank' } as const] : []),
    ...(['stem', 'context', 'answer', 'explanation'] as const).flatMap((field) =>
      (content[field]?.length ?? 0) > CONTENT_LIMITS.text ? [{ field, code: 'too-long' } as const] : [],
    ),
    ...(content.kind === 'choice' ? checkOptions(content) : []),
    ...checkDifficulty(content),
    ...checkList('topics', content.topics, { most: CONTENT_LIMITS.names, longest: CONTENT_LIMITS.name }),
    ...checkList('tags', content.tags ?? [], { most: CONTENT_LIMITS.names, longest: CONTENT_LIMITS.name }),
    ...checkList('mistakes', content.mistakes ?? [], {
      most: CONTENT_LIMITS.points,
      longest: CONTENT_LIMITS.line,
    }),
    ...checkPoints(content),
  ];
}

function checkOptions({ options = [], correct = '' }: QuestionContent): ContentProblem[] {
  const problems = checkList(
    'options',
    options.map(({ text }) => text),
    { most: CONTENT_LIMITS.options, longest: CONTENT_LIMITS.line },
  );
  const labels = options.map(({ label }) => label);
  labels.forEach((label, index) => {
    if (!/^[A-Z]$/.test(label)) problems.push({ field: 'options', index, code: 'not-a-letter' });
    else if (labels.indexOf(label) < index) problems.push({ field: 'options', index, code: 'duplicate' });
  });
  if (options.length < 2) problems.push({ field: 'options', code: 'too-few' });
  if ([...correct].some((letter) => !labels.includes(letter)))
    problems.push({ field: 'correct', code: 'no-such-option' });
  return problems;
}

function checkDifficulty({ difficulty }: QuestionContent): ContentProblem[] {
  const isRight =
    difficulty === undefined ||
    (Number.isFinite(difficulty) && difficulty >= 1 && difficulty <= CONTENT_LIMITS.difficulty);
  return isRight ? [] : [{ field: 'difficulty', code: 'out-of-range' }];
}

function checkPoints({ keyPoints = [] }: QuestionContent): ContentProblem[] {
  const problems = checkList(
    'keyPoints',
    keyPoints.map(({ text }) => text),
    { most: CONTENT_LIMITS.points, longest: CONTENT_LIMITS.line },
  );
  keyPoints.forEach(({ weight }, index) => {
    if (!(weight > 0 && weight <= CONTENT_LIMITS.weight))
      problems.push({ field: 'keyPoints', index, code: 'out-of-range' });
  });
  return problems;
}

function checkList(
  field: ContentProblem['field'],
  texts: readonly string[],
  { most, longest }: { most: number; longest: number },
): ContentProblem[] {
  const each = texts.flatMap((text, index): ContentProblem[] => {
    if (text.trim() === '') return [{ field, index, code: 'blank' }];
    return text.length > longest ? [{ field, index, code: 'too-long' }] : [];
  });
  return texts.length > most ? [...each, { field, code: 'too-many' }] : each;
}
