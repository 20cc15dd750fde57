import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Storage } from '../adapters/storage';
import { openVectorIndexes } from '../adapters/vector-index';
import { parseGlossary } from '../domain/retrieval';
import type { EmbeddingModel, Logger, ModelWeights, OpenedEmbedder, WeightsState } from '../ports';
import { aDocumentChange, aPassage, aQuestion, gate } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import { createBankIndex } from './bank-index';
import { fetchModelWeights } from './fetch-model-weights';

/** An embedder that knows one thing: which of these words a text is about; it counts what it is asked. */
function meaningEmbedder(id: string, kind: EmbeddingModel['kind'] = 'local') {
  const meanings = [/遗忘|忘掉/, /显存|内存/, /奖励/];
  const vectorOf = (text: string): number[] => {
    const raw = [...meanings.map((meaning) => (meaning.test(text) ? 1 : 0)), 0.1];
    return raw.map((value) => value / Math.hypot(...raw));
  };
  const asked: string[] = [];
  const embedder: EmbeddingModel = {
    id,
    kind,
    dimensions: 4,
    embedDocuments: async (texts) => {
      asked.push(...texts);
      return texts.map(vectorOf);
    },
    embedQuery: async (text) => vectorOf(text),
  };
  return { embedder, asked };
}

let dir: string;
let storage: Storage;
let opened: OpenedEmbedder;
let weights: { state: WeightsState; fetch(): Promise<void> };
let log: string[];

const glossary = parseGlossary({ groups: [['LoRA', '低秩适配']] });
const questions = [
  aQuestion({ id: 'q_lora', stem: 'LoRA 的原理是什么？', answer: '两个小矩阵的乘积。' }),
  aQuestion({ id: 'q_forget', stem: '怎样缓解灾难性遗忘？', answer: '混入旧数据。' }),
  aQuestion({ id: 'q_memory', stem: '怎样节省显存？', answer: '用梯度检查点。' }),
];

beforeEach(async () => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'viva-live-'));
  storage = freshStorage();
  opened = { embedder: meaningEmbedder('one').embedder, lacksWeights: false };
  weights = { state: { kind: 'absent' }, fetch: async () => undefined };
  log = [];
  await store(questions);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

async function store(these: typeof questions): Promise<void> {
  const version = createHash('sha256').update(JSON.stringify(these)).digest('hex');
  const change = aDocumentChange();
  await storage.bank.saveDocument({
    document: { ...change.document, contentHash: version },
    questions: these.map((question, position) => ({
      ...question,
      documentId: change.document.id,
      documentName: change.document.name,
      position,
    })),
    passages: [
      aPassage({
        id: 'p_1',
        documentId: change.document.id,
        documentName: change.document.name,
        text: '奖励模型打分。',
      }),
    ],
  });
}

async function live(open = async () => opened) {
  const note = (level: string) => (_fields: unknown, message: string) => {
    log.push(`${level}: ${message}`);
  };
  const logger: Logger = { info: note('info'), warn: note('warn'), error: note('error') };
  const modelWeights: ModelWeights = { state: () => weights.state, fetch: () => weights.fetch() };
  const ports = {
    bank: storage.bank,
    vectors: storage.vectors,
    vectorIndexes: await openVectorIndexes({ dir, engine: 'exact' }),
    embeddingModels: { open, close: async () => undefined },
    weights: modelWeights,
    logger,
  };
  return createBankIndex(ports, { glossary });
}

const idsOf = (hits: { question: { id: string } }[]) => hits.map(({ question }) => question.id);

