import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPaths } from './read-paths';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'viva-import-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, text = '# 题'): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

async function outcome(...paths: string[]) {
  const read = await readPaths(paths);
  return read.map((entry) => [
    path.relative(folder, entry.path),
    'bytes' in entry ? entry.bytes.length : entry.issue.code,
  ]);
}

describe('readPaths', () => {
  it('reads a named file whatever it is called, and goes on past one that is not there', async () => {
    const odd = write('notes.data', 'abc');
    expect(await outcome(path.join(folder, 'none.md'), odd)).toEqual([
      ['none.md', 'document-unreadable'],
      ['notes.data', 3],
    ]);
  });

  it('reads the documents below a folder in the order of their names, and nothing hidden', async () => {
    const names = [
      'b.md',
      'a/z.txt',
      'a/photo.png',
      '.git/x.md',
      'node_modules/y.md',
      'C.MARKDOWN',
      'd.docx',
      'e.zip',
    ];
    for (const name of names) write(name, 'x');
    expect(await outcome(folder)).toEqual([
      ['C.MARKDOWN', 1],
      ['a/z.txt', 1],
      ['b.md', 1],
      ['d.docx', 1],
      ['e.zip', 1],
    ]);
  });

  it('reads a path that is given twice, or below a folder as well, once', async () => {
    const file = write('a.md');
    expect(await outcome(file, folder, file)).toEqual([['a.md', 5]]);
  });

  it('says so when a folder holds nothing to read', async () => {
    write('photo.png');
    expect(await outcome(folder)).toEqual([['', 'no-text-files']]);
  });

  it('does not load what is too large', async () => {
    const large = write('large.md');
    truncateSync(large, 10 * 1024 * 1024 + 1);
    const limit = write('limit.md');
    truncateSync(limit, 10 * 1024 * 1024);
    const packed = write('packed.pdf');
    truncateSync(packed, 10 * 1024 * 1024 + 1);
    expect(await outcome(large, limit, packed)).toEqual([
      ['large.md', 'document-too-large'],
      ['limit.md', 10 * 1024 * 1024],
      ['packed.pdf', 10 * 1024 * 1024 + 1],
    ]);
  });
});
