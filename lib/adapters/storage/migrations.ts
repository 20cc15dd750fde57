import type { Database } from 'better-sqlite3';
import { AppError } from '../../domain/errors';

/** One numbered step of the schema. A step that was released is never edited: a change is a new step. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: 'bank, interviews, vectors and import previews',
    sql: `
      CREATE TABLE documents (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL UNIQUE,
        content_hash TEXT NOT NULL,
        encoding TEXT NOT NULL,
        format TEXT NOT NULL,
        text TEXT NOT NULL,
        is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
        imported_at TEXT NOT NULL,
        removed_at TEXT
      );
      CREATE TABLE questions (
        id TEXT PRIMARY KEY,
        document_id TEXT NOT NULL REFERENCES documents (id),
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('open', 'choice')),
        stem TEXT NOT NULL,
        options_json TEXT,
        correct TEXT,
        answer TEXT NOT NULL,
        explanation TEXT,
        difficulty REAL,
        topics_json TEXT NOT NULL,
        line_start INTEGER NOT NULL,
        line_end INTEGER NOT NULL,
        key_points_json TEXT,
        mistakes_json TEXT,
        retired_at TEXT
      );
      CREATE INDEX questions_in_order ON questions (document_id, position);
      CREATE TABLE passages (
        id TEXT PRIMARY KEY,
        document_id TEXT NOT NULL REFERENCES documents (id),
        position INTEGER NOT NULL,
        headings_json TEXT NOT NULL,
        line_start INTEGER NOT NULL,
        line_end INTEGER NOT NULL,
        text TEXT NOT NULL
      );
      CREATE INDEX passages_in_order ON passages (document_id, position);
      CREATE TABLE rubrics (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        question_id TEXT NOT NULL REFERENCES questions (id),
        rubric_json TEXT NOT NULL
      );
      CREATE INDEX rubrics_of_question ON rubrics (question_id, sequence);
      CREATE TABLE interviews (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE
      );
      CREATE TABLE interview_events (
        interview_id TEXT NOT NULL REFERENCES interviews (id),
        sequence INTEGER NOT NULL CHECK (sequence >= 1),
        event_json TEXT NOT NULL,
        PRIMARY KEY (interview_id, sequence)
      );
      CREATE TABLE vectors (
        embedder_id TEXT NOT NULL,
        text_hash TEXT NOT NULL,
        vector BLOB NOT NULL,
        PRIMARY KEY (embedder_id, text_hash)
      );
      CREATE TABLE import_previews (
        id TEXT PRIMARY KEY,
        expires_at INTEGER NOT NULL,
        sources_json TEXT NOT NULL
      );
      CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL);
      INSERT INTO counters VALUES ('bank_revision', 0);
    `,
  },
  {
    version: 2,
    name: 'what stands between stem and answer of a question',
    sql: 'ALTER TABLE questions ADD COLUMN context TEXT',
  },
  {
    version: 3,
    name: 'corrections, edits, merged questions and doubts about references',
    sql: `
      ALTER TABLE documents ADD COLUMN file_kind TEXT NOT NULL DEFAULT 'text';
      ALTER TABLE documents ADD COLUMN corrections_json TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE questions ADD COLUMN tags_json TEXT;
      ALTER TABLE questions ADD COLUMN model_written_json TEXT;
      ALTER TABLE questions ADD COLUMN edits_json TEXT;
      ALTER TABLE questions ADD COLUMN merged_into TEXT REFERENCES questions (id);
      CREATE INDEX questions_merged ON questions (merged_into) WHERE merged_into IS NOT NULL;
      CREATE TABLE question_edits (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        question_id TEXT NOT NULL REFERENCES questions (id),
        edits_json TEXT NOT NULL,
        at TEXT NOT NULL
      );
      CREATE INDEX edits_of_question ON question_edits (question_id, sequence);
      CREATE TABLE kept_apart (
        first_id TEXT NOT NULL REFERENCES questions (id),
        second_id TEXT NOT NULL REFERENCES questions (id),
        at TEXT NOT NULL,
        PRIMARY KEY (first_id, second_id)
      );
      CREATE TABLE reference_doubts (
        id TEXT PRIMARY KEY,
        question_id TEXT NOT NULL REFERENCES questions (id),
        basis_hash TEXT NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('offline', 'model')),
        code TEXT NOT NULL,
        reason TEXT NOT NULL,
        quote TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'dismissed', 'confirmed')),
        model TEXT,
        at TEXT NOT NULL
      );
      CREATE INDEX doubts_of_question ON reference_doubts (question_id);
    `,
  },
  {
    version: 4,
    name: 'columns that a person chose, and references that a person doubts',
    // A CHECK cannot be changed: the table is made anew. Nothing refers to it.
    sql: `
      ALTER TABLE documents ADD COLUMN column_mapping_json TEXT;
      CREATE TABLE reference_doubts_anew (
        id TEXT PRIMARY KEY,
        question_id TEXT NOT NULL REFERENCES questions (id),
        basis_hash TEXT NOT NULL,
        source TEXT NOT NULL CHECK (source IN ('offline', 'model', 'person')),
        code TEXT NOT NULL,
        reason TEXT NOT NULL,
        quote TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'dismissed', 'confirmed')),
        model TEXT,
        at TEXT NOT NULL
      );
      INSERT INTO reference_doubts_anew
        SELECT id, question_id, basis_hash, source, code, reason, quote, state, model, at FROM reference_doubts;
      DROP TABLE reference_doubts;
      ALTER TABLE reference_doubts_anew RENAME TO reference_doubts;
      CREATE INDEX doubts_of_question ON reference_doubts (question_id);
    `,
  },
];

/**
 * Brings a database to the newest schema, all steps in one transaction: either the whole file is new or nothing changed.
 * Each step is recorded in `schema_migrations`.
 * @throws AppError conflict `database-too-new` when a newer Viva wrote it.
 */
export function migrate(database: Database, migrations: readonly Migration[] = MIGRATIONS): void {
  const run = database.transaction(() => {
    database.exec(`CREATE TABLE IF NOT EXISTS schema_migrations (
      version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP)`);
    const current = currentVersion(database);
    const newest = migrations.at(-1)?.version ?? 0;
    if (current > newest) throw tooNew(current, newest);
    const record = database.prepare('INSERT INTO schema_migrations (version, name) VALUES (?, ?)');
    for (const migration of migrations.filter((step) => step.version > current)) {
      database.exec(migration.sql);
      record.run(migration.version, migration.name);
    }
  });
  // Immediate: two processes that start together take turns, and the second finds the work done.
  run.immediate();
}

function currentVersion(database: Database): number {
  const row = database
    .prepare<[], { version: number | null }>('SELECT max(version) AS version FROM schema_migrations')
    .get();
  return row?.version ?? 0;
}

function tooNew(current: number, newest: number): AppError {
  return new AppError(
    'conflict',
    'database-too-new',
    `The database has schema version ${current}, this Viva knows up to ${newest}: it was written by a newer version. Update Viva, or set DATA_DIR to another folder.`,
    { details: { current, newest } },
  );
}