describe('looking up', () => {
  it('finds a question by its words, by another name, and by its meaning alone', async () => {
    const index = await live();
    await index.refresh();
    expect(idsOf(await index.questions('梯度检查点', 1))).toEqual(['q_memory']);
    expect(idsOf(await index.questions('低秩适配', 1))).toEqual(['q_lora']);
    expect(idsOf(await index.questions('学新忘掉旧的咋办', 1))).toEqual(['q_forget']);
  });

  it('gives each question once, and passages apart', async () => {
    const index = await live();
    const hits = idsOf(await index.questions('显存 梯度检查点 怎样节省', 10));
    expect(new Set(hits).size).toBe(hits.length);
    expect((await index.passages('奖励', 5)).map(({ passage }) => passage.id)).toEqual(['p_1']);
    await index.refresh();
  });

  it('finds the question that another was merged into by the words of that one', async () => {
    const other = aQuestion({ id: 'q_other', stem: '讲讲旁路分支', answer: '冻结主干。' });
    await store([...questions, other]);
    await storage.merges.merge(['q_other'], 'q_lora');
    const index = await live();
    await index.refresh();
    expect(idsOf(await index.questions('旁路分支', 1))).toEqual(['q_lora']);
    expect(idsOf(await index.questions('冻结主干', 1))).toEqual(['q_lora']);
    await storage.merges.split('q_other', '2026-01-01T00:00:00.000Z');
    await index.refresh();
    expect(idsOf(await index.questions('旁路分支', 1))).toEqual(['q_other']);
  });

  it('searches before any vector is there', async () => {
    const { embedder } = opened;
    const embedding = gate();
    const embedDocuments = (texts: string[]) => embedding.wait.then(() => embedder.embedDocuments(texts));
    opened = { ...opened, embedder: { ...embedder, embedDocuments } };
    const index = await live();
    expect(idsOf(await index.questions('LoRA', 1))).toEqual(['q_lora']);
    expect(index.status()).toMatchObject({ state: 'building', entries: 7 });
    embedding.open();
    await index.refresh();
    expect(index.status().state).toBe('ready');
  });

  it('answers by words alone when the query cannot be embedded, and says so', async () => {
    const index = await live();
    await index.refresh();
    opened.embedder.embedQuery = () => Promise.reject(new Error('gone'));
    expect(idsOf(await index.questions('LoRA', 1))).toEqual(['q_lora']);
    expect(log).toEqual(['warn: query not embedded; BM25 alone answers']);
  });

  it('does not wait for an embedder that is silent', async () => {
    const index = await live();
    await index.refresh();
    opened.embedder.embedQuery = () => new Promise(() => undefined);
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('', 'TimeoutError')));
    expect(idsOf(await index.questions('LoRA', 1))).toEqual(['q_lora']);
    expect(log).toEqual(['warn: query not embedded; BM25 alone answers']);
  });

  it('orders as BM25 does with hashing', async () => {
    const index = await live();
    await index.refresh();
    opened = { embedder: meaningEmbedder('hash', 'hashing').embedder, lacksWeights: false };
    await index.refresh();
    const [first] = await index.questions('LoRA 忘掉', 3);
    expect(first?.question.id).toBe('q_lora');
  });
});

describe('refreshing', () => {
  it('follows a changed bank: new questions are found, retired ones are not', async () => {
    const index = await live();
    await index.refresh();
    const [lora, , memory] = questions;
    await store([
      ...(lora ? [lora] : []),
      ...(memory ? [{ ...memory, retiredAt: '2026-02-01T00:00:00.000Z' }] : []),
      aQuestion({ id: 'q_dpo', stem: 'DPO 与 PPO 有何不同？', answer: '不需要奖励模型。' }),
    ]);
    await index.refresh();
    expect(idsOf(await index.questions('DPO', 1))).toEqual(['q_dpo']);
    expect(idsOf(await index.questions('显存 梯度检查点', 10))).not.toContain('q_memory');
    expect(index.status()).toMatchObject({ state: 'ready', entries: 5 });
  });

  it('follows by itself what another process changed', async () => {
    const index = await live();
    await index.refresh();
    await store([aQuestion({ id: 'q_new', stem: '什么是投机解码？', answer: '小模型起草。' })]);
    expect(idsOf(await index.questions('投机解码', 5))).toEqual(['q_new']);
    await index.refresh();
  });

  it('never embeds a text twice, not even after a restart with the index deleted', async () => {
    const first = meaningEmbedder('one');
    opened = { embedder: first.embedder, lacksWeights: false };
    await (await live()).refresh();
    expect(first.asked).toHaveLength(7);
    rmSync(dir, { recursive: true, force: true });
    const again = meaningEmbedder('one');
    opened = { embedder: again.embedder, lacksWeights: false };
    const index = await live();
    await index.refresh();
    expect(again.asked).toEqual([]);
    expect(idsOf(await index.questions('忘掉', 1))).toEqual(['q_forget']);
  });

  it('sees a change that came while a search was reading the bank', async () => {
    const reading = gate();
    const index = await live();
    const read = storage.bank.listQuestions;
    const listQuestions = vi.spyOn(storage.bank, 'listQuestions').mockImplementationOnce(async () => {
      const rows = await read();
      await reading.wait;
      return rows;
    });
    const search = index.questions('LoRA', 1);
    await vi.waitFor(() => expect(listQuestions).toHaveBeenCalled());
    await store([aQuestion({ id: 'q_new', stem: '什么是投机解码？', answer: '小模型起草。' })]);
    const refreshed = index.refresh();
    reading.open();
    await Promise.all([search, refreshed]);
    expect(index.status()).toMatchObject({ state: 'ready', entries: 3 });
  });

  it('embeds anew with another embedder and swaps it in', async () => {
    const index = await live();
    await index.refresh();
    const other = meaningEmbedder('two');
    opened = {
      embedder: other.embedder,
      lacksWeights: false,
      notice: { code: 'because', message: 'So it is.' },
    };
    await index.refresh();
    expect(other.asked).toHaveLength(7);
    expect(index.status()).toMatchObject({
      embedderId: 'two',
      state: 'ready',
      notices: [{ code: 'because' }],
    });
  });

  it('keeps the old index and says what failed when vectors cannot be computed', async () => {
    const index = await live();
    await index.refresh();
    const broken = meaningEmbedder('broken').embedder;
    broken.embedDocuments = () => Promise.reject(new Error('the endpoint is down'));
    opened = { embedder: broken, lacksWeights: false };
    await expect(index.refresh()).rejects.toThrow('the endpoint is down');
    expect(index.status()).toMatchObject({
      embedderId: 'one',
      state: 'failed',
      notices: [{ code: 'internal', message: 'the endpoint is down' }],
    });
    expect(idsOf(await index.questions('忘掉', 1))).toEqual(['q_forget']);
  });

  it('runs once more, and only once, for calls that come while it runs', async () => {
    let opens = 0;
    const index = await live();
    const { embedder } = opened;
    Object.defineProperty(opened, 'embedder', {
      get: () => {
        opens += 1;
        return embedder;
      },
    });
    await Promise.all([index.refresh(), index.refresh(), index.refresh()]);
    expect(opens).toBe(2);
  });
});

