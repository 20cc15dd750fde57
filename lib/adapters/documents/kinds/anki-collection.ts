import type { Database } from 'better-sqlite3';
import type { Note, NoteType } from './anki-fields';
import { damaged } from './refusals';

/** Notes read at most: the largest shared decks have some 50 000. */
const MOST_NOTES = 100_000;
const FIELD_SEPARATOR = '\x1f';
/** Of a note type's `kind` (new) and `type` (old): gaps in a text. */
const CLOZE_KIND = 1;

export interface AnkiCollection {
  types: Map<string, NoteType>;
  notes: { type: string; note: Note }[];
}

type Row = Record<string, unknown>;

/**
 * Opens a collection in memory, out of reach of anything on disk. The file is somebody else's: only plain tables are read,
 * so that no view, trigger or computed column of theirs runs.
 * Throws AppError invalid document-damaged.
 */
export async function readCollection(bytes: Uint8Array, name: string): Promise<AnkiCollection> {
  const { default: Sqlite } = await import('better-sqlite3');
  const copy = Buffer.from(bytes);
  // A collection in WAL mode cannot be opened without its files; the package was written with the log folded in.
  if (copy.length > 19) copy.fill(1, 18, 20);
  let database: Database | undefined;
  try {
    database = new Sqlite(withoutForeignOrder(Sqlite, copy), { readonly: true });
    database.pragma('trusted_schema = OFF');
    database.pragma('cell_size_check = ON');
    return readAll(plainTables(database));
  } catch (error) {
    throw damaged(name, 'Anki collection', error);
  } finally {
    database?.close();
  }
}

/** The order in which Anki's own program sorts names (schema 18). */
const FOREIGN_ORDER = ' COLLATE unicase';

/**
 * The collection without an order of sorting that only Anki knows: SQLite refuses to read a table without row numbers whose
 * definition names one, in whatever order its rows are asked for. Only definitions are changed, and only this word of them.
 */
function withoutForeignOrder(Sqlite: new (bytes: Buffer) => Database, bytes: Buffer): Buffer {
  if (!bytes.includes(FOREIGN_ORDER)) return bytes;
  const database = new Sqlite(bytes);
  try {
    database.unsafeMode();
    database.pragma('trusted_schema = OFF');
    database.pragma('writable_schema = ON');
    database
      .prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, '') WHERE type = 'table'")
      .run(FOREIGN_ORDER);
    return database.serialize();
  } finally {
    database.close();
  }
}

/** Rows of tables by name; a name that is no plain table gives none. */
interface Tables {
  has(table: string): boolean;
  rows(table: string, columns: string, limit?: number): Row[];
}

function plainTables(database: Database): Tables {
  const names = new Set(
    database
      .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'")
      .all()
      .filter((row): row is { name: string; sql: string } => isPlain(row as Row))
      .map(({ name }) => name),
  );
  return {
    has: (table) => names.has(table),
    rows: (table, columns, limit = MOST_NOTES) =>
      names.has(table)
        ? (database.prepare(`SELECT ${columns} FROM ${table} NOT INDEXED LIMIT ${limit}`).all() as Row[])
        : [],
  };
}

/** No virtual table, no computed column. */
function isPlain({ sql }: Row): boolean {
  return typeof sql === 'string' && /^CREATE TABLE\b/iu.test(sql) && !/\bGENERATED\b|\bAS\s*\(/iu.test(sql);
}

function readAll(tables: Tables): AnkiCollection {
  const types = tables.has('notetypes') ? newTypes(tables) : oldTypes(tables);
  const decks = decksByNote(tables);
  const notes = tables.rows('notes', 'id, mid, tags, flds').map((row) => ({
    type: String(row.mid),
    note: {
      fields: String(row.flds ?? '').split(FIELD_SEPARATOR),
      tags: String(row.tags ?? ''),
      deck: decks.get(String(row.id)) ?? '',
    },
  }));
  return { types, notes };
}

/** Schema 11, which packages of any age carry: note types are JSON in the one row of `col`. */
function oldTypes(tables: Tables): Map<string, NoteType> {
  const models = jsonOf(tables.rows('col', 'models', 1)[0]?.models);
  return new Map(
    Object.entries(models).map(([id, model]) => [
      id,
      {
        name: String(model.name ?? ''),
        fields: Array.isArray(model.flds) ? model.flds.map((field: Row) => String(field.name ?? '')) : [],
        isCloze: model.type === CLOZE_KIND,
      },
    ]),
  );
}

/** Schema 18: tables of their own, and the kind of a type inside a protobuf message (field 1). */
function newTypes(tables: Tables): Map<string, NoteType> {
  const fields = tables.rows('fields', 'ntid, ord, name').sort((a, b) => Number(a.ord) - Number(b.ord));
  return new Map(
    tables.rows('notetypes', 'id, name, config').map(({ id, name, config }) => [
      String(id),
      {
        name: String(name ?? ''),
        fields: fields
          .filter(({ ntid }) => String(ntid) === String(id))
          .map((field) => String(field.name ?? '')),
        isCloze: config instanceof Uint8Array && config[0] === 0x08 && config[1] === CLOZE_KIND,
      },
    ]),
  );
}

/** The deck of a note's first card. */
function decksByNote(tables: Tables): Map<string, string> {
  const names = tables.has('decks')
    ? new Map(
        tables
          .rows('decks', 'id, name')
          .map(({ id, name }) => [String(id), String(name ?? '').replaceAll(FIELD_SEPARATOR, '::')]),
      )
    : new Map(
        Object.entries(jsonOf(tables.rows('col', 'decks', 1)[0]?.decks)).map(([id, deck]) => [
          id,
          String(deck.name ?? ''),
        ]),
      );
  const decks = new Map<string, string>();
  for (const { nid, did } of tables.rows('cards', 'nid, did', MOST_NOTES * 5))
    if (!decks.has(String(nid))) decks.set(String(nid), names.get(String(did)) ?? '');
  return decks;
}

function jsonOf(value: unknown): Record<string, Row> {
  const parsed: unknown = JSON.parse(typeof value === 'string' && value !== '' ? value : '{}');
  return typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, Row>) : {};
}
