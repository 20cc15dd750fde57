import { describe, expect, it, vi } from 'vitest';
import { hashText } from '../domain/ids';
import { countingIds, fixedClock, lineReader, TEST_TIME } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import {
  confirmImport,
  discardImport,
  getImport,
  importDocuments,
  loadStarterBank,
  previewImport,
  removeDocument,
  setDocumentEnabled,
} from '.';

function world() {
  const storage = freshStorage();
  const refresh = vi.fn(async () => {});
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  return {
    bank: storage.bank,
    merges: storage.merges,
    previews: storage.previews,
    reader: lineReader(),
    clock: fixedClock(),
    ids: countingIds(),
    index: { refresh },
    logger,
  };
}

function file(name: string, ...lines: string[]) {
  return { name, bytes: new TextEncoder().encode(lines.join('\n')) };
}

const LORA = '为什么要把增量权重低秩分解？ => 增量的内在维度低。';
const DPO = '直接偏好优化省去了什么？ => 省去了奖励模型。';
const binary = { name: 'photo.md', bytes: new Uint8Array([0, 1, 2]) };

describe('previewing an import', () => {
  it('says what would happen and leaves the bank alone', async () => {
    const ports = world();
    const preview = await previewImport(ports, [
      file('a.md', '# 微调', LORA, '没有答案的题 =>', '一段说明。'),
    ]);
    expect(preview.documents).toMatchObject([
      {
        name: 'a.md',
        status: 'new',
        encoding: 'utf-8',
        retired: [],
        questions: [
          { change: 'new', topics: ['微调'] },
          { change: 'new', answer: '' },
        ],
        passages: [{ headings: ['微调'] }],
        issues: [{ code: 'no-answer', line: 3 }],
      },
    ]);
    expect(await ports.bank.listDocuments({ includeRemoved: true })).toEqual([]);
    expect(ports.index.refresh).not.toHaveBeenCalled();
    expect(await getImport(ports, preview.id)).toEqual(preview);
  });

  it('shows a document that cannot be read with the reason, and reads the others', async () => {
    const ports = world();
    const { documents } = await previewImport(ports, [binary, file('empty.md'), file('a.md', LORA)]);
    expect(documents.map(({ status, issues }) => [status, issues[0]?.code, issues[0]?.severity])).toEqual([
      ['error', 'document-binary', 'error'],
      ['error', 'document-empty', 'error'],
      ['new', undefined, undefined],
    ]);
  });

  it('keeps the code a question speaks of, and takes other code for a change', async () => {
    const ports = world();
    const coded = (code: string) => {
      const reader = lineReader();
      const read = async (text: string, name: string) => {
        const reading = await reader.read(text, name);
        return {
          ...reading,
          questions: reading.questions.map((question) => ({ ...question, context: code })),
        };
      };
      return { ...ports, reader: { ...reader, read } };
    };
    const first = await previewImport(coded('`print(1)`'), [file('a.md', LORA)]);
    expect((await getImport(ports, first.id)).documents[0]?.questions).toMatchObject([
      { context: '`print(1)`' },
    ]);
    await confirmImport(ports, first.id);
    expect(await ports.bank.listQuestions()).toMatchObject([{ context: '`print(1)`' }]);
    const second = await previewImport(coded('`print(1, 2)`'), [file('a.md', LORA)]);
    expect(second.documents[0]).toMatchObject({
      status: 'changed',
      questions: [{ change: 'changed', context: '`print(1, 2)`' }],
    });
  });

  it('wants at least one document', async () => {
    await expect(previewImport(world(), [])).rejects.toMatchObject({ code: 'no-documents' });
  });

  it('knows documents by their file name, wherever they lie', async () => {
    const { documents } = await previewImport(world(), [
      file('../../etc/a.md', LORA),
      file('C:\\x\\b.md', DPO),
    ]);
    expect(documents.map(({ name }) => name)).toEqual(['a.md', 'b.md']);
  });

  it('lets a failure that is not the document’s go through', async () => {
    const ports = world();
    ports.reader.read = () => Promise.reject(new TypeError('a bug'));
    await expect(previewImport(ports, [file('a.md', LORA)])).rejects.toThrow('a bug');
  });
});