describe('closing', () => {
  it('does not wait for an embedder that hangs, and complains about nothing', async () => {
    opened = {
      ...opened,
      embedder: { ...opened.embedder, embedDocuments: () => new Promise(() => undefined) },
    };
    const index = await live();
    await index.questions('LoRA', 1);
    await index.close();
    expect(log).toEqual([]);
  });
});

describe('a refresh that waits for another', () => {
  it('is not begun once the index is closed', async () => {
    const embedding = gate();
    const { embedder } = opened;
    const open = vi.fn(async () => opened);
    opened = {
      ...opened,
      embedder: {
        ...embedder,
        embedDocuments: (texts) => embedding.wait.then(() => embedder.embedDocuments(texts)),
      },
    };
    const index = await live(open);
    const both = [index.refresh(), index.refresh()];
    await vi.waitFor(() => expect(open).toHaveBeenCalled());
    const closing = index.close();
    embedding.open();
    await Promise.all([...both, closing]);
    expect(open).toHaveBeenCalledTimes(1);
  });
});

describe('missing weights', () => {
  const lacking = () => ({ embedder: meaningEmbedder('hash', 'hashing').embedder, lacksWeights: true });

  it('are fetched behind the index, which then uses them', async () => {
    opened = lacking();
    const index = await live();
    await index.refresh();
    weights.fetch = async () => {
      weights.state = { kind: 'fetching', receivedBytes: 1, totalBytes: 2 };
      expect(index.status()).toMatchObject({ embedderId: 'hash', state: 'fetching' });
      weights.state = { kind: 'present' };
      opened = { embedder: meaningEmbedder('real').embedder, lacksWeights: false };
    };
    await index.fetchMissingWeights();
    expect(index.status()).toMatchObject({ embedderId: 'real', state: 'ready' });
  });

  it('without a network are one line in the log, and no error', async () => {
    opened = lacking();
    weights.fetch = () => Promise.reject(new Error('no network'));
    const index = await live();
    await index.refresh();
    await index.fetchMissingWeights();
    expect(log).toEqual(['info: model weights not fetched; hashing embeds (npm run model tries again)']);
    expect(index.status()).toMatchObject({ state: 'ready', embedderId: 'hash' });
  });

  it('are left alone when nobody wants them', async () => {
    weights.fetch = () => Promise.reject(new Error('must not be asked'));
    const index = await live();
    await index.refresh();
    await index.fetchMissingWeights();
    expect(log).toEqual([]);
  });

  it('by command are fetched once, and the index follows', async () => {
    let refreshes = 0;
    const index = {
      refresh: async () => {
        refreshes += 1;
      },
    };
    const ports = { index, weights: { state: () => weights.state, fetch: () => weights.fetch() } };
    expect(await fetchModelWeights(ports, () => undefined)).toBe(true);
    weights.state = { kind: 'present' };
    expect(await fetchModelWeights(ports, () => undefined)).toBe(false);
    expect(refreshes).toBe(1);
  });
});
