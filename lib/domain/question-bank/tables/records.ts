import { questionLikeness } from '../reading/likeness';
import { foldName, roleOfName } from './column-names';
import { recordsInColumns } from './record-columns';
import { bodyOf, fieldsOf, isAsking, isObject, isRecord, isScalar, type JsonObject } from './record-fields';
import { type Table, tableOf } from './table';

/** Found in JSON of any shape: fields by name, and the headings above. */
interface FoundRecord {
  fields: Map<string, string>;
  topics: string[];
}

/** Deeper nesting is no data set but an attack; what lies below is left out. */
const DEEPEST = 60;
/** Names of fields that only hold the list and say nothing about it. */
const HOLDERS =
  /^(?:questions?|items?|data|lists?|qas?|qapairs?|pairs|faqs?|entries|cards|notes|results?|records|children|rows|examples|content|bank|paragraphs|messages|conversations?|dialogs?|dialogues?|turns|train|test|dev|validation|categor(?:y|ies)|chapters?|sections?|topics?|groups?|decks?|modules?|subjects?|pages|elements|quiz(?:zes)?|exams?|题目|问题|列表|数据|题库|分类|章节)$/u;
const GROUP_NAMES =
  /^(?:name|title|topic|category|chapter|section|subject|label|deck|group|module|分类|类别|章节?|主题|名称|标题|专题)$/u;
const TOPIC_COLUMN = 'topic';

/** The records of a JSON value as rows. */
interface JsonTable {
  table: Table;
  /** Objects that stand among the records and hold nothing that asks. */
  leftOut: number;
}

/** The records of question and answer in a JSON value, however they are nested; null when it holds none. */
export function tableOfJson(value: unknown): JsonTable | null {
  const found: Found = { records: [], pairs: [], leftOut: 0 };
  walk(value, [], 0, found);
  const { records, pairs, leftOut } = found;
  if (records.length > 0) return { table: tableOfRecords(records), leftOut };
  return pairs.length > 0 ? { table: tableOf([], pairs), leftOut } : null;
}

function tableOfRecords(records: readonly FoundRecord[]): Table {
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
  leftOut: number;
}

function walk(value: unknown, topics: string[], depth: number, found: Found): void {
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) walkList(value, topics, depth, found);
  else if (isObject(value)) walkObject(value, topics, depth, found);
}

function walkList(list: readonly unknown[], topics: string[], depth: number, found: Found): void {
  const turns = conversation(list);
  if (turns.length > 0) {
    for (const fields of turns) found.records.push({ fields, topics });
    return;
  }
  const isAmongRecords = list.some(hasOwnRecord);
  for (const each of list) {
    const isPair = Array.isArray(each) && each.length >= 2 && each.length <= 12 && each.every(isScalar);
    if (isPair) found.pairs.push(each.map(String));
    else if (isAmongRecords && isObject(each) && !isRecord(each)) walkOdd(each, topics, depth + 1, found);
    else walk(each, topics, depth + 1, found);
  }
}

function hasOwnRecord(value: unknown): boolean {
  return isObject(value) && isRecord(value);
}

/** An object of another shape among records: what asks by any name is a question as well, and nothing goes without a word. */
function walkOdd(object: JsonObject, topics: string[], depth: number, found: Found): void {
  const before = found.records.length;
  walkObject(object, topics, depth, found);
  if (found.records.length > before) return;
  const asks = Object.entries(object).some(([name, value]) => isAsking(name, value));
  if (asks) found.records.push({ fields: fieldsOf(object), topics });
  else found.leftOut += 1;
}

function walkObject(object: JsonObject, topics: string[], depth: number, found: Found): void {
  const inColumns = recordsInColumns(object);
  for (const record of inColumns) found.records.push({ fields: fieldsOf(record), topics });
  if (inColumns.length > 0) return;
  const isRecordHere = isRecord(object);
  if (isRecordHere) found.records.push({ fields: fieldsOf(object), topics });
  const nested = Object.entries(object).filter(([name, each]) => holdsMore(name, each, isRecordHere));
  const asked = isRecordHere ? [] : [...askedAndAnswered(object), ...titleThatAsks(object)];
  for (const fields of asked) found.records.push({ fields, topics });
  // What names the whole is the document's title, and no topic.
  const group = isRecordHere || depth === 0 ? undefined : nameOfGroup(object);
  for (const [name, each] of nested) {
    const own = HOLDERS.test(foldName(name)) || isRecordHere || name.trim() === '' ? [] : [name.trim()];
    walk(each, [...topics, ...(group === undefined ? own : [group])], depth + 1, found);
  }
}

/** A field that holds records of its own, and is none of the record's fields; options are none, whatever their fields say. */
function holdsMore(name: string, value: unknown, isRecordHere: boolean): boolean {
  if (!isRecordHere) return typeof value === 'object' && value !== null;
  if (roleOfName(name) === 'options') return false;
  return Array.isArray(value) && value.some((each) => isObject(each) && isRecord(each));
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

/** `{"title": "What is …?", "content": "It is …"}` */
function titleThatAsks(object: JsonObject): Map<string, string>[] {
  const asks = Object.entries(object).some(
    ([name, value]) => isAsking(name, value) && questionLikeness(String(value).trim()) === 1,
  );
  return asks && bodyOf(object) !== undefined ? [fieldsOf(object)] : [];
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
