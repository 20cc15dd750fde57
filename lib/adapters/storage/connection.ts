import { mkdirSync } from 'node:fs';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { Kysely, type RawBuilder, SqliteDialect, sql } from 'kysely';
import { toAppError } from './errors';
import { migrate } from './migrations';
import type { Schema } from './schema';

export interface Connection {
  raw: BetterSqlite3.Database;
  db: Kysely<Schema>;
}

/** How long a writer waits for another process's transaction, milliseconds. An import of 10 MB holds the lock below 2 s. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Opens (and creates) the file with WAL and synchronous=FULL: a commit that returned is on disk, so that neither a killed
 * process nor a power cut loses it.
 * @throws AppError sqlite-not-built, database-busy, database-corrupt, database-too-new, database-unreachable
 */
export function openConnection(file: string): Connection {
  let raw: BetterSqlite3.Database | undefined;
  try {
    if (file !== ':memory:') mkdirSync(path.dirname(file), { recursive: true });
    raw = new BetterSqlite3(file, { timeout: BUSY_TIMEOUT_MS });
    raw.pragma('journal_mode = WAL');
    raw.pragma('synchronous = FULL');
    raw.pragma('foreign_keys = ON');
    migrate(raw);
    return { raw, db: new Kysely<Schema>({ dialect: new SqliteDialect({ database: raw }) }) };
  } catch (error) {
    raw?.close();
    throw toAppError(error, file);
  }
}

/**
 * Runs `work` in one write transaction. BEGIN IMMEDIATE takes the write lock first, so that what `work` reads cannot
 * change before it writes, whichever process holds the other connection.
 */
export async function inWriteTransaction<T>(
  db: Kysely<Schema>,
  work: (db: Kysely<Schema>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`begin immediate`.execute(connection);
    try {
      const result = await work(connection);
      await sql`commit`.execute(connection);
      return result;
    } catch (error) {
      // After some failures (a full disk) the engine has rolled back by itself; what failed first is what is told.
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}

/** A list as one bound value, to be used after `in` or `not in`: no limit on its length. */
export function listed(values: readonly string[]): RawBuilder<unknown> {
  return sql`(select value from json_each(${JSON.stringify(values)}))`;
}

/** Rows in slices that stay below the engine's limit of 32,766 bound values. */
export function inSlices<T>(rows: readonly T[], size: number): T[][] {
  const slices: T[][] = [];
  for (let start = 0; start < rows.length; start += size) slices.push(rows.slice(start, start + size));
  return slices;
}
