import { describe, expect, it } from 'vitest';
import type { LineAnchor, ReadingCorrection } from '../model';
import { readDocument } from './read-document';

const BANK = `# 网络

## 传输层

### 1. 什么是拥塞控制？

避免网络过载。

那么如何感知拥塞？

看丢包和时延。

### 2. 下列哪个是传输层协议？

A. HTTP
B. TCP

答案：B
解析：HTTP 在应用层。

### 3. 怎样理解窗口

窗口是在途数据的上限，它会变化。

它由接收方通告。

## 附注

这里的文字不是题目，只是一段比较长的说明，用来检验没有题目的段落会不会照常进入可查找的正文，长度要超过六十个字才会被当作一段正文收录进来。
`;

const at = (text: string, starts: string): LineAnchor => {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => line.trim().startsWith(starts));
  return { line: index + 1, text: (lines[index] ?? '').trim() };
};
const here = (starts: string): LineAnchor => at(BANK, starts);

const outline = (corrections: ReadingCorrection[], text = BANK): unknown[] =>
  readDocument(text, 'net.md', corrections).questions.map(({ kind, stem, answer }) => [kind, stem, answer]);

const FIRST = ['open', '什么是拥塞控制？', '避免网络过载。\n\n那么如何感知拥塞？\n\n看丢包和时延。'];
const SECOND = ['choice', '下列哪个是传输层协议？', 'TCP'];
const THIRD = ['open', '怎样理解窗口', '窗口是在途数据的上限，它会变化。\n\n它由接收方通告。'];

const TABLE: readonly [string, ReadingCorrection[], unknown[]][] = [
  ['nothing', [], [FIRST, SECOND, THIRD]],
  [
    'a question that begins inside an answer',
    [{ type: 'begin', at: here('那么如何') }],
    [
      ['open', '什么是拥塞控制？', '避免网络过载。'],
      ['open', '那么如何感知拥塞？', '看丢包和时延。'],
      SECOND,
      THIRD,
    ],
  ],
  [
    'a question that is part of the one before',
    [
      { type: 'begin', at: here('那么如何') },
      { type: 'begin', at: here('看丢包') },
      { type: 'merge', at: here('那么如何') },
    ],
    [
      ['open', '什么是拥塞控制？', '避免网络过载。\n\n那么如何感知拥塞？'],
      ['open', '看丢包和时延。', ''],
      SECOND,
      THIRD,
    ],
  ],
  ['what is no question', [{ type: 'drop', at: here('### 1.') }], [SECOND, THIRD]],
  [
    'an end further up',
    [{ type: 'end', at: here('### 1.'), end: here('避免网络') }],
    [['open', '什么是拥塞控制？', '避免网络过载。'], SECOND, THIRD],
  ],
  [
    'an answer that begins further down',
    [{ type: 'answer', at: here('### 3.'), answer: here('它由接收方') }],
    [FIRST, SECOND, ['open', '怎样理解窗口\n\n窗口是在途数据的上限，它会变化。', '它由接收方通告。']],
  ],
  [
    'a choice that is open',
    [{ type: 'kind', at: here('### 2.'), kind: 'open' }],
    [FIRST, ['open', '下列哪个是传输层协议？\n\nA. HTTP\nB. TCP', 'B'], THIRD],
  ],
  [
    'a question put in',
    [
      {
        type: 'add',
        question: {
          kind: 'open',
          stem: '附注说了什么？',
          answer: '这里的文字不是题目',
          topics: [],
          start: here('这里的文字'),
          end: here('这里的文字'),
        },
      },
    ],
    [FIRST, SECOND, THIRD, ['open', '附注说了什么？', '这里的文字不是题目']],
  ],
  [
    'each correction on what those before it made',
    [
      { type: 'begin', at: here('那么如何') },
      { type: 'drop', at: here('### 1.') },
      { type: 'answer', at: here('那么如何'), answer: here('看丢包') },
      { type: 'merge', at: here('### 3.') },
    ],
    [['open', '那么如何感知拥塞？', '看丢包和时延。'], SECOND],
  ],
];

