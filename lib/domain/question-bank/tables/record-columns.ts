import { roleOfName } from './column-names';
import { isObject, isRecord, type JsonObject } from './record-fields';

/** `["a", "b"]` or, as data frames are printed, `{"0": "a", "1": "b"}`; null where a value is neither. */
function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return null;
  const names = Object.keys(value);
  return names.length > 0 && names.every((name, index) => name === String(index))
    ? Object.values(value)
    : null;
}

/**
 * The records of an object that holds them by columns, `{"questions": ["…"], "answers": ["…"]}`: a list of texts that ask and
 * lists as long beside it, what is no list belonging to each; none where it holds them otherwise.
 */
export function recordsInColumns(object: JsonObject): JsonObject[] {
  const columns = Object.entries(object).map(([name, value]) => ({ name, value, list: listOf(value) }));
  const asking = columns.find(
    ({ name, list }) =>
      roleOfName(name) === 'question' && list?.every((each) => typeof each === 'string') === true,
  );
  const length = asking?.list?.length ?? 0;
  const records = Array.from({ length }, (_, row) =>
    Object.fromEntries(
      columns.flatMap(({ name, value, list }) => {
        if (list === null) return [[name, value]];
        return list.length === length ? [[name, list[row]]] : [];
      }),
    ),
  );
  const beside = columns.filter(({ list }) => list?.length === length).length;
  return beside > 1 && records.every(isRecord) ? records : [];
}
