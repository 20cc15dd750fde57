import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { afterEach, describe, expect, it } from 'vitest';
import { aDocumentChange } from '../../testing';
import { inWriteTransaction, openConnection } from './connection';
import { storageContract } from './contract';
import { anEvent } from './interview-store.contract';
import { openStorage, type Storage } from './open-storage';

const opened: Storage[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const storage of opened.splice(0)) await storage.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function open(file: string): Storage {
  const storage = openStorage({ file });
  opened.push(storage);
  return storage;
}

function freshFile(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'viva-storage-'));
  folders.push(folder);
  return path.join(folder, 'not', 'there', 'yet', 'viva.sqlite');
}

describe('in memory', () => {
  storageContract(() => open(':memory:'));
});

describe('in a file', () => {
  storageContract(() => open(freshFile()));
});

describe('a file', () => {
  it('still holds everything after it was closed', async () => {
    const file = freshFile();
    const first = open(file);
    await first.bank.saveDocument(aDocumentChange());
    await first.interviews.create('i_1', [anEvent('a')]);
    await opened.splice(0)[0]?.close();
    const second = open(file);
    expect(await second.bank.countQuestions()).toBe(1);
    expect(await second.interviews.load('i_1')).toHaveLength(1);
  });

  it('serves two connections: one sees what the other wrote, and appends collide', async () => {
    const file = freshFile();
    const [a, b] = [open(file), open(file)];
    await a.interviews.create('i_1', [anEvent('a')]);
    await b.interviews.append('i_1', 1, [anEvent('b')]);
    await expect(a.interviews.append('i_1', 1, [anEvent('c')])).rejects.toMatchObject({
      code: 'interview-moved-on',
    });
    expect(await a.interviews.load('i_1')).toHaveLength(2);
  });

  it('lets no other connection write while a preview is changed', async () => {
    const file = freshFile();
    const storage = open(file);
    await storage.previews.save({ id: 'preview_1', sources: [], expiresAt: 1 });
    const other = new BetterSqlite3(file, { timeout: 0 });
    await storage.previews.update('preview_1', (found) => {
      expect(() => other.exec('UPDATE import_previews SET expires_at = 2')).toThrow('database is locked');
      return { ...found, expiresAt: 3 };
    });
    other.close();
    expect(await storage.previews.find('preview_1')).toMatchObject({ expiresAt: 3 });
  });

  it('tells what ended a transaction, also where the engine has rolled back by itself', async () => {
    const { db } = openConnection(freshFile());
    const failing = inWriteTransaction(db, async (tx) => {
      await sql`rollback`.execute(tx);
      throw new Error('the disk is full');
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(await inWriteTransaction(db, async () => 'goes on')).toBe('goes on');
    await db.destroy();
  });

  it('can be copied while it is in use', async () => {
    const file = freshFile();
    const storage = open(file);
    await storage.bank.saveDocument(aDocumentChange());
    const copy = path.join(path.dirname(file), 'copy.sqlite');
    await storage.backup(copy);
    expect(await open(copy).bank.countQuestions()).toBe(1);
    await expect(storage.backup(path.join(path.dirname(file), 'no', 'copy.sqlite'))).rejects.toMatchObject({
      name: 'AppError',
    });
  });

  it('is written through to the disk before a write is acknowledged', async () => {
    const { raw, db } = openConnection(freshFile());
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    const full = 2;
    expect(raw.pragma('synchronous', { simple: true })).toBe(full);
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
    await db.destroy();
  });
});

describe('a file that cannot be used is refused with what to do', () => {
  function thrownBy(file: string): unknown {
    try {
      open(file);
    } catch (error) {
      return error;
    }
    return null;
  }

  it('no database at all', () => {
    const file = freshFile();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(
      file,
      'This is a text file, long enough to be taken for a damaged database header. '.repeat(20),
    );
    expect(thrownBy(file)).toMatchObject({
      code: 'database-corrupt',
      message: expect.stringContaining(file),
    });
  });

  it('a folder', () => {
    const file = freshFile();
    mkdirSync(file, { recursive: true });
    expect(thrownBy(file)).toMatchObject({
      kind: 'unavailable',
      code: 'database-unreachable',
      isRetryable: false,
    });
  });

  it('below a file', () => {
    const file = freshFile();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, '');
    expect(thrownBy(path.join(file, 'viva.sqlite'))).toMatchObject({ code: 'database-unreachable' });
  });

  it('written by a newer Viva', () => {
    const file = freshFile();
    open(file);
    const other = new BetterSqlite3(file);
    other.prepare("INSERT INTO schema_migrations (version, name) VALUES (999, 'later')").run();
    other.close();
    expect(thrownBy(file)).toMatchObject({
      kind: 'conflict',
      code: 'database-too-new',
      details: { current: 999 },
    });
  });
});
