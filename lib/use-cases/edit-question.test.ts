import { describe, expect, it } from 'vitest';
import type { QuestionEdits } from '../domain/question-bank';
import { aChoiceQuestion, aDocumentChange, aRubric, fixedClock, lineReader } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import {
  editQuestion,
  ensureRubric,
  getQuestion,
  importDocuments,
  listQuestions,
  restoreOriginal,
  undoEdit,
} from '.';

function world() {
  const storage = freshStorage();
  const refreshes: number[] = [];
  return {
    ...storage,
    reader: lineReader(),
    clock: fixedClock(),
    refreshes,
    index: {
      refresh: async () => {
        refreshes.push(await storage.bank.revision());
      },
    },
    search: { questions: async () => [], passages: async () => [], status: () => never() },
    logger: { info: never, warn: never, error: never },
  };
}

function never(): never {
  throw new Error('not expected here');
}

async function withQuestions() {
  const ports = world();
  await ports.bank.saveDocument(
    aDocumentChange({}, [
      { id: 'q_a', stem: '什么是早停？', answer: '验证集不再变好就停。', difficulty: 2 },
      { ...aChoiceQuestion(), id: 'q_b' },
    ]),
  );
  return ports;
}

describe('editQuestion', () => {
  it('takes the answer away with the key of a choice question, and gives both back', async () => {
    const ports = await withQuestions();
    const before = await getQuestion(ports, 'q_b');
    const saved = await editQuestion(ports, { questionId: 'q_b', content: { correct: null } });
    expect(saved.question).not.toHaveProperty('correct');
    expect(saved.question.answer).toBe('');
    const back = await undoEdit(ports, 'q_b');
    expect(back.question).toEqual(before.question);
    const open = await editQuestion(ports, { questionId: 'q_b', content: { kind: 'open' } });
    expect(open.question.answer).toBe(before.question.answer);
  });

  it('changes what is asked, keeps what the document says, and lets look-up follow', async () => {
    const ports = await withQuestions();
    const before = await getQuestion(ports, 'q_a');
    const saved = await editQuestion(ports, {
      questionId: 'q_a',
      content: { stem: ' 早停怎样防止过拟合？ ', difficulty: null, topics: ['训练'] },
      basis: before.basis,
    });
    expect(saved.question).toMatchObject({
      stem: '早停怎样防止过拟合？',
      topics: ['训练'],
      original: { stem: '什么是早停？', difficulty: 2, topics: ['参数高效微调'] },
    });
    expect(saved.question).not.toHaveProperty('difficulty');
    expect(saved.history).toHaveLength(1);
    expect(saved.basis).not.toBe(before.basis);
    expect(ports.refreshes).toHaveLength(1);
    const list = await listQuestions(ports, { topic: '训练', limit: 9 });
    expect(list.questions.map(({ stem }) => stem)).toEqual(['早停怎样防止过拟合？']);
  });

  it('refuses to write over what somebody else changed since', async () => {
    const ports = await withQuestions();
    const { basis } = await getQuestion(ports, 'q_a');
    await editQuestion(ports, { questionId: 'q_a', content: { answer: '一' }, basis });
    await expect(
      editQuestion(ports, { questionId: 'q_a', content: { answer: '二' }, basis }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'question-edited-meanwhile' });
    expect((await getQuestion(ports, 'q_a')).question.answer).toBe('一');
  });

  it('lets one of two who save at the same moment win, and tells the other', async () => {
    const ports = await withQuestions();
    const { basis } = await getQuestion(ports, 'q_a');
    const save = (answer: string) =>
      editQuestion(ports, { questionId: 'q_a', content: { answer }, basis }).then(
        () => 'saved',
        ({ code }) => code,
      );
    expect(await Promise.all([save('一'), save('二')])).toEqual(['saved', 'question-edited-meanwhile']);
    expect((await getQuestion(ports, 'q_a')).question.answer).toBe('一');
  });

  it('keeps both of two changes to different fields at the same moment', async () => {
    const ports = await withQuestions();
    const edit = (content: QuestionEdits) => editQuestion(ports, { questionId: 'q_a', content });
    await Promise.all([edit({ answer: '一' }), edit({ difficulty: 5 })]);
    expect((await getQuestion(ports, 'q_a')).question).toMatchObject({ answer: '一', difficulty: 5 });
  });

  it('names every field that is wrong, and saves nothing', async () => {
    const ports = await withQuestions();
    const content = { stem: '', keyPoints: [{ text: '', weight: 0, core: true }] };
    await expect(editQuestion(ports, { questionId: 'q_a', content })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'bad-question',
      details: { stem: 'blank', 'keyPoints.0': 'out-of-range' },
    });
    expect((await getQuestion(ports, 'q_a')).history).toEqual([]);
  });

  it('adds no step when nothing changes', async () => {
    const ports = await withQuestions();
    const saved = await editQuestion(ports, { questionId: 'q_a', content: { stem: '什么是早停？ ' } });
    expect(saved.history).toEqual([]);
    expect(ports.refreshes).toEqual([]);
  });

  it('lets the answer of a choice question follow its key', async () => {
    const ports = await withQuestions();
    const { question } = await editQuestion(ports, { questionId: 'q_b', content: { correct: 'CA' } });
    expect(question).toMatchObject({ correct: 'AC', answer: '加大批量\n提高学习率' });
    expect(question.original).toEqual({ correct: 'B', answer: '梯度检查点' });
  });

  it('says that there is no such question', async () => {
    await expect(editQuestion(world(), { questionId: 'q_z', content: {} })).rejects.toMatchObject({
      code: 'question-not-found',
    });
  });
});

