import { letterOf } from '../reading/letters';
import { foldName, roleOfName } from './column-names';

/** An object of any JSON. */
export type JsonObject = Record<string, unknown>;

/** Neither a list nor null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What fits into one cell as it is. */
export function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** A field that by its name asks, and says something. */
export function isAsking(name: string, value: unknown): boolean {
  return roleOfName(name) === 'question' && typeof value === 'string' && value.trim() !== '';
}

/**
 * A question given as an object, `{"question": {"stem": …, "choices": …}, "answerKey": …}`: its fields are the record's, what
 * asks under the name of the whole.
 */
function unfolded(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object).flatMap(([name, value]) => {
      if (roleOfName(name) !== 'question' || !isObject(value)) return [[name, value]];
      const asking = Object.entries(value).find(([inner, each]) => isAsking(inner, each))?.[0];
      if (asking === undefined) return [[name, value]];
      return Object.entries(value).map(([inner, each]) => [inner === asking ? name : inner, each]);
    }),
  );
}

const ANSWERING = ['answer', 'options', 'option', 'correct', 'explanation'] as const;

/** Something that asks and something that answers, or options to choose from. */
export function isRecord(object: JsonObject): boolean {
  // A name that asks is a question itself, and names no field.
  const entries = Object.entries(unfolded(object)).filter(([name]) => !/[?？]\s*$/u.test(name));
  const has = (role: string, isFit: (value: unknown) => boolean): boolean =>
    entries.some(([name, value]) => roleOfName(name) === role && isFit(value));
  const isAnswer = (value: unknown) =>
    value !== null && value !== undefined && !(Array.isArray(value) && value.some(hasRecord));
  if (!has('question', (value) => typeof value === 'string')) return false;
  return ANSWERING.some((role) => has(role, isAnswer)) || isLeaf(entries);
}

function hasRecord(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.entries(value).some(
      ([name, each]) =>
        roleOfName(name) === 'question' &&
        typeof each === 'string' &&
        !/^(?:text|title)$/u.test(foldName(name)),
    )
  );
}

/** A question without an answer is one as well; a heading above a list is not. */
function isLeaf(entries: [string, unknown][]): boolean {
  return (
    entries.every(([, value]) => value === null || isScalar(value)) &&
    entries.some(([name]) => /^(?:questions?|问题|题目|题干|q)$/u.test(foldName(name)))
  );
}

/** Names of a text below a title. */
const BODY = /^(?:content|text|body|details?|内容|正文)$/u;

function answers(name: string): boolean {
  return ANSWERING.some((role) => roleOfName(name) === role);
}

/** What answers where no field is named so: the text below the title or the question. */
export function bodyOf(record: JsonObject): string | undefined {
  const entries = Object.entries(record);
  if (entries.some(([name]) => answers(name))) return undefined;
  const bodies = entries.filter(([name, value]) => BODY.test(foldName(name)) && typeof value === 'string');
  const asks = entries.some(([name, value]) => isAsking(name, value) && !BODY.test(foldName(name)));
  return asks && bodies.length === 1 ? bodies[0]?.[0] : undefined;
}

/** Fields of a record as cells; an object's fields get names of their own. */
export function fieldsOf(object: JsonObject): Map<string, string> {
  const record = unfolded(object);
  const fields = new Map<string, string>();
  const body = bodyOf(record);
  for (const [given, value] of Object.entries(record)) {
    const name = given === body ? 'answer' : given;
    if (Array.isArray(value) && value.some(isObject)) addObjects(fields, name, value.filter(isObject));
    else if (isObject(value) && !isLabelledList(value))
      for (const [inner, each] of Object.entries(value)) addInner(fields, name, inner, each);
    else fields.set(name, cellOf(name, value));
  }
  return fields;
}

/** `answer.value` is the answer, `choices.text` the choices, `answers.answer_a` an option; any other inner field is one of its own. */
function addInner(fields: Map<string, string>, name: string, inner: string, value: unknown): void {
  if (/(?:options|choices|answers)$/u.test(foldName(name)) && roleOfName(inner) === 'option')
    fields.set(inner, cellOf(inner, value));
  else if (/^(?:text|value|content)$/u.test(foldName(inner))) fields.set(name, cellOf(name, value));
  else fields.set(`${name}.${inner}`, cellOf(inner, value));
}

function isLabelledList(value: JsonObject): boolean {
  return Object.keys(value).every((name) => /^[A-Za-z]$/u.test(name));
}

const IS_RIGHT = /^(?:is)?(?:correct|right|true|answer)$/u;

/** Names of an option's words, the surest first. */
const TEXTS = [
  /^(?:(?:option|answer|choice)(?:text|content|value))$/u,
  /^text$/u,
  /^content$/u,
  /^value$/u,
  /^(?:option|choice)$/u,
  /^answer$/u,
];

function textOf(option: JsonObject): string {
  const entries = Object.entries(option).filter(([, value]) => isScalar(value));
  const found = TEXTS.map((name) => entries.find(([each]) => name.test(foldName(each)))).find(Boolean);
  return String(found?.[1] ?? '');
}

/** Options as objects: their texts, and which are right; answers as objects: their texts. */
function addObjects(fields: Map<string, string>, name: string, list: readonly JsonObject[]): void {
  if (roleOfName(name) !== 'options' && list.some(isRecord)) return;
  const texts = list.map(textOf);
  if (texts.every((text) => text === '')) {
    fields.set(name, JSON.stringify(list));
    return;
  }
  const right = list.map((each) =>
    Object.entries(each).some(([key, is]) => IS_RIGHT.test(foldName(key)) && is === true),
  );
  if (!right.includes(true)) {
    const isOptions = roleOfName(name) === 'options';
    fields.set(name, isOptions ? JSON.stringify(texts) : [...new Set(texts)].join('\n'));
    return;
  }
  fields.set('options', JSON.stringify(texts));
  fields.set('correct', right.flatMap((is, index) => (is ? [letterOf(index)] : [])).join(','));
}

const LISTS = new Set(['options', 'tags', 'key-points', 'mistakes', 'correct']);

function cellOf(name: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (isScalar(value)) return String(value);
  if (!Array.isArray(value) || !value.every(isScalar)) return JSON.stringify(value);
  const role = roleOfName(name);
  if (role === 'topic') return value.join('::');
  if (role === 'correct') return value.join(',');
  return role !== null && LISTS.has(role) ? JSON.stringify(value.map(String)) : value.join('\n');
}
