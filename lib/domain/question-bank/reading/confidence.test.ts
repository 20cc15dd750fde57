import { describe, expect, it } from 'vitest';
import type { ReadQuestion } from '../model';
import { readDocument } from './read-document';

const read = (text: string): ReadQuestion[] => readDocument(text, 'a.md').questions;
const held = (text: string): number[] =>
  readDocument(text, 'a.md')
    .issues.filter((issue) => issue.code === 'question-inside-answer')
    .map((issue) => issue.line);

const SURE =
  '### 1. 什么是栈？\n\n答：后进先出。\n\n### 2. 什么是队列？\n\n答：先进先出。\n\n### 3. 什么是堆？\n\n答：带序的树。\n';

describe('confidence', () => {
  it('is high where every sign agrees, and nothing is doubted', () => {
    for (const question of read(SURE)) {
      expect(question.confidence).toBeGreaterThan(0.9);
      expect(question.doubts).toBeUndefined();
    }
  });

  it.each([
    ['no-answer', SURE.replace('答：先进先出。', ''), 1],
    ['stem-does-not-ask', SURE.replace('什么是队列？', '队列'), 1],
    [
      'no-correct-option',
      '1. 哪个是栈？\n\nA. 甲\nB. 乙\n\n答案：A\n\n2. 哪个是堆？\n\nA. 甲\nB. 乙\n\n3. 哪个是树？\n\nA. 甲\nB. 乙\n\n答案：B\n',
      1,
    ],
    ['odd-length', SURE.replace('先进先出。', '先进先出，'.repeat(500)), 1],
    [
      'answer-holds-question',
      SURE.replace('### 2. ', '').replace('答：后进先出。', '后进先出。').replaceAll('答：', ''),
      0,
    ],
  ] as const)('falls with the doubt %s', (doubt, text, position) => {
    const questions = read(text);
    const doubted = questions[position];
    expect(doubted?.doubts).toContain(doubt);
    const best = Math.max(...questions.map((question) => question.confidence ?? 0));
    expect(doubted?.confidence ?? 1).toBeLessThan(best);
  });

  it('is whole where a person said that a question begins', () => {
    const text = `${SURE}\n栈的用途\n\n函数调用。\n`;
    const line = text.split('\n').indexOf('栈的用途') + 1;
    const [question] = readDocument(text, 'a.md', [
      { type: 'begin', at: { line, text: '栈的用途' } },
    ]).questions.slice(-1);
    expect(question).toMatchObject({ stem: '栈的用途', answer: '函数调用。', confidence: 1 });
  });
});

describe('questions inside answers', () => {
  it.each<[string, string, number[]]>([
    [
      'one that fills a gap in the numbers',
      '1. 什么是栈？\n\n后进先出。\n\n什么是队列？\n\n先进先出。\n\n3. 什么是堆？\n\n带序的树。\n',
      [5],
    ],
    [
      'one that counts on behind the explanation of a choice',
      '3. 哪个是线性结构？\n\nA. 栈\nB. 树\n\n答案：A\n解析：树有分支。\n（4）队列与栈有何不同？\n',
      [8],
    ],
    [
      'one with an answer of its own',
      '问：什么是栈？\n答：后进先出。\n\n那什么是队列？\n\n答：先进先出。\n\n问：什么是堆？\n答：带序的树。\n',
      [4],
    ],
    [
      'none that is asked for effect',
      '### 1. 什么是栈？\n\n答：为什么要后进先出？因为调用要返回。\n\n为什么不用队列？\n\n顺序不对。\n\n### 2. 什么是堆？\n\n答：带序的树。\n',
      [],
    ],
    [
      'none that counts in a list of the answer',
      '1. 怎么排查？\n\n答：依次问：\n\n1. 内存够吗？\n2. 磁盘够吗？\n\n2. 怎么限流？\n\n答：令牌桶。\n',
      [],
    ],
  ])('finds %s', (_name, text, lines) => {
    expect(held(text)).toEqual(lines);
  });
});