describe('readDocument with corrections', () => {
  it.each(TABLE)('reads %s', (_name, corrections, expected) => {
    expect(outline(corrections)).toEqual(expected);
  });

  it('finds an anchor again by its text when lines were put in above', () => {
    const moved = BANK.replace('## 传输层', '## 前言\n\n新的一行。\n\n## 传输层');
    expect(outline([{ type: 'drop', at: here('### 1.') }], moved)).toEqual([SECOND, THIRD]);
  });

  it('names the corrections that no longer fit, and applies the rest', () => {
    const reading = readDocument(BANK, 'net.md', [
      { type: 'merge', at: { line: 3, text: 'gone' } },
      { type: 'alternative', id: 'shape_none', isTaken: true },
      { type: 'end', at: here('避免网络'), end: here('看丢包') },
      { type: 'drop', at: here('### 3.') },
    ]);
    expect(reading.questions).toHaveLength(2);
    const lost = reading.issues.filter((issue) => issue.code === 'correction-lost');
    expect(lost.map(({ severity, line, message }) => [severity, line, message])).toEqual([
      ['warning', 1, expect.stringContaining('"alternative"')],
      ['warning', 3, expect.stringContaining('"merge" at line 3 ("gone")')],
      ['warning', 7, expect.stringContaining('"end"')],
    ]);
  });

  it('says where a question has no options to be a choice', () => {
    const { questions, issues } = readDocument(BANK, 'net.md', [
      { type: 'kind', at: here('### 1.'), kind: 'choice' },
    ]);
    expect(questions[0]?.kind).toBe('open');
    expect(issues.map(({ code, line }) => [code, line])).toEqual([['no-options', 5]]);
  });

  it('reads a list as the options of what a person calls a choice', () => {
    const text = '1. 哪一层负责路由？\n\n- 传输层\n- 网络层\n\n2. 什么是路由？\n\n选路。\n';
    const [question] = readDocument(text, 'a.md', [
      { type: 'kind', at: at(text, '1.'), kind: 'choice' },
    ]).questions;
    expect(question).toMatchObject({
      kind: 'choice',
      stem: '哪一层负责路由？',
      options: [
        { label: 'A', text: '传输层' },
        { label: 'B', text: '网络层' },
      ],
    });
    expect(question?.correct).toBeUndefined();
  });

  it('makes prose of a dropped question, topics only of real sections', () => {
    const long = '一段足够长的说明，'.repeat(10);
    const text = `# 题\n\n## 甲\n\n### 1. 什么是甲？\n\n${long}\n\n### 2. 什么是乙？\n\n乙。\n`;
    const { questions, passages } = readDocument(text, 'a.md', [{ type: 'drop', at: at(text, '### 1.') }]);
    expect(questions).toMatchObject([{ stem: '什么是乙？', topics: ['甲'] }]);
    expect(passages).toMatchObject([{ headings: ['题', '甲', '什么是甲？'], lines: { start: 5, end: 7 } }]);
  });

  it('keeps what an earlier end frees as a passage', () => {
    const long = '这一段其实是编者的话，'.repeat(8);
    const text = `1. 什么是甲？\n\n甲。\n\n${long}\n\n2. 什么是乙？\n\n乙。\n`;
    const { passages } = readDocument(text, 'a.md', [
      { type: 'end', at: at(text, '1.'), end: at(text, '甲。') },
    ]);
    expect(passages).toEqual([{ headings: [], lines: { start: 5, end: 5 }, text: long }]);
  });

  it('marks what an added question claims and the document does not hold', () => {
    const { questions } = readDocument(BANK, 'net.md', [
      {
        type: 'add',
        question: {
          kind: 'open',
          stem: '那么如何感知拥塞？',
          answer: '靠猜。',
          topics: [],
          start: here('那么如何'),
          end: here('看丢包'),
        },
      },
    ]);
    expect(questions[1]).toMatchObject({ answer: '靠猜。', modelWritten: ['answer'] });
  });

  it('offers the shapes it saw, and reads by the one a person takes', () => {
    const text =
      '# 杂记\n\n**线程池**\n\n复用线程。\n\n**连接池**\n\n复用连接。\n\n**对象池**\n\n复用对象。\n\n**什么时候不用池？**\n\n对象很轻时。\n';
    const before = readDocument(text, 'a.md');
    const bold = before.alternatives?.find((one) => one.carrier === 'bold');
    expect(before.questions).toEqual([]);
    expect(bold).toMatchObject({ isTaken: false, count: 4, section: '杂记', level: 1 });
    const taken = readDocument(text, 'a.md', [{ type: 'alternative', id: bold?.id ?? '', isTaken: true }]);
    expect(taken.questions.map((one) => one.stem)).toEqual([
      '线程池',
      '连接池',
      '对象池',
      '什么时候不用池？',
    ]);
    expect(taken.alternatives?.[0]).toMatchObject({ id: bold?.id, isTaken: true });
  });
});
