import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '..';
import { difficultyOf, lettersOf, splitOptions, splitTags, splitTopics } from './cells';
import { clozeCards } from './cloze';
import { roleOfName } from './column-names';
import { guessMapping, tableOfRows } from './guess-mapping';
import { tableOfJson } from './records';
import type { ColumnRole } from './table';
import { tableToMarkdown } from './table-to-markdown';

/** What a table of these rows is read as. */
function read(...rows: string[][]) {
  const { table } = tableOfRows(rows);
  const mapping = guessMapping(table);
  const { text, issues } = tableToMarkdown(table, mapping);
  return {
    mapping,
    table,
    said: issues.map(({ code }) => code),
    questions: readDocument(text, 't.csv').questions,
  };
}

describe('names of columns', () => {
  it.each([
    ['题干（必填）', 'question'],
    ['Question Text', 'question'],
    ['instruction', 'question'],
    ['参考答案', 'answer'],
    ['ground_truth', 'answer'],
    ['completion', 'answer'],
    ['选项A', 'option'],
    ['Option 3', 'option'],
    ['B', 'option'],
    ['选项', 'options'],
    ['choices', 'options'],
    ['正确答案', 'correct'],
    ['answerKey', 'correct'],
    ['试题解析', 'explanation'],
    ['Back Extra', 'explanation'],
    ['一级分类', 'topic'],
    ['知识点', 'topic'],
    ['Tags', 'tags'],
    ['难度系数', 'difficulty'],
    ['得分点', 'key-points'],
    ['常见错误', 'mistakes'],
    ['序号', 'ignored'],
    ['题型', 'ignored'],
    ['备忘', null],
  ] as [string, ColumnRole | null][])('%s: %s', (name, role) => {
    expect(roleOfName(name)).toBe(role);
  });
});