describe('confirming an import', () => {
  it('brings it into the bank once, and lets look-up follow', async () => {
    const ports = world();
    const { id, documents } = await previewImport(ports, [binary, file('a.md', LORA, DPO, '说明')]);
    const result = await confirmImport(ports, id);
    expect(result.documents).toMatchObject([
      { name: 'a.md', added: 2, changed: 0, unchanged: 0, retired: 0, passages: 1 },
    ]);
    const stored = await ports.bank.listQuestions();
    expect(stored.map((question) => question.id)).toEqual(
      documents[1]?.questions.map((question) => question.id),
    );
    expect(ports.index.refresh).toHaveBeenCalledOnce();
    await expect(confirmImport(ports, id)).rejects.toMatchObject({
      kind: 'not-found',
      code: 'import-not-found',
    });
  });

  it('does nothing when the same is imported again', async () => {
    const ports = world();
    await confirmImport(ports, (await previewImport(ports, [file('a.md', LORA, DPO)])).id);
    const revision = await ports.bank.revision();
    ports.clock.advance(1000);
    const { id, documents } = await previewImport(ports, [file('elsewhere/a.md', LORA, DPO)]);
    expect(documents[0]).toMatchObject({
      status: 'unchanged',
      questions: [{ change: 'unchanged' }, { change: 'unchanged' }],
    });
    expect((await confirmImport(ports, id)).documents).toMatchObject([{ added: 0, unchanged: 2 }]);
    expect(await ports.bank.revision()).toBe(revision);
    expect((await ports.bank.findDocumentByName('a.md'))?.importedAt).toBe(TEST_TIME);
  });

  it('updates a changed document under the same ids and retires what vanished', async () => {
    const ports = world();
    await confirmImport(ports, (await previewImport(ports, [file('a.md', LORA, DPO)])).id);
    const before = await ports.bank.listQuestions();
    const { id, documents } = await previewImport(ports, [
      file('a.md', `请说明${LORA}`, '新题是什么意思？ => 新的。'),
    ]);
    expect(documents[0]).toMatchObject({ status: 'changed', retired: [{ id: before[1]?.id }] });
    expect(documents[0]?.nameConflict).toBeUndefined();
    expect((await confirmImport(ports, id)).documents).toMatchObject([{ added: 1, changed: 1, retired: 1 }]);
    const after = await ports.bank.listQuestions();
    expect(after[0]).toMatchObject({ id: before[0]?.id, stem: expect.stringContaining('请说明') });
    expect((await ports.bank.findQuestion(before[1]?.id ?? ''))?.retiredAt).toBe(TEST_TIME);
  });

  it('works against the bank as it is then, not as it was at the preview', async () => {
    const ports = world();
    const first = await previewImport(ports, [file('a.md', LORA)]);
    const second = await previewImport(ports, [file('a.md', LORA)]);
    await confirmImport(ports, first.id);
    expect((await confirmImport(ports, second.id)).documents).toMatchObject([{ added: 0, unchanged: 1 }]);
  });

  it('refuses what is expired, discarded or unreadable', async () => {
    const ports = world();
    const expired = await previewImport(ports, [file('a.md', LORA)]);
    ports.clock.advance(60 * 60 * 1000);
    await expect(confirmImport(ports, expired.id)).rejects.toMatchObject({ code: 'import-not-found' });
    const discarded = await previewImport(ports, [file('a.md', LORA)]);
    await discardImport(ports, discarded.id);
    await expect(getImport(ports, discarded.id)).rejects.toMatchObject({ code: 'import-not-found' });
    const unreadable = await previewImport(ports, [binary]);
    await expect(confirmImport(ports, unreadable.id)).rejects.toMatchObject({ code: 'nothing-to-import' });
    expect(await ports.bank.listDocuments()).toEqual([]);
  });

  it('logs when look-up could not follow, and the import stands', async () => {
    const ports = world();
    ports.index.refresh.mockRejectedValueOnce(new Error('no memory'));
    await confirmImport(ports, (await previewImport(ports, [file('a.md', LORA)])).id);
    await vi.waitFor(() => expect(ports.logger.error).toHaveBeenCalledOnce());
    expect(await ports.bank.countQuestions()).toBe(1);
  });
});

