import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aChoiceQuestion, aReadQuestion } from '../../testing';
import { stableId } from '../ids';
import type { Question, ReadQuestion } from './model';
import { identifyPassages, type Reconciliation, reconcileDocument } from './reconcile';

const document = { id: 'd_1', name: 'bank.md' };
const T1 = '2026-01-01T00:00:00.000Z';
const T2 = '2026-02-01T00:00:00.000Z';
const T3 = '2026-03-01T00:00:00.000Z';

const STEMS = [
  '为什么要在微调前清洗重复样本？',
  'LoRA 的缩放系数起什么作用？',
  '混合精度训练为什么需要损失缩放？',
  '奖励模型的训练目标是什么？',
  '怎样判断评测集被训练数据污染？',
];

function read(stem: string, overrides: Partial<ReadQuestion> = {}): ReadQuestion {
  return aReadQuestion({
    id: stableId('q', document.name, stem),
    stem,
    answer: `关于“${stem}”的参考答案。`,
    ...overrides,
  });
}

function importInto(
  existing: readonly Question[],
  questions: ReadQuestion[],
  now = T2,
  removedAt: string | null = null,
): Reconciliation {
  return reconcileDocument({ document, existing, reading: { questions }, now, removedAt });
}

/** The questions in the order in which a store gives them back. */
function stored({ questions }: Reconciliation): Question[] {
  return [...questions].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

function first(questions: ReadQuestion[] = STEMS.map((stem) => read(stem))): Question[] {
  return stored(importInto([], questions, T1));
}

const idOf = (questions: readonly Question[], stem: string) =>
  questions.find((question) => question.stem === stem)?.id;

describe('reconcileDocument', () => {
  it('takes over what a new document holds, in order', () => {
    const result = importInto(
      [],
      STEMS.map((stem) => read(stem)),
    );
    expect(result.changes).toEqual(STEMS.map(() => 'new'));
    expect(result.questions.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    expect(result.questions[0]).toMatchObject({
      documentId: 'd_1',
      documentName: 'bank.md',
      retiredAt: null,
    });
  });

  it('changes nothing when the same is imported again', () => {
    const before = first();
    const again = importInto(
      before,
      STEMS.map((stem) => read(stem)),
    );
    expect(stored(again)).toEqual(before);
    expect(again.changes).toEqual(STEMS.map(() => 'unchanged'));
    expect(again.retired).toEqual([]);
  });

  it('knows a question by its stem wherever it moved, and whatever its answer became', () => {
    const before = first();
    const moved = [...STEMS]
      .reverse()
      .map((stem) => read(stem, { answer: '全新的答案', lines: { start: 9, end: 9 } }));
    const result = importInto(before, moved);
    expect(result.changes).toEqual(STEMS.map(() => 'changed'));
    for (const stem of STEMS) expect(idOf(result.questions, stem)).toBe(idOf(before, stem));
  });

  it.each([
    ['white space, width and emphasis', '**LoRA** 的缩放系数，起什么作用?'],
    ['a word more', '请简述 LoRA 的缩放系数起什么作用？'],
    ['a part more', 'LoRA 的缩放系数起什么作用？一般怎样设置？'],
  ])('keeps the id of a stem that changed by %s', (_, stem) => {
    const before = first();
    const result = importInto(
      before,
      STEMS.map((old, index) => read(index === 1 ? stem : old)),
    );
    expect(result.questions[1]?.id).toBe(before[1]?.id);
    expect(result.changes).toEqual(['unchanged', 'changed', 'unchanged', 'unchanged', 'unchanged']);
    expect(result.retired).toEqual([]);
  });

  it('keeps it as well when other questions came in before it and left after it', () => {
    const before = first();
    const added = Array.from({ length: 12 }, (_, index) =>
      read(`第 ${index} 道补充题：${'甲乙丙丁戊己庚辛壬癸子丑'[index]}是什么？`),
    );
    const result = importInto(before, [
      ...added,
      read('请简述混合精度训练为什么需要损失缩放？'),
      read(STEMS[3] ?? ''),
    ]);
    expect(idOf(result.questions, '请简述混合精度训练为什么需要损失缩放？')).toBe(
      idOf(before, STEMS[2] ?? ''),
    );
    expect(result.retired.map(({ stem }) => stem).sort()).toEqual([STEMS[0], STEMS[1], STEMS[4]].sort());
  });

  it('takes a stem that was rewritten for the same question only when its answer stayed', () => {
    const answer = '损失缩放把小梯度放大到半精度能表示的范围，更新前再除回去，避免下溢成零。';
    const before = first([read('混合精度训练为什么需要损失缩放？', { answer })]);
    const stem = '训练时损失缩放解决了什么问题？';
    expect(importInto(before, [read(stem, { answer })]).changes).toEqual(['changed']);
    expect(importInto(before, [read(stem, { answer: '完全不同的内容。' })]).changes).toEqual(['new']);
  });

  it('takes a different question at the same place for a new one', () => {
    const before = first();
    const result = importInto(
      before,
      STEMS.map((stem, index) => read(index === 1 ? '什么时候应当提前停止训练？' : stem)),
    );
    expect(result.changes[1]).toBe('new');
    expect(result.retired).toEqual([{ id: before[1]?.id, stem: STEMS[1] }]);
    expect(result.questions.find(({ id }) => id === before[1]?.id)?.retiredAt).toBe(T2);
  });

  it('revives a question that comes back under its old id, and keeps the time of those that do not', () => {
    const without = importInto(
      first(),
      STEMS.slice(2).map((stem) => read(stem)),
      T2,
    );
    const back = importInto(
      stored(without),
      STEMS.slice(1).map((stem) => read(stem)),
      T3,
    );
    expect(back.changes).toEqual(['new', 'unchanged', 'unchanged', 'unchanged']);
    expect(idOf(back.questions, STEMS[1] ?? '')).toBe(idOf(first(), STEMS[1] ?? ''));
    expect(back.questions.find(({ stem }) => stem === STEMS[0])?.retiredAt).toBe(T2);
    expect(back.retired).toEqual([]);
  });

  it('brings a removed document back under the same ids, reworded stems too', () => {
    const before = first();
    const removed = before.map((question) => ({ ...question, retiredAt: T2 }));
    const result = importInto(
      removed,
      STEMS.map((stem) => read(`请说明：${stem}`)),
      T3,
      T2,
    );
    expect(result.questions.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(result.questions.every(({ retiredAt }) => retiredAt === null)).toBe(true);
  });

  it('gives a new question a free id when its natural one belongs to a question whose stem was edited', () => {
    const old = 'LoRA 的缩放系数起什么作用？';
    const edited = '请简述 LoRA 的缩放系数起什么作用？';
    const before = stored(importInto(first([read(old)]), [read(edited)]));
    const result = importInto(before, [read(edited), read(old)]);
    expect(result.changes).toEqual(['unchanged', 'new']);
    expect(new Set(result.questions.map(({ id }) => id)).size).toBe(2);
    expect(stored(importInto(stored(result), [read(edited), read(old)]))).toEqual(stored(result));
  });

  it('tells questions with one stem apart by their answers before their order', () => {
    const stem = '下列说法正确的是（ ）。';
    const choice = (text: string, occurrence: number) =>
      aChoiceQuestion({
        id: `q_${occurrence}`,
        stem,
        options: [{ label: 'A', text }],
        correct: 'A',
        answer: text,
      });
    const before = first([choice('甲', 1), choice('乙', 2), choice('丙', 3)]);
    const result = importInto(before, [choice('丙', 1), choice('乙', 2)]);
    expect(result.questions.map(({ id }) => id)).toEqual(['q_3', 'q_2', 'q_1']);
    expect(result.retired.map(({ id }) => id)).toEqual(['q_1']);
  });

  it('tells questions with one stem apart by their code, whatever their answers became', () => {
    const stem = '下面这段代码输出什么？';
    const ask = (code: string, id: string, answer: string) =>
      read(stem, { id, context: `\`\`\`python\n${code}\n\`\`\``, answer });
    const before = first([
      ask('print(2 ** 3)', 'q_1', '8'),
      ask('print("ab"[::-1])', 'q_2', 'ba'),
      ask('print(len(set("aab")))', 'q_3', '2'),
    ]);
    const result = importInto(before, [
      ask('print(sorted("cab"))', 'q_new', '排好序的字母列表'),
      ask('print(len(set("aab")))', 'q_x', '输出 2，因为集合去重。'),
      ask('print("ab"[::-1])', 'q_y', '输出 ba，切片反转了它。'),
    ]);
    expect(result.questions.slice(0, 3).map(({ id }) => id)).toEqual(['q_new', 'q_3', 'q_2']);
    expect(result.changes).toEqual(['new', 'changed', 'changed']);
    expect(result.retired.map(({ id }) => id)).toEqual(['q_1']);
  });

  it('keeps the id of a question whose code was not read in an earlier version', () => {
    const before = first([read('输出是什么？', { answer: '代码和 8' })]);
    const result = importInto(before, [read('输出是什么？', { context: '`print(2 ** 3)`', answer: '8' })]);
    expect(result.questions[0]?.id).toBe(before[0]?.id);
    expect(result.changes).toEqual(['changed']);
  });

  it.each<[string, Partial<ReadQuestion>]>([
    ['difficulty', { difficulty: 4 }],
    ['context', { context: '`print(1)`' }],
    ['topics', { topics: ['别的'] }],
    ['explanation', { explanation: '因为' }],
    ['key points', { keyPoints: [{ text: '点', weight: 1, core: true }] }],
    ['mistakes', { mistakes: ['错'] }],
    ['kind', { kind: 'choice', options: [{ label: 'A', text: '对' }], correct: 'A' }],
  ])('notices a change of %s', (_, change) => {
    const before = first([read('题')]);
    expect(importInto(before, [read('题', change)]).changes).toEqual(['changed']);
  });
});

describe('laws of reconciliation', () => {
  const version = fc.uniqueArray(
    fc.constantFrom(...STEMS, ...STEMS.map((stem) => `请简述：${stem}`), '短', '题'),
    { maxLength: 12 },
  );

  it('never loses a question, never gives an id twice, and repeats to the same state', () => {
    fc.assert(
      fc.property(fc.array(version, { maxLength: 5 }), (versions) => {
        let bank: Question[] = [];
        for (const [round, stems] of versions.entries()) {
          const questions = stems.map((stem) => read(stem));
          const now = `2026-01-0${round + 1}T00:00:00.000Z`;
          const result = importInto(bank, questions, now);
          const ids = result.questions.map(({ id }) => id);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids).toEqual(expect.arrayContaining(bank.map(({ id }) => id)));
          const active = result.questions.filter(({ retiredAt }) => retiredAt === null);
          expect(active.map(({ stem }) => stem)).toEqual(stems);
          bank = stored(result);
          expect(stored(importInto(bank, questions, T3))).toEqual(bank);
        }
      }),
    );
  });
});

describe('identifyPassages', () => {
  it('gives sections of one name different ids, the same on every run', () => {
    const passages = [1, 2].map((line) => ({
      headings: ['背景'],
      lines: { start: line, end: line },
      text: `第 ${line} 段`,
    }));
    const ids = identifyPassages(document, passages).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(identifyPassages(document, passages).map(({ id }) => id)).toEqual(ids);
    expect(identifyPassages({ id: 'd_2', name: 'other.md' }, passages).map(({ id }) => id)).not.toEqual(ids);
  });
});