describe('undoEdit and restoreOriginal', () => {
  it('go back step by step, and to the document at once, without losing anything', async () => {
    const ports = await withQuestions();
    const edit = (answer: string) => editQuestion(ports, { questionId: 'q_a', content: { answer } });
    await edit('一');
    await edit('二');
    expect((await undoEdit(ports, 'q_a')).question.answer).toBe('一');
    const undone = await undoEdit(ports, 'q_a');
    expect(undone.question).toMatchObject({ answer: '验证集不再变好就停。' });
    expect(undone.question).not.toHaveProperty('edits');
    await expect(undoEdit(ports, 'q_a')).rejects.toMatchObject({ code: 'nothing-to-undo' });
    await edit('三');
    await edit('四');
    const restored = await restoreOriginal(ports, 'q_a');
    expect(restored.question.answer).toBe('验证集不再变好就停。');
    expect(restored.history.map(({ edits }) => edits.answer)).toEqual([
      '一',
      '二',
      '一',
      undefined,
      '三',
      '四',
      undefined,
    ]);
    expect((await undoEdit(ports, 'q_a')).question.answer).toBe('四');
  });
});

describe('undoing twice at the same moment', () => {
  it('goes back two steps', async () => {
    const ports = await withQuestions();
    for (const answer of ['一', '二', '三'])
      await editQuestion(ports, { questionId: 'q_a', content: { answer } });
    await Promise.all([undoEdit(ports, 'q_a'), undoEdit(ports, 'q_a')]);
    expect((await getQuestion(ports, 'q_a')).question.answer).toBe('一');
  });
});

describe('key points of a person', () => {
  const points = [{ text: '验证集误差不再下降', weight: 2, core: true }];

  it('win over what was extracted, and undoing finds the old ones again', async () => {
    const ports = { ...(await withQuestions()), chat: null };
    const ask = async () => ensureRubric(ports, (await getQuestion(ports, 'q_a')).question);
    const derived = await ask();
    await ports.bank.saveRubric(aRubric({ ...derived, id: 'r_llm', source: 'llm' }));
    const edited = await editQuestion(ports, { questionId: 'q_a', content: { keyPoints: points } });
    expect(edited).not.toHaveProperty('rubric');
    expect(await ask()).toMatchObject({ source: 'authored', points: [{ id: 'p1', ...points[0] }] });
    expect(await getQuestion(ports, 'q_a')).toMatchObject({ rubric: { source: 'authored' } });
    expect(await undoEdit(ports, 'q_a')).toMatchObject({ rubric: { id: 'r_llm' } });
    expect(await ask()).toMatchObject({ id: 'r_llm', source: 'llm' });
  });
});

describe('a document that is read again', () => {
  it('changes what it says, and not what a person said', async () => {
    const ports = world();
    const document = (answer: string) => ({
      name: '题.md',
      bytes: new TextEncoder().encode(`什么是早停？ => ${answer}\n什么是学习率？ => 步长。`),
    });
    await importDocuments(ports, [document('看验证集。')]);
    const [read] = await ports.bank.listQuestions();
    const id = read?.id ?? '';
    await editQuestion(ports, { questionId: id, content: { answer: '验证集误差回升时停。', difficulty: 4 } });
    await importDocuments(ports, [document('验证集的误差不再下降就停止训练。')]);
    expect((await getQuestion(ports, id)).question).toMatchObject({
      answer: '验证集误差回升时停。',
      difficulty: 4,
      original: { answer: '验证集的误差不再下降就停止训练。', difficulty: null },
    });
    expect((await restoreOriginal(ports, id)).question.answer).toBe('验证集的误差不再下降就停止训练。');
  });
});
