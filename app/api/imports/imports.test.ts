import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as getBank } from '@/app/api/bank/route';
import {
  DELETE as deleteDocument,
  GET as getDocument,
  PATCH as patchDocument,
} from '@/app/api/documents/[documentId]/route';
import { GET as getQuestion } from '@/app/api/questions/[questionId]/route';
import { GET as getQuestions } from '@/app/api/questions/route';
import { openStorage, type Storage } from '../../../lib/adapters/storage';
import { countingIds, fixedClock, lineReader } from '../../../lib/testing';
import * as useCases from '../../../lib/use-cases';
import { POST as confirm } from './[importId]/confirm/route';
import { PUT as correct } from './[importId]/corrections/route';
import { PATCH as remap } from './[importId]/mapping/route';
import { DELETE as discard, GET as getImport } from './[importId]/route';
import { POST as upload } from './route';

const served = vi.hoisted(() => ({ app: {} as unknown }));
vi.mock('@/app/_server', () => ({ getApp: async () => served.app }));

let storage: Storage;
beforeEach(() => {
  storage = openStorage({ file: ':memory:' });
  const noLookup = { questions: async () => [], refresh: async () => {} };
  const parts = {
    ...storage,
    reader: lineReader(),
    clock: fixedClock(),
    ids: countingIds(),
    index: noLookup,
    search: noLookup as never,
    logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  };
  served.app = {
    bank: {
      overview: () => useCases.getBankOverview(parts),
      listQuestions: (query: useCases.QuestionQuery) => useCases.listQuestions(parts, query),
      question: (id: string) => useCases.getQuestion(parts, id),
      document: (id: string) => useCases.getDocument(parts, id),
      setDocumentEnabled: (id: string, isEnabled: boolean) =>
        useCases.setDocumentEnabled(parts, id, isEnabled),
      removeDocument: (id: string) => useCases.removeDocument(parts, id),
      previewImport: (files: useCases.DocumentFile[]) => useCases.previewImport(parts, files),
      getImport: (id: string) => useCases.getImport(parts, id),
      correctImport: (id: string, corrections: useCases.DocumentCorrections) =>
        useCases.correctImport(parts, id, corrections),
      confirmImport: (id: string, choices: useCases.ConfirmChoices) =>
        useCases.confirmImport(parts, id, choices),
      remapImport: (id: string, chosen: useCases.ChosenMapping) => useCases.remapImport(parts, id, chosen),
      discardImport: (id: string) => useCases.discardImport(parts, id),
    },
  };
});
afterEach(() => storage.close());

