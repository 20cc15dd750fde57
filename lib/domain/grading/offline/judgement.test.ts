import { describe, expect, it } from 'vitest';
import { gradeOffline } from '..';
import { isBareVerdict, judgementOf } from './judgement';

const grade = (question: string, reference: string, answer: string) =>
  gradeOffline({
    question,
    kind: 'open',
    references: [reference],
    turns: [{ text: answer }],
    language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en',
  });

const STATEMENT = '哈希冲突可以用链地址法解决。';
const AGREEING = [
  [
    '对',
    '正确',
    '是的',
    '没错',
    '是',
    '√',
    '✓',
    '✔',
    '✅',
    'True',
    'T',
    'yes',
    'Ｔ',
    '嗯，对的。',
    '我认为是对的',
    '这句话是正确的',
  ],
  [
    '错',
    '错误',
    '不对',
    '否',
    '不是',
    '不正确',
    '×',
    '✗',
    '❌',
    'False',
    'F',
    'no',
    'Ｆ',
    '这个说法有误',
    '我觉得不对。',
    'Nope.',
  ],
] as const;
const REFERENCES = [
  ['对', '正确。', '√', '（✓）', '是', 'True', 'T', '答案：对', 'yes', '正确的'],
  ['错', '错误。', '×', '✗', '否', 'False', 'F', '（×）', 'no', '不正确'],
] as const;
const cases = [0, 1].flatMap((side) =>
  (REFERENCES[side] ?? []).flatMap((reference) =>
    [0, 1].flatMap((other) =>
      (AGREEING[other] ?? []).map((answer) => [reference, answer, side === other] as const),
    ),
  ),
);

describe('a reference that is a verdict and nothing else', () => {
  it.each(cases)('%s answered by %s: %s', (reference, answer, agrees) => {
    const { score, flags, points } = grade(STATEMENT, reference, answer);
    if (agrees) expect(score).toBeGreaterThanOrEqual(0.8);
    else expect(score).toBeLessThanOrEqual(0.19);
    expect(points[0]?.verdict).toBe(agrees ? 'covered' : 'contradicted');
    expect(
      flags.filter((flag) => flag === 'empty' || flag === 'off-topic' || flag === 'no-reference'),
    ).toEqual([]);
  });

  it.each([
    ['队列是先进先出的', '对', '是的，先进入队列的元素先离开', true],
    ['队列是先进先出的', '对', '不对，那是栈', false],
    ['栈是先进先出的吗？', '不是', '是的，先进先出', false],
    ['堆的根一定最小吗？', '不对', '不是，大根堆的根最大', true],
    ['线程能共享堆内存吗？', '能', '可以', true],
    ['线程能共享堆内存吗？', '能', '不行，各有各的', false],
    ['Is a stack first in, first out?', 'No', "It isn't, a stack is last in, first out", true],
    ['Is a stack first in, first out?', 'No', 'Yes, it is', false],
    ['A queue is first in, first out.', 'T', 'I think it is true', true],
    ['A queue is first in, first out.', '√', '不知道', false],
    ['A queue is first in, first out.', '√', '', false],
  ])('%s (%s) answered by %s: %s', (question, reference, answer, isRight) => {
    const { score } = grade(question, reference, answer);
    if (isRight) expect(score).toBeGreaterThanOrEqual(0.8);
    else expect(score).toBeLessThanOrEqual(0.19);
  });
});

describe('a verdict with reasons', () => {
  it('is worth a part by itself, and nothing when it is the wrong one', () => {
    const reference = 'No, a hash table keeps no order.';
    expect(
      grade('Is a hash table sorted?', reference, 'Nope, buckets are scattered').score,
    ).toBeGreaterThanOrEqual(0.5);
    expect(grade('Is a hash table sorted?', reference, 'No.').score).toBeLessThan(0.8);
    expect(grade('Is a hash table sorted?', reference, 'Yes, it keeps order').score).toBeLessThanOrEqual(
      0.19,
    );
  });
});

describe('signs and letters', () => {
  it.each([
    '√2 是无理数',
    '×3 倍',
    'Tree',
    'Fine',
    '是红黑树',
    '对象',
    '对吗',
    '有两种方法',
    'yesterday',
    'f(x) 递增',
  ])('%s opens with no verdict', (text) => {
    expect(judgementOf(text)).toBeNull();
  });

  it.each([
    ['对', true],
    ['（√）', true],
    ['答案：错误。', true],
    ['It is false.', true],
    ['对，因为有序', false],
    ['对象', false],
    ['No order is kept', false],
  ])('%s is a verdict alone: %s', (text, expected) => {
    expect(isBareVerdict(text)).toBe(expected);
  });
});