describe('cells', () => {
  it.each([
    ['B', 'B'],
    [' c, a ', 'AC'],
    ['ABD', 'ABD'],
    ['选项 C', 'C'],
    ['(D)', 'D'],
    ['B、C', 'BC'],
    ['AA', null],
    ['Adam', null],
    ['对', null],
    ['', null],
  ])('letters of %j: %j', (cell, letters) => {
    expect(lettersOf(cell)).toBe(letters);
  });

  it.each([
    ['A. 甲\nB. 乙', ['甲', '乙']],
    ['A.甲 B.乙 C.丙', ['甲', '乙', '丙']],
    ['甲;乙;丙', ['甲', '乙', '丙']],
    ['甲|乙', ['甲', '乙']],
    ['["甲, 1", "乙"]', ['甲, 1', '乙']],
    ['{"A": "甲", "B": "乙"}', ['甲', '乙']],
    ['[0, 1) 之间', ['[0, 1) 之间']],
    ['', []],
  ])('options of %j', (cell, texts) => {
    expect(splitOptions(cell).map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    ['3', 3],
    ['7/10', 7],
    ['★★★☆☆', 3],
    ['困难', 8],
    ['Easy', 2],
    ['11', undefined],
    ['看情况', undefined],
  ])('difficulty of %j: %j', (cell, figure) => {
    expect(difficultyOf(cell)).toBe(figure);
  });

  it('tags stand between commas, or between spaces', () => {
    expect([splitTags('训练，优化 器'), splitTags(' a  b a ')]).toEqual([
      ['训练', '优化 器'],
      ['a', 'b'],
    ]);
  });

  it('tags of a list stand as they are, a single one too', () => {
    expect([splitTags('["优化 器"]'), splitTags('["a", "b"]')]).toEqual([['优化 器'], ['a', 'b']]);
  });

  it.each([
    ['缓存;过期', ['缓存', '过期']],
    ['缓存；过期 ', ['缓存', '过期']],
    ['Caching, Expiry', ['Caching', 'Expiry']],
    ['存储 > 缓存, 过期', ['存储', '缓存, 过期']],
    ['CI/CD', ['CI/CD']],
  ])('topics of %s', (cell, topics) => {
    expect(splitTopics(cell)).toEqual(topics);
  });

  it.each([
    ['【中等】', 5],
    ['难度：较难', 8],
    ['中等难度', 5],
    ['入门级', 2],
    ['Hard level', 8],
    ['Difficulty: very easy', 2],
    ['难度', undefined],
    ['难以回答', undefined],
  ])('difficulty in words: %s', (cell, figure) => {
    expect(difficultyOf(cell)).toBe(figure);
  });

  it('a gap of a text asks, what it hides answers', () => {
    expect(clozeCards('{{c2::乙}}与{{c1::甲::第一个}}、{{c1::丙}}')).toEqual([
      { question: '乙与____（第一个）、____', answer: '甲\n丙' },
      { question: '____与甲、丙', answer: '乙' },
    ]);
    expect(clozeCards('没有')).toEqual([]);
  });
});

describe('what a column holds', () => {
  it('by name, whatever the order', () => {
    const { mapping, questions } = read(
      ['编号', '答案', '难度', '题目', '分类', '标签'],
      ['1', '停下', '★★', '什么是早停？', '训练 > 正则化', 'a,b'],
      ['2', '遮住后文', '难', '什么是掩码？', '注意力', ''],
    );
    expect(mapping.roles).toEqual(['ignored', 'answer', 'difficulty', 'question', 'topic', 'tags']);
    expect(questions).toMatchObject([
      { stem: '什么是早停？', answer: '停下', difficulty: 2, topics: ['训练', '正则化'], tags: ['a', 'b'] },
      { stem: '什么是掩码？', answer: '遮住后文', difficulty: 8, topics: ['注意力'] },
    ]);
  });

  it('by its contents where there are no names', () => {
    const { mapping, questions } = read(
      ['什么是早停？', '验证集不再变好就停。'],
      ['为什么要打乱样本？', '使相邻的样本独立。'],
    );
    expect([mapping.roles, questions.length]).toEqual([['question', 'answer'], 2]);
    expect(mapping.confidence).toBeLessThan(0.95);
  });

  it.each([
    ['letters', ['B', 'A,C'], ['B', 'AC']],
    ['figures from 1', ['2', '1,3'], ['B', 'AC']],
    ['figures from 0', ['1', '0'], ['B', 'A']],
    ['the words of the option', ['乙', '丙'], ['B', 'C']],
    ['letter and words', ['B. 乙', 'C. 丙'], ['B', 'C']],
  ])('the right option given by %s', (_name, keys, correct) => {
    const rows = keys.map((key, index) => [`哪个对 ${index}？`, '甲', '乙', '丙', key]);
    const { questions } = read(['题目', 'A', 'B', 'C', '答案'], ...rows);
    expect(questions.map((question) => [question.kind, question.correct])).toEqual(
      correct.map((labels) => ['choice', labels]),
    );
  });

  it('takes what explains for the answer where the column without a known name says less', () => {
    const { mapping, questions } = read(
      ['编号', '内容', '说明', '备注'],
      ['1', '年轮是什么', '树木每年长出的一圈木质。', '植物'],
      ['2', '树脂有什么用', '封住伤口，挡住昆虫。', '植物'],
    );
    expect(mapping.roles).toEqual(['ignored', 'question', 'answer', 'ignored']);
    expect(questions.map(({ answer }) => answer)).toEqual([
      '树木每年长出的一圈木质。',
      '封住伤口，挡住昆虫。',
    ]);
  });

  it('options in one cell, and an answer in words beside the key is its explanation', () => {
    const { questions } = read(
      ['题干', '选项', '正确答案', '解析'],
      ['哪个是优化器？', 'A. Adam\nB. ReLU', 'A', '自适应'],
      ['哪个是激活？', 'A. Adam\nB. ReLU', '', ''],
    );
    expect(questions).toMatchObject([
      { kind: 'choice', correct: 'A', answer: 'Adam', explanation: '自适应' },
      { kind: 'choice', answer: '' },
    ]);
    expect(questions[1]).not.toHaveProperty('correct');
  });

  it('a row without a question is told, and numbers alone are no questions', () => {
    expect(read(['问题', '答案'], ['什么是早停？', '停'], ['', '没有题目的答案']).said).toEqual([
      'row-without-question',
    ]);
    const numbers = read(['轮次', '损失'], ['1', '0.5'], ['2', '0.4']);
    expect([numbers.said, numbers.questions]).toEqual([['columns-uncertain'], []]);
  });

  it('a person’s choice is followed, the row of names included', () => {
    const { table } = tableOfRows([
      ['问题', '答案'],
      ['甲', '乙'],
    ]);
    const { text } = tableToMarkdown(table, { roles: ['answer', 'question'], isFirstRowData: true });
    expect(readDocument(text, 't').questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['答案', '问题'],
      ['乙', '甲'],
    ]);
  });
});