function request(path: string, method = 'GET', body?: unknown): Request {
  const headers = { 'content-type': 'application/json' };
  return new Request(`http://127.0.0.1:3000/api${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const at = <Params>(params: Params) => ({ params: Promise.resolve(params) });

async function uploadText(name: string, text: string): Promise<string> {
  const response = await upload(request('/imports', 'POST', { documents: [{ name, text }] }), undefined);
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

async function importText(name: string, text: string): Promise<{ id: string }> {
  const importId = await uploadText(name, text);
  const response = await confirm(request('/', 'POST', {}), at({ importId }));
  const { documents } = (await response.json()) as { documents: [{ id: string }] };
  return documents[0];
}

describe('importing over HTTP', () => {
  it('previews, shows again, confirms once', async () => {
    const importId = await uploadText('../a.md', '# 微调\n甲是什么？ => 甲。');
    expect(await (await getImport(request('/'), at({ importId }))).json()).toMatchObject({
      documents: [{ name: 'a.md', questions: [{ stem: '甲是什么？' }] }],
    });
    const confirmed = await confirm(request('/', 'POST', {}), at({ importId }));
    expect(await confirmed.json()).toMatchObject({ documents: [{ name: 'a.md', added: 1 }] });
    const again = await confirm(request('/', 'POST', {}), at({ importId }));
    expect(again.status).toBe(404);
    expect(await again.json()).toMatchObject({ error: { kind: 'not-found', code: 'import-not-found' } });
  });

  it.each([
    [{ document: 'a.md', mapping: { roles: ['question'] } }, 404, 'import-document-not-found'],
    [{ document: 'a.md', mapping: { roles: ['teacher'] } }, 400, 'bad-field'],
    [{ document: 'a.md' }, 400, 'bad-field'],
  ])('maps no columns of what has none: %j', async (body, status, code) => {
    const importId = await uploadText('a.md', '甲 => 乙');
    const response = await remap(request('/', 'PATCH', body), at({ importId }));
    expect([response.status, await response.json()]).toMatchObject([status, { error: { code } }]);
  });

  it('forgets a discarded preview', async () => {
    const importId = await uploadText('a.md', '甲 => 乙');
    expect((await discard(request('/', 'DELETE'), at({ importId }))).status).toBe(204);
    expect((await getImport(request('/'), at({ importId }))).status).toBe(404);
  });

  it('keeps what a person corrected, and answers without the text', async () => {
    const importId = await uploadText('a.md', '甲是什么？ => 甲。');
    const corrections = [{ type: 'drop', at: { line: 1, text: '甲是什么？ => 甲。' } }];
    const response = await correct(request('/', 'PUT', { document: 'a.md', corrections }), at({ importId }));
    const { document } = (await response.json()) as { document: Record<string, unknown> };
    expect(document).toMatchObject({ name: 'a.md', status: 'new', corrections });
    expect(document).not.toHaveProperty('text');
    expect(await (await getImport(request('/'), at({ importId }))).json()).toMatchObject({
      documents: [{ corrections }],
    });
  });

  it.each([
    ['no list', { document: 'a.md' }],
    ['an unknown kind', { document: 'a.md', corrections: [{ type: 'erase', at: { line: 1, text: '' } }] }],
    ['no line', { document: 'a.md', corrections: [{ type: 'drop', at: { line: 0, text: '' } }] }],
    [
      'a huge text',
      { document: 'a.md', corrections: [{ type: 'drop', at: { line: 1, text: 'x'.repeat(300_000) } }] },
    ],
    [
      'too many',
      { document: 'a.md', corrections: Array(5_001).fill({ type: 'alternative', id: 'x', isTaken: true }) },
    ],
  ])('refuses corrections with %s', async (_what, body) => {
    const importId = await uploadText('a.md', '甲是什么？ => 甲。');
    const response = await correct(request('/', 'PUT', body), at({ importId }));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'bad-field' } });
  });

  it.each([
    ['options', { correct: 'A' }],
    ['options', { options: [{ label: 'A', text: '甲' }] }],
    ['options', { options: ['甲', '乙'].map((text) => ({ label: 'A', text })) }],
    ['correct', { options: ['A', 'B'].map((label) => ({ label, text: label })), correct: 'AZ' }],
  ])('names %s of a choice that nobody could choose from', async (field, given) => {
    const importId = await uploadText('a.md', '甲是什么？ => 甲。');
    const line = { line: 1, text: '甲是什么？ => 甲。' };
    const question = {
      kind: 'choice',
      stem: '选哪个？',
      answer: '',
      topics: [],
      start: line,
      end: line,
      ...given,
    };
    const body = { document: 'a.md', corrections: [{ type: 'add', question }] };
    const response = await correct(request('/', 'PUT', body), at({ importId }));
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toContain(`corrections.0.question.${field}:`);
  });

  it('refuses a page of another origin', async () => {
    const foreign = new Request('http://127.0.0.1:3000/api/imports', {
      method: 'POST',
      headers: { origin: 'http://evil.example', 'content-type': 'application/json' },
      body: '{}',
    });
    expect((await upload(foreign, undefined)).status).toBeGreaterThanOrEqual(400);
    expect(await storage.bank.listDocuments()).toEqual([]);
  });
});

describe('browsing over HTTP', () => {
  it('gives the overview, questions by filter, one question and its document', async () => {
    const { id: documentId } = await importText('a.md', '# 微调\n甲是什么？ => 甲。\n乙是什么？ => 乙。');
    expect(await (await getBank(request('/bank'), undefined)).json()).toMatchObject({ questions: 2 });
    const list = await getQuestions(request('/questions?document=a.md&topic=微调&limit=1&kind='), undefined);
    const { questions, total } = (await list.json()) as { questions: [{ id: string }]; total: number };
    expect([questions.length, total]).toEqual([1, 2]);
    const one = await getQuestion(request('/'), at({ questionId: questions[0].id }));
    expect(await one.json()).toMatchObject({ question: { stem: '甲是什么？' } });
    const document = await getDocument(request('/'), at({ documentId }));
    expect(await document.json()).toMatchObject({
      document: { name: 'a.md', text: expect.stringContaining('# 微调') },
    });
  });

  it.each(['limit=0', 'limit=x', 'kind=essay'])('refuses ?%s', async (query) => {
    const response = await getQuestions(request(`/questions?${query}`), undefined);
    const message = expect.stringContaining(` ${query.split('=')[0]}: `);
    const error = { code: 'bad-query', message };
    expect([response.status, await response.json()]).toMatchObject([400, { error }]);
  });

  it('switches a document off and removes it', async () => {
    const { id: documentId } = await importText('a.md', '甲 => 乙');
    expect(
      (await patchDocument(request('/', 'PATCH', { isEnabled: false }), at({ documentId }))).status,
    ).toBe(204);
    expect(await storage.bank.countQuestions()).toBe(0);
    expect((await patchDocument(request('/', 'PATCH', {}), at({ documentId }))).status).toBe(400);
    expect((await deleteDocument(request('/', 'DELETE'), at({ documentId }))).status).toBe(204);
    expect(await storage.bank.listDocuments()).toEqual([]);
    expect((await deleteDocument(request('/', 'DELETE'), at({ documentId: 'd_none' }))).status).toBe(404);
  });
});
