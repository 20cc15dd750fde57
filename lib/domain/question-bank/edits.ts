import { hashText } from '../ids';
import type { Question, QuestionContent, QuestionEdits } from './model';

type Field = keyof QuestionContent;

/** Every field that a person may edit, in the order in which a question is read. */
export const EDITABLE_FIELDS = [
  'kind',
  'stem',
  'context',
  'options',
  'correct',
  'answer',
  'explanation',
  'topics',
  'tags',
  'difficulty',
  'keyPoints',
  'mistakes',
] as const satisfies readonly Field[];

/** Fields that every question has; what takes one of them away leaves it as the document has it, or empty. */
const REQUIRED: ReadonlySet<Field> = new Set<Field>(['kind', 'stem', 'topics', 'answer']);
const CHOICE_FIELDS = ['kind', 'options', 'correct'] as const;

/** A question's editable fields and nothing else; fields it does not have are absent. */
export function contentOf(question: QuestionContent): QuestionContent {
  const fields = EDITABLE_FIELDS.map((field) => [field, question[field]] as const);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as unknown as QuestionContent;
}

/** A whole content as a change: what it does not have is taken away. */
export function asWholeChange(content: QuestionContent): QuestionEdits {
  return Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, content[field] ?? null]));
}

/**
 * What counts as the same content written in one way: no white space around texts, no empty optional fields, an open
 * question without options, the key in option order and the answer of a choice question the text of its right options.
 */
export function settleContent(content: QuestionContent): QuestionContent {
  const { kind, options, correct, ...rest } = contentOf(content);
  const trimmed = trimDeep(rest) as Omit<QuestionContent, 'kind' | 'options' | 'correct'>;
  if (kind === 'open') return withoutEmpty({ kind, ...trimmed });
  const settled = {
    kind,
    ...trimmed,
    options: trimDeep(options ?? []) as NonNullable<QuestionContent['options']>,
  };
  return withoutEmpty(
    followKey({ ...settled, ...(correct && { correct: inOrder(correct, settled.options) }) }),
  );
}

function trimDeep(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimDeep);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, trimDeep(inner)]));
}

function withoutEmpty(content: QuestionContent): QuestionContent {
  const isKept = ([field, value]: [string, unknown]) =>
    REQUIRED.has(field as Field) || !(value === '' || (Array.isArray(value) && value.length === 0));
  return contentOf(Object.fromEntries(Object.entries(content).filter(isKept)) as unknown as QuestionContent);
}

/** "ca " → "AC": each letter once, as the options stand; letters that no option has come last. */
function inOrder(correct: string, options: NonNullable<QuestionContent['options']>): string {
  const order = options.map(({ label }) => label);
  const place = (letter: string) => (order.includes(letter) ? order.indexOf(letter) : order.length);
  const letters = [...new Set(correct.toUpperCase().replace(/\s/gu, ''))];
  return letters.sort((a, b) => place(a) - place(b)).join('');
}

/** The answer of a choice question is the text of its right options, as long as the key names any. */
function followKey<Content extends QuestionContent>(content: Content): Content {
  const { kind, options = [], correct = '' } = content;
  const right = kind === 'choice' ? options.filter(({ label }) => correct.includes(label)) : [];
  return right.length === 0 ? content : { ...content, answer: right.map(({ text }) => text).join('\n') };
}

/** Whether two values say the same; the order of keys, and absent or null, make no difference. */
export function isSameContent(left: unknown, right: unknown): boolean {
  return stableJson(left) === stableJson(right);
}

function stableJson(value: unknown): string {
  return JSON.stringify(value ?? null, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/**
 * The least that must be laid over what the document says to get what a person wants. What is equal to the document's own
 * is no edit; what the person emptied is null.
 * @param base what the document says
 */
export function editsOf(base: QuestionContent, wanted: QuestionContent): QuestionEdits {
  const [before, after] = [settleContent(base), settleContent(wanted)];
  const changed = EDITABLE_FIELDS.filter((field) => !isSameContent(before[field], after[field]));
  return Object.fromEntries(changed.map((field) => [field, after[field] ?? null]));
}

/** Fields that `edits` name and that can be laid over a question. */
export function editedFields(edits: QuestionEdits): Field[] {
  return EDITABLE_FIELDS.filter((field) => {
    const value = edits[field];
    return value !== undefined && (value !== null || field === 'answer' || !REQUIRED.has(field));
  });
}

/** The content with these fields replaced; null takes one away, an absent one stays. */
export function withChanges<Content extends QuestionContent>(
  content: Content,
  changes: QuestionEdits,
): Content {
  const result: Record<string, unknown> = { ...content };
  for (const field of editedFields(changes)) {
    if (changes[field] !== null) result[field] = changes[field];
    else if (field === 'answer') result.answer = '';
    else delete result[field];
  }
  return result as unknown as Content;
}

/**
 * The question as it counts now: its `edits` laid over the document's texts, and in `original` what the document says in
 * the fields that differ. Where options or key were edited the answer follows them, also when the document has changed
 * since. Without edits the question itself.
 * @param question texts as the document has them
 */
export function applyEdits(question: Question): Question {
  const { edits = {} } = question;
  const fields = editedFields(edits);
  if (fields.length === 0) return question;
  const edited = withChanges(question, edits);
  const isChoiceEdited = CHOICE_FIELDS.some((field) => fields.includes(field));
  const effective = isChoiceEdited ? settleChoice(edited) : edited;
  const differing = EDITABLE_FIELDS.filter(
    (field) => fields.includes(field) || !isSameContent(question[field], effective[field]),
  );
  const original = Object.fromEntries(differing.map((field) => [field, question[field] ?? null]));
  return { ...effective, original };
}

function settleChoice(question: Question): Question {
  if (question.kind === 'choice') return followKey(question);
  const { options: _options, correct: _correct, ...open } = question;
  return open;
}

/** What the document says: the inverse of `applyEdits`, without the edits. */
export function withoutEdits(question: Question): Question {
  const { edits: _edits, original = {}, ...effective } = question;
  return withChanges(effective, original);
}

/** A short name of what a question says: two of the same name say the same. An edit built on another one is out of date. */
export function contentBasis(question: QuestionContent): string {
  return hashText(stableJson(contentOf(question))).slice(0, 16);
}
