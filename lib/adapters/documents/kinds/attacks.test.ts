import { afterAll, describe, expect, it } from 'vitest';
import { openDocumentReader } from '../open';
import {
  ankiCollection,
  docx,
  ods,
  odsCell,
  odsOf,
  paragraph,
  pdf,
  xlsx,
  zip,
  zstandard,
} from './sample-files.contract';

const MEGABYTE = 1024 * 1024;
const reader = openDocumentReader({ timeoutMs: 60_000 });
afterAll(() => reader.close());

/** What opening a file is answered with: a refusal's code, or 'opened'; by the name of each document. */
async function outcome(name: string, bytes: Uint8Array) {
  const documents = await reader.open(bytes, name);
  return documents.map((document) => [
    document.name,
    document.state === 'refused' ? document.issue.code : 'opened',
  ]);
}

const MD = '# 题\n\n## 什么是早停？\n\n不再变好就停。\n';
const WORD = docx(paragraph('什么是早停？'));
const SHEET = xlsx({
  题: [
    ['问题', '答案'],
    ['什么是早停？', '停'],
  ],
});

/** Changes fields of every entry, in the central directory and before its data. */
function patched(file: Uint8Array, change: { flags?: number; size?: number; mode?: number }): Uint8Array {
  const bytes = Buffer.from(file);
  for (let at = 0; at < bytes.length - 46; at++) {
    const isCentral = bytes.readUInt32LE(at) === 0x02014b50;
    if (!isCentral) continue;
    if (change.flags !== undefined) bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | change.flags, at + 8);
    if (change.size !== undefined) bytes.writeUInt32LE(change.size, at + 24);
    if (change.mode !== undefined) {
      bytes.writeUInt8(3, at + 5);
      bytes.writeUInt32LE(change.mode * 65_536, at + 38);
    }
  }
  return new Uint8Array(bytes);
}

describe('archives', () => {
  it.each(['../evil.md', '/etc/evil.md', 'C:/evil.md', 'a/../../evil.md', 'a\\evil.md'])(
    'the path %s is refused by name, the others are read',
    async (path) => {
      const found = await reader.open(zip({ [path]: MD, 'good.md': MD }), 'a.zip');
      expect(found.map(({ state }) => state).sort()).toEqual(['opened', 'refused']);
      const refused = found.find((each) => each.state === 'refused');
      expect(refused).toMatchObject({
        issue: { code: 'archive-path', message: expect.stringContaining(path) },
      });
      expect(refused?.name).not.toMatch(/[\\/:]|\.\./u);
    },
  );

  it('a link to another place is refused', async () => {
    const link = patched(zip({ 'a.md': '/etc/passwd' }), { mode: 0o120777 });
    expect(await outcome('a.zip', link)).toEqual([['a.md', 'archive-path']]);
  });

  it('an entry with a password is refused', async () => {
    expect(await outcome('a.zip', patched(zip({ 'a.md': MD }), { flags: 1 }))).toEqual([
      ['a.md', 'document-encrypted'],
    ]);
  });

  it('a bomb that says what it is is refused before it is unpacked', async () => {
    const bomb = zip({ 'a.md': new Uint8Array(20 * MEGABYTE).fill(65), 'b.md': MD });
    expect(await outcome('a.zip', bomb)).toEqual([
      ['a.md', 'archive-bomb'],
      ['b.md', 'opened'],
    ]);
  });

  it('a bomb that lies about its size is stopped on the way', async () => {
    const liar = patched(zip({ 'a.md': new Uint8Array(20 * MEGABYTE).fill(65) }), { size: 1_000 });
    expect(await outcome('a.zip', liar)).toEqual([['a.md', 'document-damaged']]);
  });

  it('many documents that are too much together are refused', async () => {
    const noise = (seed: number) =>
      new Uint8Array(6 * MEGABYTE).map((_, index) => 65 + ((index * 7 + seed + (index >> 8)) % 26));
    const parts = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`${index}.md`, noise(index)]));
    expect(await outcome('a.zip', zip(parts))).toEqual([['a.zip', 'archive-bomb']]);
  });

  it('an archive in an archive is refused, under its own name and under another', async () => {
    const inner = zip({ 'a.md': MD });
    expect(await outcome('a.zip', zip({ 'in.zip': inner, 'b.md': inner, 'c.md': MD }))).toEqual([
      ['in.zip', 'archive-nested'],
      ['b.md', 'archive-nested'],
      ['c.md', 'opened'],
    ]);
  });

  it.each([
    ['cut short', zip({ 'a.md': MD }).slice(0, 60), 'document-damaged'],
    ['without any document', zip({ 'a.png': 'x' }), 'archive-empty'],
    ['empty', zip({}), 'archive-empty'],
  ])('%s', async (_name, file, code) => {
    expect(await outcome('a.zip', file)).toEqual([['a.zip', code]]);
  });
});

