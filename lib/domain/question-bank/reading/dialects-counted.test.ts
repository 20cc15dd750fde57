import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

/** Headings and lists of several levels, of which one is the questions. */
const DIALECTS: readonly Dialect[] = [
  [
    'counted headings of a bank, a list of names below one of them',
    '# 邮政面试题\n\n### 1. 平信与挂号信的区别\n\n挂号信有编号。\n\n### 2. 邮袋\n\n邮袋分几类：\n\n#### 1. 大袋\n\n##### （1）61 Green Bag\n\n装信件。\n\n##### （2）62 Blue Bag\n\n装包裹。\n\n#### 2. 小袋\n\n##### （1）71 Red Bag\n\n装印刷品。\n\n### 3. 邮戳的作用\n\n盖销邮票。\n\n### 4. 分拣的原理\n\n先按省，再按市。\n',
    [
      ['open', '平信与挂号信的区别', '挂号信有编号。'],
      [
        'open',
        '邮袋',
        '邮袋分几类：\n\n#### 1. 大袋\n\n##### （1）61 Green Bag\n\n装信件。\n\n##### （2）62 Blue Bag\n\n装包裹。\n\n#### 2. 小袋\n\n##### （1）71 Red Bag\n\n装印刷品。',
      ],
      ['open', '邮戳的作用', '盖销邮票。'],
      ['open', '分拣的原理', '先按省，再按市。'],
    ],
  ],
  [
    'headings that ask over headings that name parts of the answers',
    '# 茶\n\n### 1. 绿茶怎么杀青？\n\n##### 目的\n\n止住发酵。\n\n##### 步骤\n\n先蒸后揉。\n\n### 2. 红茶为什么是红的？\n\n##### 原因\n\n全发酵。\n\n### 3. 白茶如何存放？\n\n##### 存放条件\n\n避光。\n',
    [
      ['open', '绿茶怎么杀青？', '##### 目的\n\n止住发酵。\n\n##### 步骤\n\n先蒸后揉。'],
      ['open', '红茶为什么是红的？', '##### 原因\n\n全发酵。'],
      ['open', '白茶如何存放？', '##### 存放条件\n\n避光。'],
    ],
  ],
  [
    'names over lists in a bank, some of which ask',
    '---\ntitle: 面试题（茶）\n---\n\n# 茶\n\n## 六大茶类\n\n- 绿茶\n- 红茶\n\n## 白茶与黄茶的区别\n\n- 工艺不同\n\n## 盖碗的用法\n\n- 先温杯\n- 再投茶\n',
    [
      ['open', '六大茶类', '- 绿茶\n- 红茶'],
      ['open', '白茶与黄茶的区别', '- 工艺不同'],
      ['open', '盖碗的用法', '- 先温杯\n- 再投茶'],
    ],
  ],
  [
    'names in sections that promise questions, boxes with a title before the text',
    '# 前台面试集合\n\n## 接待面试题\n\n### 来访登记\n\n::: tip 提示\n先问姓名\n:::\n\n再发门卡。\n\n### 引导座位\n\n1. 走在前面\n2. 拉开椅子\n\n## 电话面试题\n\n### 转接外线\n\n先按星号键。\n',
    [
      ['open', '来访登记', '::: tip 提示\n先问姓名\n:::\n\n再发门卡。'],
      ['open', '引导座位', '1. 走在前面\n2. 拉开椅子'],
      ['open', '转接外线', '先按星号键。'],
    ],
  ],
  [
    'contents that link to each question under its label',
    '# Tea interview questions\n\n## Questions\n* [Q1: What is oolong?](https://example.org/tea#q1)\n* [Q2: What is matcha?](https://example.org/tea#q2)\n* [Q3: What is a gaiwan?](https://example.org/tea#q3)\n\n## Questions & Answers\n\n### Q1: What is oolong?\nHalf oxidised.\n\n### Q2: What is matcha?\nA powder.\n\n### Q3: What is a gaiwan?\nA lidded bowl.\n',
    [
      ['open', 'What is oolong?', 'Half oxidised.'],
      ['open', 'What is matcha?', 'A powder.'],
      ['open', 'What is a gaiwan?', 'A lidded bowl.'],
    ],
  ],
];

describe('headings of several levels', () => {
  readsDialects(DIALECTS);
});

const TICKED = ['焙火的作用', '杀青的原理', '怎么醒茶', '水温怎么定', '茶汤为什么变红', '紫砂'];

