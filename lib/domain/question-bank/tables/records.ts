import { foldName, roleOfName } from './column-names';
import { type Table, tableOf } from './table';

/** Found in JSON of any shape: fields by name, and the headings above. */
interface FoundRecord {
  fields: Map<string, string>;
  topics: string[];
}

type JsonObject = Record<string, unknown>;

/** Deeper nesting is no data set but an attack; what lies below is left out. */
const DEEPEST = 60;
/** Names of fields that only hold the list and say nothing about it. */
const HOLDERS =
  /^(?:questions?|items?|data|lists?|qas?|qapairs?|pairs|faqs?|entries|cards|notes|results?|records|children|rows|examples|content|bank|paragraphs|messages|conversations?|dialogs?|dialogues?|turns|train|test|dev|validation|categor(?:y|ies)|chapters?|sections?|topics?|groups?|decks?|modules?|subjects?|题目|问题|列表|数据|题库|分类|章节)$/u;
const GROUP_NAMES =
  /^(?:name|title|topic|category|chapter|section|subject|label|deck|group|module|分类|类别|章节?|主题|名称|标题|专题)$/u;
const TOPIC_COLUMN = 'topic';

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** The records of question and answer in a JSON value, however they are nested; null when it holds none. */
export function tableOfJson(value: unknown): Table | null {
  const records: FoundRecord[] = [];
  const pairs: string[][] = [];
  walk(value, [], 0, { records, pairs });
  if (records.length === 0) return pairs.length > 0 ? tableOf([], pairs) : null;
  const names = new Set(records.flatMap(({ fields }) => [...fields.keys()]));
  const hasTopics = records.some(({ topics }) => topics.length > 0);
  const columns = [...(hasTopics ? [TOPIC_COLUMN] : []), ...names];
  const rows = records.map(({ fields, topics }) => [
    ...(hasTopics ? [topics.join('::')] : []),
    ...[...names].map((name) => fields.get(name) ?? ''),
  ]);
  return tableOf(columns, rows);
}

interface Found {
  records: FoundRecord[];
  pairs: string[][];
}

function walk(value: unknown, topics: string[], depth: number, found: Found): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) walkList(value, topics, depth, found);
  else if (isObject(value)) walkObject(value, topics, depth, found);
}

function walkList(list: readonly unknown[], topics: string[], depth: number, found: Found): void {
  const turns = conversation(list);
  if (turns.length > 0) {
    found.records.push(...turns.map((fields) => ({ fields, topics })));
    return;
  }
  for (const each of list) {
    const isPair = Array.isArray(each) && each.length >= 2 && each.length <= 12 && each.every(isScalar);
    if (isPair) found.pairs.push(each.map(String));
    else walk(each, topics, depth + 1, found);
  }
}

function walkObject(object: JsonObject, topics: string[], depth: number, found: Found): void {
  const isRecordHere = isRecord(object);
  if (isRecordHere) found.records.push({ fields: fieldsOf(object), topics });
  const nested = Object.entries(object).filter(([, each]) => holdsMore(each, isRecordHere));
  const asked = isRecordHere ? [] : askedAndAnswered(object);
  found.records.push(...asked.map((fields) => ({ fields, topics })));
  // What names the whole is the document's title, and no topic.
  const group = isRecordHere || depth === 0 ? undefined : nameOfGroup(object);
  for (const [name, each] of nested) {
    const own = HOLDERS.test(foldName(name)) || isRecordHere || name.trim() === '' ? [] : [name.trim()];
    walk(each, [...topics, ...(group === undefined ? own : [group])], depth + 1, found);
  }
}

/** A field that holds records of its own, and is none of the record's fields. */
function holdsMore(value: unknown, isRecordHere: boolean): boolean {
  if (!isRecordHere) return typeof value === 'object' && value !== null;
  return Array.isArray(value) && value.some((each) => isObject(each) && isRecord(each));
}

