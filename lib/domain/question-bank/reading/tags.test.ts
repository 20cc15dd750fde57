import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

const tags = (text: string): (string[] | undefined)[] =>
  readDocument(text, 'a.md').questions.map((question) => question.tags);

const bank = (label: string): string =>
  `### 1. 什么是栈？\n\n${label}\n\n答：后进先出。\n\n### 2. 什么是堆？\n\n答：带序的树。\n`;

describe('tags', () => {
  it.each([
    ['标签：数据结构、线性表', ['数据结构', '线性表']],
    ['**Tags:** stack, linear list', ['stack', 'linear list']],
    ['标签：#栈 #队列', ['栈', '队列']],
    ['Tags: [stack, `lifo`]', ['stack', 'lifo']],
    ['**标签**：栈', ['栈']],
  ])('are read from the line %s, for its question alone', (label, expected) => {
    expect(tags(bank(label))).toEqual([expected, undefined]);
  });

  it.each([['tags: [结构, 基础]'], ['tags: 结构, 基础'], ['title: 栈\ntags:\n  - 结构\n  - 基础\nlang: zh']])(
    'of the front matter %j hold for every question, behind its own',
    (matter) => {
      const text = `---\n${matter}\n---\n\n${bank('标签：栈, 结构')}`;
      expect(tags(text)).toEqual([
        ['栈', '结构', '基础'],
        ['结构', '基础'],
      ]);
    },
  );

  it('are none where nothing says so', () => {
    expect(tags(bank(''))).toEqual([undefined, undefined]);
  });
});

describe('comment lines of code', () => {
  const code = (comment: string): string =>
    `# 题库\n\n## 一、检索\n\n### 1. 如何入库？\n\n先切分。\n\n${comment}\n\`\`\`python\nsave()\n\`\`\`\n\n### 2. 如何检索？\n\n按相似度。\n`;

  it('are no topics, and stay in the answer', () => {
    const { questions } = readDocument(code('# 3) 保存索引'), 'a.md');
    expect(questions).toMatchObject([
      { topics: ['检索'], answer: expect.stringContaining('# 3) 保存索引') },
      { topics: ['检索'] },
    ]);
  });

  it('are told from chapters', () => {
    const { questions } = readDocument(`${code('# 部署')}\n# 运维\n\n### 3. 如何备份？\n\n快照。\n`, 'a.md');
    expect(questions.map((question) => question.topics)).toEqual([['题库', '检索'], ['部署'], ['运维']]);
  });
});
