import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openChatModel } from '../adapters/llm';
import type { Storage } from '../adapters/storage';
import { DoubtFinder, taskOf } from '../domain/grading';
import { EMPTY_GLOSSARY, parseGlossary } from '../domain/retrieval';
import type { BankSearch } from '../ports';
import {
  aDocumentChange,
  aQuestion,
  type Behaviour,
  behave,
  fixedClock,
  type Script,
  type ScriptedOpenAi,
  startScriptedOpenAi,
  TEST_TIME,
} from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import { type AuditedQuestion, type AuditOptions, auditReferences } from './audit-references';
import { doubtReference } from './doubt-reference';
import { findOfflineDoubts } from './find-offline-doubts';
import { keepModelDoubt } from './keep-model-doubt';
import { listDoubts } from './list-doubts';
import { settleDoubt } from './settle-doubt';
import { watchDoubts } from './watch-doubts';

const glossary = parseGlossary({
  groups: [
    ['SFT', 'supervised fine-tuning', '监督微调'],
    ['LoRA', 'low-rank adaptation', '低秩适配'],
  ],
});
const WRONG = 'SFT（Structured Fine-Tuning）用标注好的指令数据继续训练，LoRA 可以省显存。';
const RIGHT = 'SFT（Supervised Fine-Tuning）用标注好的指令数据继续训练，LoRA 可以省显存。';

const clock = fixedClock();
const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let storage: Storage;
let server: ScriptedOpenAi | undefined;

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.clearAllMocks();
  storage = freshStorage();
  await storage.bank.saveDocument(
    aDocumentChange({ id: 'd_1', name: 'bank.md' }, [
      { id: 'q_wrong', stem: '什么是 SFT？', answer: WRONG },
      { id: 'q_right', stem: 'SFT 用什么数据？', answer: RIGHT },
      { id: 'q_none', stem: '怎样选学习率？', answer: '' },
    ]),
  );
});

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const ports = () => ({ bank: storage.bank, doubts: storage.doubts, clock });
const doubtsOf = async (id: string) => (await storage.bank.findQuestion(id))?.referenceDoubts ?? [];

describe('offline doubts', () => {
  it('stand at the question with the exact words, once however often one looks', async () => {
    await findOfflineDoubts(ports(), glossary);
    const [doubt, ...rest] = await findOfflineDoubts(ports(), glossary);
    expect(rest).toEqual([]);
    expect(await doubtsOf('q_wrong')).toEqual([doubt]);
    expect(doubt).toMatchObject({ source: 'offline', code: 'wrong-expansion', state: 'open' });
    expect(WRONG).toContain(doubt?.quote);
    expect(await doubtsOf('q_right')).toEqual([]);
  });

  it('are taken back when they are no longer raised; what a person said stays', async () => {
    const [doubt] = await findOfflineDoubts(ports(), glossary);
    await findOfflineDoubts(ports(), EMPTY_GLOSSARY);
    expect(await doubtsOf('q_wrong')).toEqual([]);
    await findOfflineDoubts(ports(), glossary);
    await settleDoubt(ports(), doubt?.id ?? '', 'dismissed');
    await findOfflineDoubts(ports(), glossary);
    expect(await doubtsOf('q_wrong')).toEqual([]);
    await settleDoubt(ports(), doubt?.id ?? '', 'confirmed');
    await findOfflineDoubts(ports(), EMPTY_GLOSSARY);
    expect(await doubtsOf('q_wrong')).toMatchObject([{ state: 'confirmed' }]);
  });

  it('says so when there is no such doubt', async () => {
    await expect(settleDoubt(ports(), 'x_none', 'dismissed')).rejects.toMatchObject({
      code: 'doubt-not-found',
    });
  });
});