describe('office files', () => {
  const entities = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>';

  it.each([
    ['a Word part with entities', 'a.docx', docx(paragraph('题'), { 'word/comments.xml': entities })],
    ['a Word body with entities', 'a.docx', docx('', { 'word/document.xml': entities })],
    [
      'UTF-16',
      'a.docx',
      docx('', { 'word/document.xml': new Uint8Array(Buffer.from(`\ufeff${entities}`, 'utf16le')) }),
    ],
    ['an OpenDocument sheet with entities', 'a.ods', ods({}, { 'content.xml': entities })],
    ['a sheet with entities', 'a.xlsx', xlsx({ 题: [['问题']] }, { 'xl/sharedStrings.xml': entities })],
  ])('%s: refused before a library sees it', async (_name, name, file) => {
    expect(await outcome(name, file)).toEqual([[name, 'document-unsafe']]);
  });

  const again = (many: string, attribute: string) => ` table:number-${attribute}-repeated="${many}"`;
  it.each([
    ['a path that leads out', ods({ 题: [['问题']] }, { '../../x.xml': 'x' }), 'archive-path'],
    [
      'a part that unpacks to gigabytes',
      ods({}, { 'content.xml': new Uint8Array(30 * MEGABYTE) }),
      'archive-bomb',
    ],
    [
      'rows that repeat for ever',
      odsOf({ 题: `<table:table-row${again('1048576', 'rows')}>${odsCell('问题')}</table:table-row>` }),
      'document-too-complex',
    ],
    [
      'cells that repeat for ever',
      odsOf({ 题: `<table:table-row>${odsCell('问题', again('99999999', 'columns'))}</table:table-row>` }),
      'document-too-complex',
    ],
    [
      'a row longer than any program makes',
      odsOf({ 题: `<table:table-row>${odsCell('问题', again('300000', 'columns'))}</table:table-row>` }),
      'document-too-complex',
    ],
    ['with a password', ods({}, { 'META-INF/manifest.xml': '<m:encryption-data/>' }), 'document-encrypted'],
    ['a body that is none', ods({}, { 'content.xml': '<a/>' }), 'document-damaged'],
    ['without a word', ods({ 题: [] }), 'document-empty'],
  ])('an OpenDocument sheet: %s', async (_name, file, code) => {
    expect(await outcome('a.ods', file)).toEqual([['a.ods', code]]);
  });

  it.each([
    ['a path that leads out', docx(paragraph('题'), { '../../x.xml': 'x' }), 'archive-path'],
    [
      'a part that unpacks to gigabytes',
      docx(paragraph('题'), { 'word/x.xml': new Uint8Array(30 * MEGABYTE) }),
      'archive-bomb',
    ],
    ['a body that is no XML', docx('', { 'word/document.xml': 'no' }), 'document-damaged'],
    ['cut short', WORD.slice(0, WORD.length - 80), 'document-damaged'],
    ['without a word', docx(''), 'document-empty'],
  ])('%s', async (_name, file, code) => {
    expect(await outcome('a.docx', file)).toEqual([['a.docx', code]]);
  });

  it('macros are left alone, and said so', async () => {
    const [document] = await reader.open(
      docx(paragraph('什么是早停？'), { 'word/vbaProject.bin': 'x' }),
      'a.docm',
    );
    expect(document).toMatchObject({ state: 'opened', issues: [{ code: 'macros-ignored' }] });
  });

  it('one with a password, or of an old kind, is refused', async () => {
    const old = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await outcome('a.docx', new Uint8Array(old))).toEqual([['a.docx', 'document-encrypted']]);
    expect(await outcome('a.doc', new Uint8Array(old.subarray(0, 12)))).toEqual([
      ['a.doc', 'document-binary'],
    ]);
  });

  it('what it is, its content says', async () => {
    expect(await outcome('a.xlsx', WORD)).toEqual([['a.xlsx', 'opened']]);
    expect(await outcome('a.txt', SHEET)).toEqual([['a.txt', 'opened']]);
    expect(await outcome('a.docx', new TextEncoder().encode(MD))).toEqual([['a.docx', 'opened']]);
    expect(await outcome('a.md', zip({ mimetype: 'application/epub+zip' }))).toEqual([
      ['a.md', 'document-binary'],
    ]);
  });
});