describe('documents of one name', () => {
  it('the same text twice counts once', async () => {
    const ports = world();
    const { id, documents } = await previewImport(ports, [file('x/a.md', LORA), file('y/a.md', LORA)]);
    expect(documents[1]).toMatchObject({
      status: 'unchanged',
      issues: [{ code: 'document-repeated', severity: 'info' }],
    });
    expect((await confirmImport(ports, id)).documents).toHaveLength(1);
    expect(await ports.bank.countQuestions()).toBe(1);
  });

  it('different texts are both kept, under the same names on every run', async () => {
    const ports = world();
    const files = [file('x/a.md', LORA), file('y/a.md', DPO)];
    const { id, documents } = await previewImport(ports, files);
    expect(documents.map(({ name, issues }) => [name, issues[0]?.code])).toEqual([
      ['a.md', undefined],
      ['a (2).md', 'document-renamed'],
    ]);
    await confirmImport(ports, id);
    expect((await previewImport(ports, files)).documents.map(({ status }) => status)).toEqual([
      'unchanged',
      'unchanged',
    ]);
  });

  it('another document of a known name is pointed out, and replaces it unless both are to be kept', async () => {
    const ports = world();
    await confirmImport(ports, (await previewImport(ports, [file('a.md', LORA)])).id);
    const other = file('a.md', DPO);
    const kept = await previewImport(ports, [other]);
    expect(kept.documents[0]).toMatchObject({
      nameConflict: { questions: 1 },
      issues: [{ code: 'document-name-conflict', severity: 'warning' }],
    });
    await confirmImport(ports, kept.id, { keepBoth: ['a.md'] });
    expect((await ports.bank.listDocuments()).map(({ name }) => name)).toEqual(['a.md', 'a (2).md']);
    expect(await ports.bank.countQuestions()).toBe(2);
    const again = await previewImport(ports, [other]);
    await confirmImport(ports, again.id, { keepBoth: ['a.md'] });
    expect(await ports.bank.listDocuments()).toHaveLength(2);
    await confirmImport(ports, (await previewImport(ports, [other])).id);
    expect(
      (await ports.bank.questionsOfDocument((await ports.bank.listDocuments())[0]?.id ?? '')).map(
        (question) => question.retiredAt,
      ),
    ).toEqual([null, TEST_TIME]);
  });

  it('the same text under another name is pointed out', async () => {
    const ports = world();
    await confirmImport(ports, (await previewImport(ports, [file('a.md', LORA)])).id);
    const { documents } = await previewImport(ports, [file('b.md', LORA)]);
    expect(documents[0]).toMatchObject({
      status: 'new',
      issues: [{ code: 'document-same-content', severity: 'info' }],
    });
  });
});

describe('a document that was switched off or removed', () => {
  it('stays off when it is updated', async () => {
    const ports = world();
    await importDocuments(ports, [file('a.md', LORA)]);
    const [document] = await ports.bank.listDocuments();
    await setDocumentEnabled(ports, document?.id ?? '', false);
    await importDocuments(ports, [file('a.md', LORA, DPO)]);
    expect(await ports.bank.listDocuments()).toMatchObject([{ isEnabled: false, questionCount: 2 }]);
  });

  it('comes back under the same ids when it is imported again', async () => {
    const ports = world();
    const [before] = await importDocuments(ports, [file('a.md', LORA, DPO)]);
    await removeDocument(ports, (await ports.bank.listDocuments())[0]?.id ?? '');
    expect(await ports.bank.countQuestions()).toBe(0);
    const [after] = await importDocuments(ports, [file('a.md', LORA, DPO)]);
    expect(after).toMatchObject({ status: 'new', retired: [] });
    expect(after?.questions.map(({ id }) => id)).toEqual(before?.questions.map(({ id }) => id));
    expect(await ports.bank.countQuestions()).toBe(2);
  });
});

