import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankEntry } from './entry';
import { parseMarkdownBank } from './parse-markdown';
import { printMarkdownBank } from './print-markdown';

const LORA: BankEntry = {
  kind: 'open',
  stem: '什么是 LoRA？',
  answer: '低秩适配：\n\n## 增量\n\n冻结原权重，只训练两个小矩阵。',
  difficulty: 4,
  topics: ['微调'],
  tags: ['高频'],
  keyPoints: [
    { text: '冻结原权重', weight: 2, core: true },
    { text: '推理前可以合并', weight: 1, core: false },
  ],
};
const CHOICE: BankEntry = {
  kind: 'choice',
  stem: '哪一项最省显存？',
  options: [
    { label: 'A', text: '加大批量' },
    { label: 'B', text: '梯度检查点' },
  ],
  correct: 'B',
  answer: '梯度检查点',
  topics: ['微调', '显存'],
};

function read(text: string) {
  const found = parseMarkdownBank(text);
  if (found === null) throw new Error('not recognised');
  return found;
}

const codes = (text: string) => read(text).issues.map(({ code, line }) => [code, line]);

describe('our own Markdown', () => {
  it('is a document to read', () => {
    expect(printMarkdownBank([LORA, CHOICE], { title: '大模型' })).toMatchInlineSnapshot(`
      "---
      viva: bank/1
      title: "大模型"
      ---

      # 大模型

      ## 微调

      <!-- viva:question {"tags":["高频"]} -->

      ### 1. 什么是 LoRA？

      - 难度：4/10

      <!-- viva:answer -->

      **答案：**

      低秩适配：

      ## 增量

      冻结原权重，只训练两个小矩阵。

      <!-- viva:key-points -->

      **要点：**

      - [核心 2] 冻结原权重
      - [加分] 推理前可以合并

      <!-- viva:end -->

      ### 显存

      <!-- viva:question -->

      #### 2. 哪一项最省显存？

      <!-- viva:options -->

      - A. 加大批量
      - B. 梯度检查点

      <!-- viva:correct -->

      **正确答案：** B

      <!-- viva:end -->
      "
    `);
  });

  it('shows what no line can say beside what it can', () => {
    const odd: BankEntry = {
      kind: 'open',
      stem: '一\n二',
      answer: ' 甲\r\n',
      topics: [' '],
      difficulty: 1e-7,
    };
    expect(printMarkdownBank([odd])).toMatchInlineSnapshot(`
      "---
      viva: bank/1
      ---

      <!-- viva:question {"topics":[" "],"difficulty":1e-7} -->

      ## 1.

      <!-- viva:stem -->

      一
      二

      <!-- viva:answer {"exact":" 甲\\r\\n"} -->

      **答案：**

       甲


      <!-- viva:end -->
      "
    `);
  });

  it('keeps any title', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (title) => {
        expect(read(printMarkdownBank([LORA], { title }))).toMatchObject({
          title,
          entries: [LORA],
          issues: [],
        });
      }),
    );
  });

  it('is none of ours without its mark', () => {
    const printed = printMarkdownBank([LORA]);
    expect(parseMarkdownBank(printed.replace('viva: bank/1', 'viva: yes'))).toBeNull();
    expect(parseMarkdownBank(`\n${printed}`)).toBeNull();
    expect(parseMarkdownBank('')).toBeNull();
  });
});

describe('our own Markdown, edited by hand', () => {
  const printed = printMarkdownBank([LORA, CHOICE], { title: '大模型' });
  const edited = (from: string | RegExp, to: string) => {
    expect(printed).toMatch(from);
    return printed.replace(from, to);
  };

  it('says what was changed: stem, topic, difficulty, answer, blank lines', () => {
    const text = edited('什么是 LoRA？', 'LoRA 是什么？')
      .replace('## 微调', '## 训练')
      .replace('4/10', '6 / 10')
      .replace('只训练两个小矩阵。', '只训练小矩阵。')
      .replaceAll('\n\n', '\n\n\n');
    const [first, second] = read(text).entries;
    expect(first).toMatchObject({ stem: 'LoRA 是什么？', difficulty: 6, topics: ['训练'] });
    expect(first?.answer).toMatch(/只训练小矩阵。$/u);
    expect(second?.topics).toEqual(['训练', '显存']);
    expect(codes(text)).toEqual([]);
  });

  it('prefers an edit to the exact value in a marker', () => {
    const text = printMarkdownBank([{ ...LORA, answer: '甲\n' }]).replace('\n甲', '\n乙');
    expect(read(text).entries[0]?.answer).toBe('乙');
    expect(codes(text)).toEqual([['exact-outdated', 13]]);
  });

  it.each<[string, RegExp, string, [string, number][]]>([
    ['a question without an end', /<!-- viva:end -->\n\n### 显存/u, '### 显存', [['unclosed-question', 12]]],
    ['a part that is none', /viva:key-points/u, 'viva:points', [['unknown-part', 26]]],
    ['a part that is there twice', /viva:correct/u, 'viva:options', [['duplicate-part', 46]]],
    [
      'a part outside any question',
      /<!-- viva:question -->\n\n#### [^\n]+\n/u,
      '',
      [
        ['part-outside-question', 38],
        ['part-outside-question', 43],
        ['part-outside-question', 47],
      ],
    ],
    ['attributes that are not JSON', /\{"tags":\["高频"\]\}/u, '{"tags":', [['bad-attribute', 10]]],
    ['attributes of another type', /\["高频"\]/u, '4', [['bad-attribute', 10]]],
    ['attributes that are none', /"tags"/u, '"labels"', [['bad-attribute', 10]]],
    ['attributes that are a list', /\{"tags":\["高频"\]\}/u, '[]', [['bad-attribute', 10]]],
    ['attributes of a part', /viva:answer -->/u, 'viva:answer {"exact":4} -->', [['bad-attribute', 16]]],
    ['a marker that is none', /<!-- viva:key-points -->/u, '<!-- viva:key-points', [['bad-marker', 26]]],
    ['text that belongs to no part', /- 难度：4\/10/u, '很难', [['text-outside-parts', 14]]],
    ['a question without a stem', /#### 2\. [^\n]+/u, '', [['no-stem', 37]]],
    ['an option without a letter', /- B\. 梯度/u, '- 梯度', [['odd-item', 41]]],
    ['a key point without a mark', /\[加分\] /u, '', [['odd-item', 26]]],
    ['another version', /bank\/1/u, 'bank/2', [['unknown-version', 1]]],
  ])('reports %s', (_, from, to, expected) => {
    const text = edited(from, to);
    expect(codes(text)).toEqual(expected);
    expect(read(text).entries.length).toBeGreaterThan(0);
  });

  it('keeps every word when a line is lost', () => {
    const words = (text: string) => text.match(/\p{L}{2,}/gu) ?? [];
    for (const [index, line] of printed.split('\n').entries()) {
      if (index < 4) continue;
      const rest = printed.split('\n').filter((_, other) => other !== index);
      const found = JSON.stringify(read(rest.join('\n')));
      for (const entry of [LORA, CHOICE])
        for (const word of words(`${entry.stem} ${entry.answer}`))
          if (rest.some((other) => other.includes(word))) expect(found, `without “${line}”`).toContain(word);
    }
  });
});
