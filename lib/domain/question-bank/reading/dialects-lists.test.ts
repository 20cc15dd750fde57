import { describe, expect, it } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';
import { readDocument } from './read-document';

const DIALECTS: readonly Dialect[] = [
  [
    'Q1/A1 lines',
    '# Containers\n\nQ1: What is a pod?\nA1: The smallest unit.\nIt holds containers.\n\nQ2: What happens when a node dies?\nA2: Its pods move.\n',
    [
      ['open', 'What is a pod?', 'The smallest unit.\nIt holds containers.'],
      ['open', 'What happens when a node dies?', 'Its pods move.'],
    ],
  ],
  [
    'bold Q with A',
    '# SQL\n\n**Q: What is a join?**\n\nA: Combining rows.\n\n**Q: What is an index?**\n\nA: A way to look up.\n',
    [
      ['open', 'What is a join?', 'Combining rows.'],
      ['open', 'What is an index?', 'A way to look up.'],
    ],
  ],
  [
    'questions folded in summaries',
    '# React\n\n<details>\n<summary>1. What does useEffect do?</summary>\n\nIt runs effects.\n\n</details>\n\n<details>\n<summary><b>2. When is useMemo worth it?</b></summary>\n<br/>\nFor costly work.\n</details>\n',
    [
      ['open', 'What does useEffect do?', 'It runs effects.'],
      ['open', 'When is useMemo worth it?', 'For costly work.'],
    ],
  ],
  [
    'numbers of the questions apart from numbers in the answers',
    '# 面试题\n\n1、什么是微服务？\n\n拆成小服务：\n1. 独立部署\n2. 独立扩展\n\n2、服务发现怎么做？\n\n注册中心。\n\n3、如何限流？\n\n令牌桶：\n1. 生成\n2. 消耗\n',
    [
      ['open', '什么是微服务？', '拆成小服务：\n1. 独立部署\n2. 独立扩展'],
      ['open', '服务发现怎么做？', '注册中心。'],
      ['open', '如何限流？', '令牌桶：\n1. 生成\n2. 消耗'],
    ],
  ],
  [
    'topics outside, questions inside',
    '# 面试问题\n\n- 树\n  - 红黑树有什么性质？\n  - 为什么要旋转？\n- 图\n  - 如何判断有环？\n  - 最短路有哪些算法？\n',
    ['红黑树有什么性质？', '为什么要旋转？', '如何判断有环？', '最短路有哪些算法？'].map(
      (stem) => ['open', stem, ''] as const,
    ),
  ],
  [
    'an interview as it was held, in bold',
    '# Phone screen\n\n**Interviewer**: What is a mutex?\n\n**Candidate**: A lock.\n\n**Interviewer**: Good. When would you not use one?\n\n**Candidate**: With atomics.\n',
    [
      ['open', 'What is a mutex?', 'A lock.'],
      ['open', 'Good. When would you not use one?', 'With atomics.'],
    ],
  ],
  [
    'one item of a bold list that its author left plain',
    '# 图论\n\n- **什么是连通？**\n\n  有路可走。\n\n- 如何判断有环？\n\n  深度优先。\n\n- **什么是割点？**\n\n  去掉后不再连通。\n',
    [
      ['open', '什么是连通？', '有路可走。'],
      ['open', '如何判断有环？', '深度优先。'],
      ['open', '什么是割点？', '去掉后不再连通。'],
    ],
  ],
  [
    'a table with a column of questions, one of them a link',
    '# Warm-up\n\n| Question | Level |\n|---|---|\n| What is a stack? | Basic |\n| [What is a queue?](https://example.org/q) | Basic |\n| How do they differ? | Basic |\n',
    [
      ['open', 'What is a stack?', ''],
      ['open', 'What is a queue?', ''],
      ['open', 'How do they differ?', ''],
    ],
  ],
  [
    'short questions with a link in brackets behind them',
    '# 编译面试题\n\n1、词法分析的方法。【[笔记](../lex.md)】\n\n2、左递归。【笔记】\n\n3、中间代码。【笔记】\n\n4、如何消除公共子表达式？\n',
    [
      ['open', '词法分析的方法。【[笔记](../lex.md)】', ''],
      ['open', '左递归。【笔记】', ''],
      ['open', '中间代码。【笔记】', ''],
      ['open', '如何消除公共子表达式？', ''],
    ],
  ],
  [
    'a single bold question',
    '# Interview\n\n**What is a mutex?**\n\nA lock that one thread holds at a time.\n',
    [['open', 'What is a mutex?', 'A lock that one thread holds at a time.']],
  ],
  [
    'a list that a line announces',
    '# 一次经历\n\n面试官问了以下问题：\n\n1. 自我介绍\n2. 线程的状态\n3. 索引失效的原因\n',
    [
      ['open', '自我介绍', ''],
      ['open', '线程的状态', ''],
      ['open', '索引失效的原因', ''],
    ],
  ],
  [
    'folds with blank lines between their tags',
    '# Baking\n\n<details>\n\n<summary>1. What does yeast do?</summary>\n\nIt makes gas.\n\n</details>\n\n<details>\n\n<summary>2. Why knead dough?</summary>\n\nTo build gluten.\n\n</details>\n\n<details>\n\n<summary>3. When is bread done?</summary>\n\nWhen it sounds hollow.\n\n</details>\n',
    [
      ['open', 'What does yeast do?', 'It makes gas.'],
      ['open', 'Why knead dough?', 'To build gluten.'],
      ['open', 'When is bread done?', 'When it sounds hollow.'],
    ],
  ],
  [
    'bullets of nouns that an interviewer is said to ask',
    '# 缓存\n\n缓存放在内存里。\n\n面试常问：\n\n- 持久化\n- 雪崩\n- 热键\n\n## 安装\n\n- 下载\n- 解压\n- 启动\n',
    [
      ['open', '持久化', ''],
      ['open', '雪崩', ''],
      ['open', '热键', ''],
    ],
  ],
  [
    'numbered subjects with a text, in what calls itself interview questions',
    '# 网络八股文\n\n1. 三次握手\n\n双方确认能收能发。\n\n2. 滑动窗口\n\n接收方说还能收多少。\n\n3. 粘包\n\n流没有边界。\n',
    [
      ['open', '三次握手', '双方确认能收能发。'],
      ['open', '滑动窗口', '接收方说还能收多少。'],
      ['open', '粘包', '流没有边界。'],
    ],
  ],
  [
    'a promised list behind an outline that counts from one as well',
    '堆与栈\n\n1. 分配\n- 堆由程序员申请\n\n2. 速度\n- 栈更快\n\n---\n\n面试官可能追问的问题\n\n1. 栈为什么更快？\n   - 只动指针\n\n2. 堆会碎片化吗？\n   - 会\n\n3. 栈有多大？\n   - 几兆\n\n| 区域 | 大小 |\n|---|---|\n| 栈 | 小 |\n',
    [
      ['open', '栈为什么更快？', '- 只动指针'],
      ['open', '堆会碎片化吗？', '- 会'],
      ['open', '栈有多大？', '- 几兆\n\n| 区域 | 大小 |\n|---|---|\n| 栈 | 小 |'],
    ],
  ],
  [
    'list items that the margin breaks',
    '# Reading questions\n\n- Describe how the narrator changes between the first chapter and\n  the last one of the book\n- Why does the sister leave?\n- Who tells the truth?\n',
    [
      [
        'open',
        'Describe how the narrator changes between the first chapter and\nthe last one of the book',
        '',
      ],
      ['open', 'Why does the sister leave?', ''],
      ['open', 'Who tells the truth?', ''],
    ],
  ],
];

describe('dialects of lists', () => {
  readsDialects(DIALECTS);
});

describe('repeated questions', () => {
  it('are told from those that differ in a sign', () => {
    const text =
      '| Question | Answer |\n|---|---|\n| What is x+y? | A sum. |\n| What is x*y? | A product. |\n| What is F? | One. |\n| What is F#? | Two. |\n| **What is F#**? | Three. |\n';
    const repeated = readDocument(text, 'signs.md').issues.filter(({ code }) => code === 'duplicate-stem');
    expect(repeated.map(({ line }) => line)).toEqual([7]);
  });
});