/** Lists of what is to be known. */
const LISTS: readonly Dialect[] = [
  [
    'sections that only a number tells apart, one of which asks',
    '# 茶馆-前厅\n\n## Part.1\n\n1. 讲一下怎么迎客\n\n2. 茶单的内容\n\n3. 为什么先上水\n\n## Part.2\n\n1. 茶点\n\n2. 座位\n\n3. 茶钱\n',
    [
      ['open', '讲一下怎么迎客', ''],
      ['open', '茶单的内容', ''],
      ['open', '为什么先上水', ''],
      ['open', '茶点', ''],
      ['open', '座位', ''],
      ['open', '茶钱', ''],
    ],
  ],
  [
    'numbers that go on in the next section, where they hardly ask',
    '# 茶艺作业\n\n## 一、概念\n\n1. 什么是醒茶？\n\n2. 什么是温杯？\n\n3. 为什么要洗茶？\n\n4. 如何出汤？\n\n## 二、动手\n\n5. 按下面的水温泡一壶白茶，并记下时间：先用八十五度，再用九十度，最后用沸水，每次都要把茶汤全部倒出来，分给三个人喝，问他们哪一泡最甜\n\n6. 盖碗出汤\n',
    [
      ['open', '什么是醒茶？', ''],
      ['open', '什么是温杯？', ''],
      ['open', '为什么要洗茶？', ''],
      ['open', '如何出汤？', ''],
      [
        'open',
        '按下面的水温泡一壶白茶，并记下时间：先用八十五度，再用九十度，最后用沸水，每次都要把茶汤全部倒出来，分给三个人喝，问他们哪一泡最甜',
        '',
      ],
      ['open', '盖碗出汤', ''],
    ],
  ],
  [
    'exercises at the end of notes, most of which name their subject',
    `# 茶的笔记\n\n绿茶、红茶。\n\n### 相关题目\n\n${['杀青', '揉捻', '渥堆', '萎凋', '闷黄', '焙火', '窨花'].map((name, at) => `${at + 1}. ${name}\n\n   先热后冷。\n`).join('\n')}\n8. 下列是绿茶的是（ A ）\n   A. 龙井\n   B. 祁红\n`,
    [
      ...['杀青', '揉捻', '渥堆', '萎凋', '闷黄', '焙火', '窨花'].map(
        (name) => ['open', name, '先热后冷。'] as const,
      ),
      ['choice', '下列是绿茶的是（ ）', '龙井', 'A'],
    ],
  ],
  [
    'numerals that a full stop parts from what they count',
    '一。绿茶与白茶的区别\n\n    杀青与否。\n\n二。红茶怎么泡\n\n    用沸水。\n\n三。黑茶的存放方法\n\n    通风。\n',
    [
      ['open', '绿茶与白茶的区别', '杀青与否。'],
      ['open', '红茶怎么泡', '用沸水。'],
      ['open', '黑茶的存放方法', '通风。'],
    ],
  ],
  [
    'boxes to tick, section by section, that name and ask',
    [
      '## 茶',
      ...['制作', '冲泡', '品鉴', '存放'].flatMap((title) => [
        `### ${title}`,
        ...TICKED.map((item) => `- [ ] ${title}：${item}`),
      ]),
    ].join('\n'),
    ['制作', '冲泡', '品鉴', '存放'].flatMap((title) =>
      TICKED.map((item) => ['open', `${title}：${item}`, ''] as const),
    ),
  ],
  [
    'numbers below the links of a list of subjects, what is left to do behind them',
    '# 面试题\n\n* [1. 采摘](#1)\n    * 1.什么时候采春茶？\n    * 2.为什么只采嫩芽？ \\* [todo]\n    * 3.采茶用什么篓？\n    * 4.鲜叶怎么摊放？\n    * 5.雨天能不能采？\n* [2. 制作](#2)\n    * 1.怎么判断杀青的程度？\n    * 2.揉捻有哪些手法？\n    * 3.烘干的作用\n    * 4.复火解决了什么问题？\n',
    [
      ['open', '什么时候采春茶？', ''],
      ['open', '为什么只采嫩芽？', ''],
      ['open', '采茶用什么篓？', ''],
      ['open', '鲜叶怎么摊放？', ''],
      ['open', '雨天能不能采？', ''],
      ['open', '怎么判断杀青的程度？', ''],
      ['open', '揉捻有哪些手法？', ''],
      ['open', '烘干的作用', ''],
      ['open', '复火解决了什么问题？', ''],
    ],
  ],
  [
    'lines set in below headings, by the book a listing',
    '### 1、采摘\n\n    什么时候采春茶\n    嫩芽与老叶的区别\n    茶篓\n\n### 2、制作\n\n    怎么判断杀青的程度\n    揉捻有哪些手法\n    复火的作用\n\n### 参考：\n\n[茶经](https://example.org/tea)\n',
    [
      ['open', '什么时候采春茶', ''],
      ['open', '嫩芽与老叶的区别', ''],
      ['open', '茶篓', ''],
      ['open', '怎么判断杀青的程度', ''],
      ['open', '揉捻有哪些手法', ''],
      ['open', '复火的作用', ''],
    ],
  ],
  [
    'where more stands, behind the stem',
    '# 茶叶面试题\n\n1、绿茶和红茶的区别。【链接】\n\n2、怎么存茶？【[链接](../tea/store.md)】\n\n3、怎么醒茶？\n',
    [
      ['open', '绿茶和红茶的区别。', ''],
      ['open', '怎么存茶？', ''],
      ['open', '怎么醒茶？', ''],
    ],
  ],
];

describe('lists of what is to be known', () => {
  readsDialects(LISTS);
});
