import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentName, freeDocumentName } from './document-name';

describe('documentName', () => {
  it.each([
    ['notes.md', 'notes.md'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\笔记.txt', '笔记.txt'],
    ['folder/', 'folder'],
    ['..', 'document'],
    ['', 'document'],
    ['///', 'document'],
    ['a\u0000b\n\u202Ec.md', 'abc.md'],
    [`${'长'.repeat(300)}.md`, `${'长'.repeat(117)}.md`],
    ['e\u0301.md', '\u00e9.md'],
  ])('%j is known as %j', (path, name) => {
    expect(documentName(path)).toBe(name);
  });

  it('never holds a path, and naming a name changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (path) => {
        const name = documentName(path);
        expect(name).not.toMatch(/[\\/\p{Cc}]/u);
        expect(['', '.', '..']).not.toContain(name);
        expect(documentName(name)).toBe(name);
      }),
    );
  });
});

describe('freeDocumentName', () => {
  it.each([
    ['a.md', [], 'a.md'],
    ['a.md', ['a.md'], 'a (2).md'],
    ['a.md', ['a.md', 'a (2).md'], 'a (3).md'],
    ['.env', ['.env'], '.env (2)'],
    ['没有扩展名', ['没有扩展名'], '没有扩展名 (2)'],
  ])('%s where %j are taken becomes %s', (name, taken, expected) => {
    expect(freeDocumentName(name, (other) => taken.includes(other))).toBe(expected);
  });
});
