import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, type Migration, migrate } from './migrations';

const steps: Migration[] = [
  { version: 1, name: 'a', sql: 'CREATE TABLE a (x TEXT)' },
  { version: 2, name: 'b', sql: "ALTER TABLE a ADD COLUMN y TEXT; UPDATE a SET y = x || '!'" },
];

function versions(database: BetterSqlite3.Database): unknown[] {
  return database.prepare('SELECT version, name FROM schema_migrations ORDER BY version').all();
}

describe('migrate', () => {
  it('numbers its steps 1, 2, 3 …', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
  });

  it('takes an older file to the newest schema, keeps its rows and records each step', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, steps.slice(0, 1));
    database.exec("INSERT INTO a VALUES ('row')");
    migrate(database, steps);
    expect(database.prepare('SELECT * FROM a').all()).toEqual([{ x: 'row', y: 'row!' }]);
    expect(versions(database)).toEqual([
      { version: 1, name: 'a' },
      { version: 2, name: 'b' },
    ]);
  });

  it('does nothing the second time', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, steps);
    migrate(database, steps);
    expect(versions(database)).toHaveLength(2);
  });

  it('keeps the doubts of an older file, and lets a person raise one', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, MIGRATIONS.slice(0, 3));
    database.exec(`INSERT INTO documents (id, name, content_hash, encoding, format, text, is_enabled, imported_at)
        VALUES ('d', 'a.md', 'h', 'utf-8', 'markdown', '', 1, 't');
      INSERT INTO questions (id, document_id, position, kind, stem, answer, topics_json, line_start, line_end)
        VALUES ('q', 'd', 0, 'open', 's', 'a', '[]', 1, 1)`);
    const add = (id: string, source: string) =>
      database.exec(`INSERT INTO reference_doubts VALUES
        ('${id}', 'q', 'h', '${source}', 'off-topic', 'r', '', 'dismissed', NULL, 't')`);
    add('x_1', 'offline');
    expect(() => add('x_2', 'person')).toThrow(/CHECK/);
    migrate(database);
    add('x_2', 'person');
    expect(() => add('x_3', 'nobody')).toThrow(/CHECK/);
    expect(database.prepare('SELECT id, state FROM reference_doubts ORDER BY id').all()).toEqual([
      { id: 'x_1', state: 'dismissed' },
      { id: 'x_2', state: 'dismissed' },
    ]);
    expect(database.prepare('SELECT column_mapping_json AS chosen FROM documents').get()).toEqual({
      chosen: null,
    });
  });

  it('leaves the file as it was when a step fails', () => {
    const database = new BetterSqlite3(':memory:');
    migrate(database, steps.slice(0, 1));
    const broken = [...steps, { version: 3, name: 'c', sql: 'CREATE TABLE c (x TEXT); SELECT nonsense(1)' }];
    expect(() => migrate(database, broken)).toThrow();
    expect(versions(database)).toEqual([{ version: 1, name: 'a' }]);
    expect(database.prepare('PRAGMA table_info(a)').all()).toHaveLength(1);
  });
});
