import { describe, expect, it } from 'vitest';
import { gradeOffline } from '..';

const scoreOf = (question: string, reference: string, answer: string) =>
  gradeOffline({
    question,
    kind: 'open',
    references: [reference],
    turns: [{ text: answer }],
    language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en',
  }).score;

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
    expect(scoreOf(question, reference, answer)).toBeGreaterThanOrEqual(0.5);
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
    expect(scoreOf(question, reference, answer)).toBeLessThanOrEqual(0.3);
  });
});
