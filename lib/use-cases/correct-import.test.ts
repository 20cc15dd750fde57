import { afterAll, describe, expect, it } from 'vitest';
import { openDocumentReader } from '../adapters/documents';
import { AppError } from '../domain/errors';
import { hashText } from '../domain/ids';
import type { LineAnchor, ReadingCorrection } from '../domain/question-bank';
import { countingIds, fixedClock } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import { confirmImport, correctImport, getImport, importDocuments, loadStarterBank, previewImport } from '.';

/** One for all tests: its thread takes a while to start. */
const reader = openDocumentReader();
afterAll(() => reader.close());

/** The real reader and the real database. */
function world() {
  const storage = freshStorage();
  const { bank, previews, merges } = storage;
  const index = { refresh: async () => {} };
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  return { bank, previews, merges, reader, clock: fixedClock(), ids: countingIds(), index, logger };
}

const BANK = `# 咖啡师面试

## 冲煮

### 1. 什么是预浸泡？

先用少量热水润湿咖啡粉，让里面的气体放出来。

那么预浸泡要多久？

一般三十秒左右，豆子越新鲜等得越久。

### 2. 水温过高会怎样？

萃取过度，苦味和涩味都会出来。
`;
const POTS = `# 壶

### 1. 什么是提梁壶？

提手在壶盖上方的壶。

### 2. 什么是侧把壶？

把手在侧面的壶。
`;
const STEMS = ['什么是预浸泡？', '水温过高会怎样？'];
const SPLIT = ['什么是预浸泡？', '那么预浸泡要多久？', '水温过高会怎样？'];

const file = (text = BANK, name = '咖啡.md') => ({ name, bytes: new TextEncoder().encode(text) });
const stems = (questions: readonly { stem: string }[] = []) => questions.map(({ stem }) => stem);

function at(start: string): LineAnchor {
  const lines = BANK.split('\n');
  const index = lines.findIndex((line) => line.startsWith(start));
  return { line: index + 1, text: lines[index] ?? '' };
}
const begin: ReadingCorrection = { type: 'begin', at: at('那么') };
const drop: ReadingCorrection = { type: 'drop', at: at('### 2.') };

describe('an import that is being confirmed', () => {
  it('cannot be changed or confirmed again, and can once writing has failed', async () => {
    const ports = world();
    const { id } = await previewImport(ports, [file()]);
    const correct = () => correctImport(ports, id, { document: '咖啡.md', corrections: [begin] });
    const held = { kind: 'conflict', code: 'import-held' };
    const saveDocument = async () => {
      await expect(correct()).rejects.toMatchObject(held);
      await expect(confirmImport(ports, id)).rejects.toMatchObject(held);
      throw new AppError('unavailable', 'disk-full', 'The disk is full.');
    };
    const failing = confirmImport({ ...ports, bank: { ...ports.bank, saveDocument } }, id);
    await expect(failing).rejects.toMatchObject({ code: 'disk-full' });
    expect(stems((await correct()).questions)).toEqual(SPLIT);
    expect((await confirmImport(ports, id)).documents).toMatchObject([{ added: 3 }]);
  });
});