describe('the watch', () => {
  it('looks behind the scenes, and a list waits for the look', async () => {
    const doubtWatch = watchDoubts({ ...ports(), logger }, glossary);
    doubtWatch.follow();
    doubtWatch.follow();
    const listed = await listDoubts({ bank: storage.bank, doubtWatch }, ['d_1']);
    expect(listed.map(({ question }) => question.id)).toEqual(['q_wrong']);
    await doubtWatch.close();
    expect(logger.error).not.toHaveBeenCalled();
  });

  it('logs a failure and looks again at the next change', async () => {
    const bank = { ...storage.bank, listPassages: vi.fn().mockRejectedValueOnce(new Error('disk')) };
    bank.listPassages.mockResolvedValue([]);
    const doubtWatch = watchDoubts({ ...ports(), bank, logger }, glossary);
    doubtWatch.follow();
    await doubtWatch.settled();
    expect(logger.error).toHaveBeenCalledOnce();
    expect(await doubtWatch.look()).toHaveLength(1);
  });
});

describe('a look at a large bank', () => {
  const many = Array.from({ length: 1000 }, (_, at) => ({
    id: `q_${at}`,
    stem: `第 ${at} 题问什么？`,
    answer: `SFT 与 LoRA 的第 ${at} 个答案。`,
  }));

  it('looks only at what changed since the last one and at what it doubted then', async () => {
    await storage.bank.saveDocument(aDocumentChange({ id: 'd_2', name: 'large.md' }, many));
    const looked = vi.spyOn(DoubtFinder.prototype, 'doubtsOf');
    const doubtWatch = watchDoubts({ ...ports(), logger }, glossary);
    const progress: unknown[] = [];
    const clear = vi.spyOn(storage.doubts, 'clearOpenDoubts').mockImplementationOnce(async () => {
      progress.push(doubtWatch.progress());
    });
    await doubtWatch.look();
    clear.mockRestore();
    expect(progress).toEqual([{ done: 1003, total: 1003 }]);
    expect(doubtWatch.progress()).toBeNull();
    const first = looked.mock.calls.length;
    expect(first).toBe(1003);
    await doubtWatch.look();
    expect(looked.mock.calls.length).toBe(first);
    await storage.edits.changeEdits('q_9', TEST_TIME, () => ({
      answer: 'LoRA（Long Range Radio）在这里用来传数据。',
    }));
    const doubts = await doubtWatch.look();
    // q_9, and q_wrong again.
    expect(looked.mock.calls.length).toBe(first + 2);
    expect(doubts.map(({ questionId }) => questionId)).toEqual(['q_wrong', 'q_9']);
    await storage.edits.changeEdits('q_9', TEST_TIME, () => ({}));
    expect((await doubtWatch.look()).map(({ questionId }) => questionId)).toEqual(['q_wrong']);
    expect(await doubtsOf('q_wrong')).toHaveLength(1);
    expect(await doubtsOf('q_9')).toEqual([]);
    await doubtWatch.close();
  });

  it('takes a doubt back with what it rested on', async () => {
    const name = (id: string, phrase: string) => ({
      id,
      stem: `${id} 怎样排队？`,
      answer: `用 QBS（${phrase}）排队。`,
    });
    const others = [name('q_o1', 'Queue Balance Score'), name('q_o2', 'Queue Balance Score')];
    await storage.bank.saveDocument(
      aDocumentChange({ id: 'd_2', name: 'large.md' }, [...many, name('q_own', 'Quiet Batch Storage')]),
    );
    await storage.bank.saveDocument(aDocumentChange({ id: 'd_3', name: 'others.md' }, others));
    const doubtWatch = watchDoubts({ ...ports(), logger }, EMPTY_GLOSSARY);
    await doubtWatch.look();
    expect(await doubtsOf('q_own')).toMatchObject([{ code: 'wrong-expansion' }]);
    await storage.bank.setDocumentEnabled('d_3', false);
    await doubtWatch.look();
    expect(await doubtsOf('q_own')).toEqual([]);
    await doubtWatch.close();
  });

  it('takes up in another process what the last one left, unless the glossary is another', async () => {
    await storage.bank.saveDocument(aDocumentChange({ id: 'd_2', name: 'large.md' }, many));
    const watch = (words = glossary) => watchDoubts({ ...ports(), logger }, words);
    await watch().look();
    const looked = vi.spyOn(DoubtFinder.prototype, 'doubtsOf');
    const next = watch();
    expect((await next.look()).map(({ questionId }) => questionId)).toEqual(['q_wrong']);
    expect(looked).not.toHaveBeenCalled();
    await storage.edits.changeEdits('q_9', TEST_TIME, () => ({ answer: '别的。' }));
    await next.look();
    expect(looked).toHaveBeenCalledTimes(2);
    await watch(EMPTY_GLOSSARY).look();
    expect(looked.mock.calls.length).toBeGreaterThan(1000);
    expect(await doubtsOf('q_wrong')).toEqual([]);
  });
});