/** Something that asks and something that answers, or options to choose from. */
function isRecord(object: JsonObject): boolean {
  // A name that asks is a question itself, and names no field.
  const entries = Object.entries(object).filter(([name]) => !/[?？]\s*$/u.test(name));
  const has = (role: string, isFit: (value: unknown) => boolean): boolean =>
    entries.some(([name, value]) => roleOfName(name) === role && isFit(value));
  const isAnswer = (value: unknown) =>
    value !== null && value !== undefined && !(Array.isArray(value) && value.some(hasRecord));
  if (!has('question', (value) => typeof value === 'string')) return false;
  return (
    ['answer', 'options', 'option', 'correct', 'explanation'].some((role) => has(role, isAnswer)) ||
    isLeaf(entries)
  );
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

function nameOfGroup(object: JsonObject): string | undefined {
  const found = Object.entries(object).find(
    ([name, value]) => GROUP_NAMES.test(foldName(name)) && typeof value === 'string' && value.trim() !== '',
  );
  return found === undefined ? undefined : String(found[1]).trim();
}

/** `{"What is …?": "It is …"}`: names that ask, values that answer. */
function askedAndAnswered(object: JsonObject): Map<string, string>[] {
  const pairs = Object.entries(object).filter(
    ([name, value]) => /[?？]\s*$/u.test(name) && typeof value === 'string',
  );
  return pairs.map(
    ([name, value]) =>
      new Map([
        ['question', name],
        ['answer', String(value)],
      ]),
  );
}

const ASKS = /^(?:user|human|question|prompter|client)$/u;
const ANSWERS = /^(?:assistant|gpt|bot|model|chatgpt|answer|ai)$/u;

/** Turns of a conversation (`role`/`content`, `from`/`value`) as questions, each with the answer that follows. */
function conversation(list: readonly unknown[]): Map<string, string>[] {
  const turns = list.filter(isObject).map((turn) => ({
    who: foldName(String(turn.role ?? turn.from ?? turn.speaker ?? '')),
    says: turn.content ?? turn.value ?? turn.text,
  }));
  const records: Map<string, string>[] = [];
  for (const [index, { who, says }] of turns.entries()) {
    const next = turns[index + 1];
    if (!ASKS.test(who) || typeof says !== 'string') continue;
    if (!next || !ANSWERS.test(next.who) || typeof next.says !== 'string') continue;
    records.push(
      new Map([
        ['question', says],
        ['answer', next.says],
      ]),
    );
  }
  return records;
}

/** Fields of a record as cells; an object's fields get names of their own. */
function fieldsOf(record: JsonObject): Map<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(record)) {
    if (Array.isArray(value) && value.some(isObject)) addObjects(fields, name, value.filter(isObject));
    else if (isObject(value) && !isLabelledList(value))
      for (const [inner, each] of Object.entries(value)) addInner(fields, name, inner, each);
    else fields.set(name, cellOf(name, value));
  }
  return fields;
}

/** `answer.value` is the answer, and `choices.text` the choices; any other inner field is one of its own. */
function addInner(fields: Map<string, string>, name: string, inner: string, value: unknown): void {
  if (/^(?:text|value|content)$/u.test(foldName(inner))) fields.set(name, cellOf(name, value));
  else fields.set(`${name}.${inner}`, cellOf(inner, value));
}

function isLabelledList(value: JsonObject): boolean {
  return Object.keys(value).every((name) => /^[A-Za-z]$/u.test(name));
}

const IS_RIGHT = /^(?:is)?(?:correct|right|true|answer)$/u;

/** Options as objects: their texts, and which are right; answers as objects: their texts. */
function addObjects(fields: Map<string, string>, name: string, list: readonly JsonObject[]): void {
  if (list.some(isRecord)) return;
  const texts = list.map((each) =>
    String(each.text ?? each.content ?? each.value ?? each.option ?? each.answer ?? ''),
  );
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
  fields.set(
    'correct',
    right.flatMap((is, index) => (is ? [String.fromCharCode(65 + index)] : [])).join(','),
  );
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