describe('importDocuments', () => {
  it('returns one entry per file in order, after look-up has followed', async () => {
    const ports = world();
    ports.index.refresh.mockImplementationOnce(async () => {
      expect(await ports.bank.countQuestions()).toBe(2);
    });
    const documents = await importDocuments(ports, [file('a.md', LORA), binary, file('b.md', DPO)]);
    expect(documents.map(({ status }) => status)).toEqual(['new', 'error', 'new']);
    expect(ports.index.refresh).toHaveBeenCalledOnce();
  });

  it('tells what was written though no vectors can be made of it', async () => {
    const ports = world();
    ports.index.refresh.mockRejectedValueOnce(new Error('the endpoint is down'));
    expect(await importDocuments(ports, [file('a.md', LORA)])).toMatchObject([{ status: 'new' }]);
    expect(await ports.bank.countQuestions()).toBe(1);
    expect(ports.logger.error).toHaveBeenCalledOnce();
  });

  it('writes nothing on a dry run, which shows the ids that the import will give', async () => {
    const ports = world();
    const dry = await importDocuments(ports, [file('a.md', LORA)], { isDryRun: true });
    expect(await ports.bank.listDocuments()).toEqual([]);
    expect(ports.index.refresh).not.toHaveBeenCalled();
    expect(await importDocuments(ports, [file('a.md', LORA)])).toEqual(dry);
  });

  it('asks about another document of a known name and gives its ids when both are kept', async () => {
    const ports = world();
    await importDocuments(ports, [file('a.md', LORA)]);
    const [kept] = await importDocuments(ports, [file('a.md', DPO)], { keepsBoth: async () => true });
    expect(kept?.name).toBe('a (2).md');
    expect(await ports.bank.findQuestion(kept?.questions[0]?.id ?? '')).toMatchObject({
      documentName: 'a (2).md',
    });
    expect(await ports.bank.countQuestions()).toBe(2);
  });
});

describe('loadStarterBank', () => {
  it('loads, leaves alone and updates; what the person removed stays out', async () => {
    const ports = world();
    const load = (...lines: string[]) =>
      loadStarterBank(ports, file('starter.md', ...lines), [LORA, `${LORA}\n${DPO}`, DPO].map(hashText));
    expect(await load(LORA)).toBe('loaded');
    expect(await load(LORA)).toBe('unchanged');
    const id = (await ports.bank.listDocuments())[0]?.id ?? '';
    await setDocumentEnabled(ports, id, false);
    expect(await load(`${LORA}\r`, DPO)).toBe('updated');
    expect(await ports.bank.listDocuments()).toMatchObject([{ isEnabled: false, questionCount: 2 }]);
    expect(await load(DPO)).toBe('updated');
    await removeDocument(ports, id);
    expect(await load(LORA)).toBe('removed');
    expect(await ports.bank.listDocuments()).toEqual([]);
  });

  it('leaves a version that the person rewrote as it is', async () => {
    const ports = world();
    const shipped = [LORA, DPO].map(hashText);
    await loadStarterBank(ports, file('starter.md', LORA), shipped);
    await importDocuments(ports, [file('starter.md', LORA, '自己的问题？ => 自己的答案。')]);
    expect(await loadStarterBank(ports, file('starter.md', DPO), shipped)).toBe('own');
    expect((await ports.bank.listQuestions()).map(({ stem }) => stem)).toContain('自己的问题？');
  });
});
