import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

const OWN_FORMAT = `# 示例题库

## 优化

### 1. 动量法解决什么问题？

- 难度：4/10

**答案：**

它累积历史梯度：

$$
v \\leftarrow \\beta v + g
$$

- 减小震荡
- 加快收敛

**要点：**

- [核心 2] 累积历史梯度
- [核心] 减小震荡
- [加分] 与 Nesterov 的差别

**常见错误：**

- 以为动量会改变损失函数

### 2. 下列哪种调度会先升后降？

- 难度：2/10

A. 常数

B. 带预热的余弦

**答案：** B

**解析：** 预热阶段上升，余弦阶段下降。
`;

const codes = (text: string): string[] =>
  readDocument(text, 'a.md').issues.map((issue) => `${issue.code}@${issue.line}`);

describe('readDocument', () => {
  it('reads our own format with key points and common mistakes', () => {
    const [open, choice] = readDocument(OWN_FORMAT, 'sample.zh.md').questions;
    expect(open).toMatchObject({
      kind: 'open',
      stem: '动量法解决什么问题？',
      answer: '它累积历史梯度：\n\n$$\nv \\leftarrow \\beta v + g\n$$\n\n- 减小震荡\n- 加快收敛',
      difficulty: 4,
      topics: ['优化'],
      keyPoints: [
        { text: '累积历史梯度', weight: 2, core: true },
        { text: '减小震荡', weight: 1, core: true },
        { text: '与 Nesterov 的差别', weight: 1, core: false },
      ],
      mistakes: ['以为动量会改变损失函数'],
      lines: { start: 5, end: 28 },
    });
    expect(choice).toMatchObject({
      kind: 'choice',
      correct: 'B',
      answer: '带预热的余弦',
      explanation: '预热阶段上升，余弦阶段下降。',
      difficulty: 2,
    });
  });

  it('reads the English form of our own format', () => {
    const text =
      '# Bank\n\n## Training\n\n### 1. What does warmup do?\n\n- Difficulty: 3/10\n\n**Answer:** It raises the rate slowly.\n\n**Key points:**\n\n- [core 2] raises slowly\n- [bonus] stabilises\n\n**Common mistakes:**\n\n- calling it decay\n';
    expect(readDocument(text, 'bank.md').questions).toMatchObject([
      {
        answer: 'It raises the rate slowly.',
        difficulty: 3,
        keyPoints: [
          { text: 'raises slowly', weight: 2, core: true },
          { text: 'stabilises', weight: 1, core: false },
        ],
        mistakes: ['calling it decay'],
      },
    ]);
  });

  it('keeps code that belongs to the question beside the stem, and tells equal stems apart by it', () => {
    const question = (number: number, code: string): string =>
      `### ${number}. 输出是什么？\n\n\`\`\`js\n${code}\n\`\`\`\n\n- A: 1\n- B: 2\n\n答案：A\n\n`;
    const { questions, issues } = readDocument(
      question(1, 'f()') + question(2, 'g()') + question(3, 'g()'),
      'js.md',
    );
    expect(questions.map(({ stem, context }) => [stem, context])).toEqual([
      ['输出是什么？', '```js\nf()\n```'],
      ['输出是什么？', '```js\ng()\n```'],
      ['输出是什么？', '```js\ng()\n```'],
    ]);
    expect(new Set(questions.map((one) => one.id)).size).toBe(3);
    expect(issues.map((issue) => issue.code)).toEqual(['duplicate-stem']);
  });

  it('keeps a code span that begins an explanation below the key', () => {
    const text =
      '### 1. 返回什么？\n\n- A: 1\n- B: 2\n\n答案：B\n\n`.length` 是 2。\n\n### 2. 打印什么？\n\n- A: 3\n- B: 4\n\n答案：A\n';
    expect(readDocument(text, 'js.md').questions[0]).toMatchObject({
      correct: 'B',
      explanation: '`.length` 是 2。',
    });
  });

  it('gives the same ids on every run, whatever the folder, and other ids to another document', () => {
    const ids = (name: string): string[] => readDocument(OWN_FORMAT, name).questions.map((one) => one.id);
    expect(ids('here/sample.md')).toEqual(ids('there\\sample.md'));
    expect(ids('sample.md')).not.toEqual(ids('other.md'));
  });

  it('counts lines alike for every kind of line end', () => {
    const shapes = ['\n', '\r\n', '\r'].map((end) =>
      readDocument(OWN_FORMAT.replaceAll('\n', end), 'sample.md').questions.map(({ lines, answer }) => ({
        lines,
        answer,
      })),
    );
    expect(shapes[1]).toEqual(shapes[0]);
    expect(shapes[2]).toEqual(shapes[0]);
  });

  it('takes sections with prose as passages, and names empty ones', () => {
    const text =
      '# 笔记\n\n## 采样\n\n温度越高越随机。\n\n## 束搜索\n\nTODO\n\n## 参考\n\nhttps://example.org/a\n';
    const reading = readDocument(text, 'notes.txt');
    expect(reading.passages).toEqual([
      { headings: ['笔记', '采样'], lines: { start: 3, end: 5 }, text: '温度越高越随机。' },
    ]);
    expect(codes(text)).toEqual(['empty-section@7', 'empty-section@11']);
  });

  it.each([
    [
      'an answer that is missing',
      '### 1. 什么是梯度？\n\n答：方向。\n\n### 2. 什么是步长？\n\n### 3. 什么是动量？\n\n答：累积。\n',
      ['no-answer@5'],
    ],
    [
      'a placeholder',
      '### 1. 什么是梯度？\n\n答：方向。\n\n### 2. 什么是步长？\n\n待补充\n',
      ['no-answer@5'],
    ],
    [
      'an answer that breaks off',
      '### 1. 什么是梯度？\n\n答：方向。\n\n### 2. 什么是步长？\n\n答：更新的大小，\n',
      ['answer-cut-off@7'],
    ],
    [
      'a picture that did not come along',
      '### 1. 什么是梯度？\n\n答：见下。\n\n![图](a/b.png)\n',
      ['missing-image@5'],
    ],
    [
      'a fence without an end',
      '### 1. 什么是梯度？\n\n答：如下。\n\n```python\nx = 1\n\n### 2. 什么是步长？\n\n答：大小。\n',
      ['unclosed-fence@5'],
    ],
    [
      'details without an end',
      '### 1. 什么是梯度？\n\n<details>\n\n答：方向。\n\n### 2. 什么是步长？\n\n答：大小。\n',
      ['unclosed-tag@3'],
    ],
    [
      'a stem that stands twice',
      '### 1. 什么是梯度？\n\n答：方向。\n\n### 2. 什么是梯度？\n\n答：导数。\n',
      ['duplicate-stem@5'],
    ],
  ])('reports %s', (_name, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('reads on after a fence without an end', () => {
    const text =
      '### 1. 什么是梯度？\n\n答：如下。\n\n```python\nx = 1\n\n### 2. 什么是步长？\n\n答：大小。\n';
    expect(readDocument(text, 'a.md').questions.map((question) => question.stem)).toEqual([
      '什么是梯度？',
      '什么是步长？',
    ]);
  });

  it('does not take questions out of code', () => {
    const text =
      '## 题目\n\n1. **什么是注释？**\n\n```python\n# 1. 什么是变量？\n# 答：名字\n```\n\n2. **什么是缩进？**\n\n空格。\n';
    expect(readDocument(text, 'a.md').questions.map((question) => question.stem)).toEqual([
      '什么是注释？',
      '什么是缩进？',
    ]);
  });
});