async function audit(script: Script, options: AuditOptions = {}): Promise<AuditedQuestion[]> {
  server = await startScriptedOpenAi({ script });
  const chat = openChatModel({
    model: 'm',
    baseUrl: server.baseUrl,
    timeoutMs: 400,
    stallMs: 150,
    retries: 0,
    backOffMs: 1,
  });
  const question = aQuestion({ id: 'q_right', stem: 'SFT 用什么数据？', answer: RIGHT });
  const search: BankSearch = {
    questions: async () => [{ question, score: 1 }],
    passages: async () => [],
    status: () => ({ embedderId: 'none', state: 'ready', entries: 1, index: 'exact' }),
  };
  const audited: AuditedQuestion[] = [];
  for await (const each of auditReferences({ ...ports(), search, chat }, options)) audited.push(each);
  return audited;
}

const fault = (quote: string, kind = 'wrong-expansion') => ({
  verdict: 'doubtful',
  faults: [{ kind, quote, reason: '应为 Supervised Fine-Tuning。' }],
});

describe('an audit by the model', () => {
  it('stores faults whose words stand in the reference, and asks with what else the bank says', async () => {
    const audited = await audit(() => behave.json(fault('Structured Fine-Tuning')), {
      questionIds: ['q_wrong'],
    });
    expect(audited).toMatchObject([{ state: 'audited', usage: { inputTokens: expect.any(Number) } }]);
    expect(await doubtsOf('q_wrong')).toMatchObject([
      { source: 'model', model: 'm', quote: 'Structured Fine-Tuning', code: 'wrong-expansion' },
    ]);
    expect(JSON.stringify(server?.requests[0]?.body)).toContain('SFT 用什么数据');
  });

  it.each([
    ['words that are not in the reference', fault('Sparse Fine-Tuning')],
    ['no words for a single fault', fault('', 'wrong-fact')],
    ['a sound verdict', { ...fault('Structured Fine-Tuning'), verdict: 'sound' }],
  ])('drops a fault with %s', async (_, reply) => {
    expect(await audit(() => behave.json(reply), { questionIds: ['q_wrong'] })).toMatchObject([
      { doubts: [] },
    ]);
    expect(await doubtsOf('q_wrong')).toEqual([]);
  });

  it.each<[string, Behaviour]>([
    ['500', behave.fail(500)],
    ['no reply', behave.hang()],
    ['a cut connection', behave.cut('{"verdict":')],
    ['nonsense', behave.say('好的')],
    ['another shape', behave.json({ score: 5 })],
  ])('tells of a failure, keeps what stood and guesses nothing: %s', async (_, behaviour) => {
    await findOfflineDoubts(ports(), glossary);
    expect(await audit(() => behaviour, { questionIds: ['q_wrong'] })).toMatchObject([{ state: 'failed' }]);
    expect(await doubtsOf('q_wrong')).toMatchObject([{ source: 'offline' }]);
  });

  it('leaves out questions without a reference, and takes a limit and a document', async () => {
    const sound = () => behave.json({ verdict: 'sound', faults: [] });
    expect(await audit(sound)).toHaveLength(2);
    await server?.close();
    expect(await audit(sound, { limit: 1, document: 'bank.md' })).toHaveLength(1);
    await server?.close();
    await expect(audit(sound, { document: 'none.md' })).rejects.toMatchObject({ code: 'document-not-found' });
    await server?.close();
    await expect(audit(sound, { questionIds: ['q_x'] })).rejects.toMatchObject({
      code: 'question-not-found',
    });
  });

  it('starts nothing new once it is stopped', async () => {
    const stopped = AbortSignal.abort();
    expect(await audit(() => behave.hang(), { signal: stopped })).toEqual([]);
  });

  it('takes back its own doubts when it no longer has them, not those of others', async () => {
    await findOfflineDoubts(ports(), glossary);
    await audit(() => behave.json(fault('Structured')), { questionIds: ['q_wrong'] });
    expect(await doubtsOf('q_wrong')).toHaveLength(2);
    await server?.close();
    await audit(() => behave.json({ verdict: 'sound', faults: [] }), { questionIds: ['q_wrong'] });
    expect(await doubtsOf('q_wrong')).toMatchObject([{ source: 'offline' }]);
  });
});

