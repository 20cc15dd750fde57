import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '../adapters/storage';
import { entryOf, parseBank } from '../domain/question-bank';
import { aChoiceQuestion, aDocumentChange } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import { exportBank } from '.';

let storage: Storage;
beforeEach(async () => {
  storage = freshStorage();
  await storage.bank.saveDocument(
    aDocumentChange({ name: '对齐: 一.md' }, [
      { id: 'q_a', stem: '甲', answer: '关于 LoRA', topics: ['对齐', 'DPO'], difficulty: 3 },
      { ...aChoiceQuestion(), id: 'q_b', topics: ['评测'] },
      { id: 'q_gone', stem: '旧', retiredAt: '2026-01-01T00:00:00.000Z' },
    ]),
  );
  await storage.bank.saveDocument(
    aDocumentChange({ id: 'd_off', name: 'off.txt', isEnabled: false }, [{ id: 'q_off', stem: '乙' }]),
  );
});

describe('exportBank', () => {
  it.each(['markdown', 'json', 'csv', 'anki'] as const)(
    'exports as %s what reads back the same',
    async (format) => {
      const { text, questions } = await exportBank(storage, { format });
      const active = await storage.bank.listQuestions();
      expect(questions).toBe(2);
      expect(parseBank(text)?.entries).toEqual(active.map(entryOf));
    },
  );

  it('names the file after its only document, with signs that every system takes', async () => {
    expect((await exportBank(storage, { format: 'markdown' })).fileName).toBe('对齐_ 一.md');
    await storage.bank.setDocumentEnabled('d_off', true);
    expect((await exportBank(storage, { format: 'csv' })).fileName).toBe('viva-bank.csv');
  });

  it('exports a document that is switched off when it is asked for by name', async () => {
    const { text, fileName } = await exportBank(storage, { format: 'json', documentIds: ['d_off'] });
    expect(fileName).toBe('off.json');
    expect(parseBank(text)?.entries.map(({ stem }) => stem)).toEqual(['乙']);
  });

  it('refuses a document that is not there', async () => {
    const asked = exportBank(storage, { format: 'json', documentIds: ['d_none'] });
    await expect(asked).rejects.toMatchObject({ kind: 'not-found', code: 'document-not-found' });
  });
});