describe('Anki packages', () => {
  const note = { type: 1, fields: ['什么是早停？', '停'] };

  it.each([
    [
      'a view in place of the notes, which never ends',
      ankiCollection(
        [],
        `CREATE VIEW notes AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 1 AS mid, '' AS tags, 'a' AS flds FROM n;`,
      ),
      'document-empty',
    ],
    [
      'a computed column',
      ankiCollection(
        [],
        `CREATE TABLE notes (id integer primary key, mid integer, tags text, flds text AS (hex(zeroblob(500000000))));`,
      ),
      'document-empty',
    ],
    ['no database', new TextEncoder().encode('SQLite format 3\0 and nothing'), 'document-damaged'],
    ['no notes', ankiCollection([]), 'document-empty'],
  ])('%s', async (_name, collection, code) => {
    expect(await outcome('a.apkg', zip({ 'collection.anki2': collection }))).toEqual([['a.apkg', code]]);
  });

  it('a new collection that is none, or unpacks to too much, is refused', async () => {
    const broken = zip({ 'collection.anki21b': zstandard(ankiCollection([note])).slice(0, 400) });
    expect(await outcome('a.apkg', broken)).toEqual([['a.apkg', 'document-damaged']]);
    // Blocks of one byte repeated (RFC 8878, 3.1.1.2.2): four bytes each for 128 KB.
    const block = Buffer.from([((131_072 << 3) | 2) & 0xff, (131_072 >> 5) & 0xff, 131_072 >> 13, 65]);
    const header = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x70]);
    const bomb = new Uint8Array(Buffer.concat([header, ...Array.from({ length: 2_000 }, () => block)]));
    expect(await outcome('a.apkg', zip({ 'collection.anki21b': bomb }))).toEqual([
      ['a.apkg', 'document-too-large'],
    ]);
  });
});

describe('PDFs', () => {
  const page = [[72, 700, 11, 'What is early stopping?']] as const;
  const locked =
    ' /Encrypt <</Filter/Standard/V 1/R 2/P -44/O<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>/U<00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff>>> /ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]';

  it.each([
    ['pictures of pages', pdf([[], []]), 'document-without-text'],
    ['a password', pdf([page], { trailer: locked }), 'document-encrypted'],
    ['a mere beginning', new TextEncoder().encode('%PDF-1.7\nnothing'), 'document-damaged'],
  ])('%s', async (_name, file, code) => {
    expect(await outcome('a.pdf', file)).toEqual([['a.pdf', code]]);
  });
});

describe('text', () => {
  const text = (content: string) => new TextEncoder().encode(content);

  it.each([
    [
      'markup nested without end',
      'a.html',
      `<!doctype html>${'<b>'.repeat(60_000)}x`,
      'document-too-complex',
    ],
    ['lists nested without end', 'a.html', `<!doctype html>${'<ul><li>'.repeat(3_000)}x`, 'opened'],
    ['markup without a word', 'a.html', '<!doctype html><script>alert(1)</script>', 'document-empty'],
    ['JSON cut short', 'a.json', '{"data":[{"question":"什么是', 'document-damaged'],
    ['JSON nested without end', 'a.json', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, 'no-records'],
    ['JSON without questions', 'a.json', '{"name":"viva","version":"1"}', 'no-records'],
    ['names without rows', 'a.csv', '问题,答案\n', 'document-empty'],
  ])('%s', async (_name, name, content, code) => {
    expect(await outcome(name, text(content))).toEqual([[name, code]]);
  });
});