describe('a doubt of the grading model', () => {
  const graded = (referenceDoubt: string) => ({
    state: 'graded' as const,
    grade: {
      score: 1,
      band: 5 as const,
      points: [],
      falseClaims: [],
      flags: [],
      referenceDoubt,
      grader: { kind: 'llm' as const, model: 'm' },
    },
  });

  it('is stored in the bank, once, unless the reference was doubted before', async () => {
    const question = await storage.bank.findQuestion('q_right');
    if (!question) throw new Error('no question');
    const all = { ...ports(), logger };
    await keepModelDoubt(all, question, graded(''));
    await keepModelDoubt(all, question, graded('公式错了'));
    await keepModelDoubt(all, question, graded('公式不对'));
    expect(await doubtsOf('q_right')).toMatchObject([{ source: 'model', code: 'doubted-in-grading' }]);
    const doubted = await storage.bank.findQuestion('q_right');
    if (!doubted) throw new Error('no question');
    await keepModelDoubt(
      { ...all, doubts: { saveDoubts: () => Promise.reject(new Error('again')) } },
      doubted,
      graded('x'),
    );
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('never costs the grade', async () => {
    const question = aQuestion({ id: 'q_right' });
    const doubts = { saveDoubts: () => Promise.reject(new Error('disk')) };
    await keepModelDoubt({ doubts, clock, logger }, question, graded('公式错了'));
    expect(logger.warn).toHaveBeenCalledOnce();
  });
});

describe('a doubt of a person', () => {
  it('stands until it is taken back, can be raised again, and is told with the grade', async () => {
    const all = ports();
    const raised = await doubtReference(all, 'q_right', '公式少了平方。');
    const doubted = await storage.bank.findQuestion('q_right');
    expect(doubted?.referenceDoubts).toEqual([raised]);
    expect(raised).toMatchObject({ source: 'person', state: 'confirmed', quote: '' });
    expect(doubted && taskOf(doubted, [], [], 'zh').referenceDoubts).toEqual(['公式少了平方。']);
    await settleDoubt(all, raised.id, 'dismissed');
    expect(await doubtsOf('q_right')).toEqual([]);
    await doubtReference(all, 'q_right', '公式少了平方。');
    expect(await doubtsOf('q_right')).toMatchObject([{ id: raised.id, state: 'confirmed' }]);
  });

  it('needs a question with a reference', async () => {
    await expect(doubtReference(ports(), 'q_nothing', 'x')).rejects.toMatchObject({
      code: 'question-not-found',
    });
    await expect(doubtReference(ports(), 'q_none', 'x')).rejects.toMatchObject({ code: 'no-reference' });
  });
});
