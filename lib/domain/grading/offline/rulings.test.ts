import { describe, expect, it } from 'vitest';
import { gradeOffline } from '..';

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

const LIGHT = ['光在真空中的速度是多少？', '3×10^8 m/s'] as const;
const BOILING = ['标准大气压下水的沸点是多少？', '100℃'] as const;
const SUN = ['How long does sunlight take to reach the Earth?', 'About 500 s'] as const;
const HEADER = ['IP 头部最少多少字节？', '20 字节'] as const;
const ADDRESS = ['How many bits are in an IPv6 address?', '128 bits'] as const;
const RATE = ['微调的学习率一般设多大？', '1e-4 到 2e-4'] as const;
const STEP = ['学习率设多大？', '1e-4'] as const;
const SIZE = ['BERT-base 有多少参数？', '1.1 亿'] as const;
const SORT = ['归并排序的时间复杂度是多少？', 'O(n log n)'] as const;

describe('a reference that is a number', () => {
  it.each([
    [LIGHT, '300000 km/s'],
    [LIGHT, '30万公里每秒'],
    [LIGHT, '3e8 m/s'],
    [LIGHT, '大约 3×10⁸ 米每秒'],
    [BOILING, '100 摄氏度'],
    [BOILING, '212 °F'],
    [SUN, '500 seconds'],
    [SUN, 'about 8.3 minutes'],
    [HEADER, '20 bytes'],
    [HEADER, '160 bit'],
    [ADDRESS, '16 bytes'],
    [ADDRESS, 'It has 128 bits.'],
    [RATE, '2e-4'],
    [STEP, '0.0001'],
    [STEP, '万分之一'],
    [SIZE, '一亿一千万'],
    [SIZE, '110M'],
    [SIZE, '1.1 亿个参数'],
    [SORT, 'n log n'],
    [SORT, 'O(nlogn)'],
  ] as const)('%s counts in another form: %s', ([question, reference], answer) => {
    expect(grade(question, reference, answer).score).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    [LIGHT, '3×10^5 m/s'],
    [LIGHT, '300000 m/s'],
    [BOILING, '50℃'],
    [BOILING, '1000℃'],
    [BOILING, '100 K'],
    [SUN, 'About 500 minutes'],
    [HEADER, '20 KB'],
    [ADDRESS, '128 bytes'],
    [RATE, '1e-2'],
    [STEP, '0.1'],
    [SIZE, '11 亿'],
  ] as const)('%s is contradicted by %s', ([question, reference], answer) => {
    expect(grade(question, reference, answer).score).toBeLessThanOrEqual(0.3);
  });
});