describe('correcting a waiting import', () => {
  it('reads the document again, keeps that, and takes it back with a shorter list', async () => {
    const ports = world();
    const { id, documents } = await previewImport(ports, [file()]);
    expect(stems(documents[0]?.questions)).toEqual(STEMS);
    const correct = (corrections: ReadingCorrection[]) =>
      correctImport(ports, id, { document: '咖啡.md', corrections });
    const split = await correct([begin]);
    expect(split).toMatchObject({ status: 'new', corrections: [begin], text: BANK });
    expect(stems(split.questions)).toEqual(SPLIT);
    expect(await correct([begin])).toEqual(split);
    expect((await getImport(ports, id)).documents).toEqual([split]);
    expect(stems((await correct([begin, drop])).questions)).toEqual(SPLIT.slice(0, 2));
    expect(await correct([])).toMatchObject({ questions: documents[0]?.questions, corrections: [] });
    expect(await ports.bank.countQuestions()).toBe(0);
  });

  it('goes into the bank as corrected, and is read so at every later import', async () => {
    const ports = world();
    const { id } = await previewImport(ports, [file()]);
    await correctImport(ports, id, { document: '咖啡.md', corrections: [begin] });
    await confirmImport(ports, id);
    expect(stems(await ports.bank.listQuestions())).toEqual(SPLIT);
    expect((await ports.bank.findDocumentByName('咖啡.md'))?.corrections).toEqual([begin]);

    const again = await previewImport(ports, [file()]);
    expect(again.documents[0]).toMatchObject({ status: 'unchanged', corrections: [begin] });

    const longer = file(
      `${BANK.replace('## 冲煮', '一句引言。\n\n## 冲煮')}\n### 3. 什么是粉水比？\n\n粉和水的重量之比。\n`,
    );
    const [imported] = await importDocuments(ports, [longer]);
    expect(stems(imported?.questions)).toEqual([...SPLIT, '什么是粉水比？']);
    expect((await ports.bank.findDocumentByName('咖啡.md'))?.corrections).toEqual([begin]);
  });

  it('says which corrections have lost their place, and keeps the rest', async () => {
    const ports = world();
    const { id } = await previewImport(ports, [file()]);
    await correctImport(ports, id, { document: '咖啡.md', corrections: [begin, drop] });
    await confirmImport(ports, id);
    const { documents } = await previewImport(ports, [file(BANK.replace('那么预浸泡要多久？', ''))]);
    expect(stems(documents[0]?.questions)).toEqual(STEMS.slice(0, 1));
    expect(documents[0]?.issues.filter(({ code }) => code === 'correction-lost')).toHaveLength(1);
  });

  it('is a change even where every question stays the same', async () => {
    const ports = world();
    await importDocuments(ports, [file()]);
    const { id } = await previewImport(ports, [file()]);
    const corrections: ReadingCorrection[] = [begin, { type: 'merge', at: at('那么') }];
    const corrected = await correctImport(ports, id, { document: '咖啡.md', corrections });
    expect(corrected.status).toBe('changed');
    expect(corrected.questions.map(({ change }) => change)).toEqual(['unchanged', 'unchanged']);
    await confirmImport(ports, id);
    expect((await ports.bank.findDocumentByName('咖啡.md'))?.corrections).toEqual(corrections);
  });

  it('keeps what was said of how the document arrived, and waits an hour from then on', async () => {
    const ports = world();
    const other = file(POTS, 'x/咖啡.md');
    const { id } = await previewImport(ports, [other, file()]);
    ports.clock.advance(50 * 60 * 1000);
    const corrected = await correctImport(ports, id, { document: '咖啡 (2).md', corrections: [begin] });
    expect(corrected.issues.map(({ code }) => code)).toContain('document-renamed');
    ports.clock.advance(50 * 60 * 1000);
    await confirmImport(ports, id);
    expect(await ports.bank.countQuestions()).toBe(5);
  });

  it('holds beside another document of the same name', async () => {
    const ports = world();
    await importDocuments(ports, [file(POTS)]);
    const { id } = await previewImport(ports, [file()]);
    await correctImport(ports, id, { document: '咖啡.md', corrections: [begin] });
    await confirmImport(ports, id, { keepBoth: ['咖啡.md'] });
    const kept = await ports.bank.findDocumentByName('咖啡 (2).md');
    expect(kept?.corrections).toEqual([begin]);
    expect(stems(await ports.bank.questionsOfDocument(kept?.id ?? ''))).toEqual(SPLIT);
  });

  it('refuses what is not there', async () => {
    const ports = world();
    const { id } = await previewImport(ports, [file(), { name: 'b.md', bytes: new Uint8Array() }]);
    const correct = (importId: string, document: string) =>
      correctImport(ports, importId, { document, corrections: [] });
    await expect(correct(id, 'b.md')).rejects.toMatchObject({ code: 'import-document-not-found' });
    await expect(correct(id, 'c.md')).rejects.toMatchObject({ kind: 'not-found' });
    await expect(correct('import_0', '咖啡.md')).rejects.toMatchObject({ code: 'import-not-found' });
  });
});

it('a newer starter bank is read as its older one was corrected', async () => {
  const ports = world();
  const { id } = await previewImport(ports, [file()]);
  await correctImport(ports, id, { document: '咖啡.md', corrections: [drop] });
  await confirmImport(ports, id);
  await loadStarterBank(ports, file(BANK.replace('三十秒', '四十秒')), [hashText(BANK)]);
  expect(stems(await ports.bank.listQuestions())).toEqual(STEMS.slice(0, 1));
});