describe('records in JSON', () => {
  const found = (value: unknown) => tableOfJson(value)?.table.rows;

  it.each([
    ['a list', [{ q: 'Q?', a: 'A' }], [['Q?', 'A']]],
    [
      'lists under topics',
      { 训练: [{ q: 'Q?', a: 'A' }], 推理: [{ q: 'R?', a: 'B' }] },
      [
        ['训练', 'Q?', 'A'],
        ['推理', 'R?', 'B'],
      ],
    ],
    [
      'named groups',
      { title: '题库', groups: [{ name: '训练', items: [{ q: 'Q?', a: 'A' }] }] },
      [['训练', 'Q?', 'A']],
    ],
    [
      'questions as names',
      { 'Q?': 'A', 'R?': 'B' },
      [
        ['Q?', 'A'],
        ['R?', 'B'],
      ],
    ],
    [
      'pairs',
      [
        ['Q?', 'A'],
        ['R?', 'B'],
      ],
      [
        ['Q?', 'A'],
        ['R?', 'B'],
      ],
    ],
    [
      'a conversation',
      {
        messages: [
          { role: 'system', content: 's' },
          { role: 'user', content: 'Q?' },
          { role: 'assistant', content: 'A' },
        ],
      },
      [['Q?', 'A']],
    ],
    [
      'ShareGPT',
      {
        conversations: [
          { from: 'human', value: 'Q?' },
          { from: 'gpt', value: 'A' },
        ],
      },
      [['Q?', 'A']],
    ],
    [
      'options that say which is right',
      [
        {
          question: 'Q?',
          options: [
            { text: '甲', isCorrect: false },
            { text: '乙', isCorrect: true },
          ],
        },
      ],
      [['Q?', '["甲","乙"]', 'B']],
    ],
    [
      'choices with labels beside their texts',
      [{ question: 'Q?', choices: { text: ['甲', '乙'], label: ['A', 'B'] }, answer: { value: 'B' } }],
      [['Q?', '["甲","乙"]', 'A,B', 'B']],
    ],
    [
      'SQuAD',
      {
        data: [
          {
            title: '训练',
            paragraphs: [
              { context: '正文', qas: [{ id: 1, question: 'Q?', answers: [{ text: 'A' }, { text: 'A' }] }] },
            ],
          },
        ],
      },
      [['训练', '1', 'Q?', 'A']],
    ],
  ] as [string, unknown, string[][]][])('%s', (_name, value, rows) => {
    expect(found(value)).toEqual(rows);
  });

  it.each([[{ name: 'viva', scripts: { test: 'x' } }], [[1, 2]], [null], ['text'], [{}]])(
    'none in %j',
    (value) => {
      expect(found(value)).toBeUndefined();
    },
  );

  const asked = (value: unknown) => {
    const json = tableOfJson(value);
    if (json === null) return [];
    const { text } = tableToMarkdown(json.table, guessMapping(json.table));
    return readDocument(text, 't.json').questions;
  };

  it.each([
    ['an index counts from 0', [{ question: 'Q?', options: ['甲', '乙'], answer_index: 1 }], ['B']],
    [
      'an index that is beyond the last option counts from 1',
      [
        { question: 'Q?', options: ['甲', '乙'], correctIndex: 2 },
        { question: 'R?', options: ['甲', '乙'], correctIndex: 1 },
      ],
      ['B', 'A'],
    ],
    [
      'a figure that is called no index counts from 1',
      [{ question: 'Q?', options: ['甲', '乙'], answer: 1 }],
      ['A'],
    ],
    [
      'other names in another record',
      [
        { question: 'Q?', choices: ['甲', '乙'], correct: 0 },
        { stem: 'R?', options: ['丙', '丁'], answer: 'B' },
        { q: 'S?', a: '戊' },
      ],
      ['A', 'B', undefined],
    ],
  ] as [string, unknown, (string | undefined)[]][])('the key: %s', (_name, value, keys) => {
    expect(asked(value).map(({ correct }) => correct)).toEqual(keys);
  });

  it.each([
    [
      'a title and a text among questions and answers',
      [
        { question: 'Q?', answer: '甲' },
        { title: '令牌桶怎么限流？', content: '按速率放令牌。' },
      ],
      ['甲', '按速率放令牌。'],
    ],
    ['titles that ask', [{ title: '什么是背压？', content: '让上游慢下来。' }], ['让上游慢下来。']],
    ['a text below the question', [{ question: 'Q?', text: '甲' }], ['甲']],
    ['no answer among answers', [{ prompt: 'Q?', output: '甲' }, { prompt: 'R?' }], ['甲', '']],
  ] as [string, unknown, string[]][])('%s', (_name, value, answers) => {
    expect(asked(value).map(({ answer }) => answer)).toEqual(answers);
  });

  it('an instruction keeps its input, also without an output', () => {
    const value = [
      { instruction: '改写成被动句', input: '猫追老鼠', output: '老鼠被猫追' },
      { instruction: '改写成被动句', input: '风吹云' },
    ];
    expect(asked(value).map(({ context }) => context)).toEqual(['猫追老鼠', '风吹云']);
  });

  it('counts what stands among records and asks nothing; a title above a text that asks nothing is none', () => {
    expect(tableOfJson([{ q: 'Q?', a: 'A' }, { foo: 'x' }, { bar: 1 }])?.leftOut).toBe(2);
    expect(tableOfJson([{ title: '第三周小结', content: '读了两本书。' }])).toBeNull();
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => void tableOfJson(value)),
      { numRuns: 300 },
    );
  });
});

describe('laws', () => {
  const cell = fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '# 标题',
        '```\n题：？\n```',
        'A. 甲\nB. 乙',
        '<!-- viva:end -->',
        '---\nviva: bank/1\n---',
        '| a | b |',
        '答：甲',
        '1. 一\n\n2. 二',
      ),
    )
    .map((text) => text.replace(/\r\n?/gu, '\n').trim());
  const rows = fc.array(
    fc.tuple(
      cell.filter((text) => text !== ''),
      cell,
    ),
    { minLength: 1, maxLength: 8 },
  );

  it('a cell’s text arrives to the letter as stem and as answer', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const { text } = tableToMarkdown(
          { columns: ['问题', '答案'], rows: pairs },
          { roles: ['question', 'answer'] },
        );
        expect(readDocument(text, 't').questions.map(({ stem, answer }) => [stem, answer])).toEqual(pairs);
      }),
      { numRuns: 200 },
    );
  });
});
