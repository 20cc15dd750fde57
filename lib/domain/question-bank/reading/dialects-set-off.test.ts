import { describe, expect, it } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';
import { readDocument } from './read-document';

/** Questions that something else than a heading, a number or a bullet sets off. */
const DIALECTS: readonly Dialect[] = [
  [
    'an exam typed into fences, with listings inside',
    "# 第一章\n\n```java\n\n题库中第1题:\n下列哪个命令编译源文件?\nA. jar\nB. javac\nC. java\n{correctAnswer='B'}\n```\n\n```java\n\n题库中第2题:\n这段程序输出什么？\n\nclass A {\n  \n  int x = 1;\n}\nA. 0\nB. 1\nC. 编译出错\n{correctAnswer='C'}\n```\n",
    [
      ['choice', '下列哪个命令编译源文件?', 'javac', 'B'],
      ['choice', '这段程序输出什么？\n\nclass A {\n  \n  int x = 1;\n}', '编译出错', 'C'],
    ],
  ],
  [
    'quotations of one line with the answer below',
    '# Web\n\n## Basics\n\n> What is the difference between `null` and `undefined`?\n\n**Answer:** One is set.\n\n> Why is `a == b` risky?\n\n**Answer:** It converts.\n\n> Will it run in `use strict`?\n\n**Answer:** No.\n',
    [
      ['open', 'What is the difference between `null` and `undefined`?', 'One is set.'],
      ['open', 'Why is `a == b` risky?', 'It converts.'],
      ['open', 'Will it run in `use strict`?', 'No.'],
    ],
  ],
  [
    'lines set in by a tab over folded answers',
    '# Cards\n\n## Loss\n\n\tGive an example of a convex loss\n\n <details>\n<summary>ANS</summary>\n<div>\nThe square.\n</div>\n</details>\n\n\tHow do L1 and L2 differ?\n\n <details>\n<summary>ANS</summary>\n<div>\nBy their corners.\n</div>\n</details>\n\n\tWhat is a margin?\n\n <details>\n<summary>ANS</summary>\n<div>\nA distance.\n</div>\n</details>\n',
    [
      ['open', 'Give an example of a convex loss', 'The square.'],
      ['open', 'How do L1 and L2 differ?', 'By their corners.'],
      ['open', 'What is a margin?', 'A distance.'],
    ],
  ],
  [
    "a word of the author's own that counts",
    '第 1 周：底层\n本周重点 1：形状\n\n考察点 1：张量的形状怎么推？\n标准答案：从左到右。\n\n考察点 2：广播为什么重要？\n标准答案：省内存。\n\n本周重点 2：数值\n\n考察点 3：什么是溢出？\n标准答案：超出范围。\n',
    [
      ['open', '张量的形状怎么推？', '从左到右。'],
      ['open', '广播为什么重要？', '省内存。'],
      ['open', '什么是溢出？', '超出范围。'],
    ],
  ],
  [
    'numbers without a sign in bullets',
    '# 面\n\n### [基础](https://example.org/a)\n\n- 1 目前有哪些结构？\n- 2 目标函数是什么？\n- 3 涌现是怎么回事？\n- 4 为什么只用解码器？\n- 5 参数量指什么？\n\n- [点击查看答案](https://example.org/a)\n',
    [
      ['open', '目前有哪些结构？', ''],
      ['open', '目标函数是什么？', ''],
      ['open', '涌现是怎么回事？', ''],
      ['open', '为什么只用解码器？', ''],
      ['open', '参数量指什么？', ''],
    ],
  ],
  [
    'an outline whose leaves ask, at several depths',
    '# 复习\n\n## 归一化\n\n- 方法篇\n  - 层归一化\n    - 公式怎么写？\n    - 为什么要减均值？\n  - 均方根归一化\n    - 公式怎么写，有什么不同？\n- 位置篇\n  - 放在前面有什么好处？\n  - 放在后面呢，会有什么问题？\n',
    [
      ['open', '公式怎么写？', ''],
      ['open', '为什么要减均值？', ''],
      ['open', '公式怎么写，有什么不同？', ''],
      ['open', '放在前面有什么好处？', ''],
      ['open', '放在后面呢，会有什么问题？', ''],
    ],
  ],
  [
    'levels in square brackets, parts below what they are about',
    '# Questions\n\n1. [E] What is a tree?\n2. Pruning.\n    1. [E] Why do we prune?\n    1. [M] Compare the two ways.\n3. Forests.\n    1. [E] What is bagging?\n    1. [H] How would you choose the depth?\n',
    [
      ['open', 'What is a tree?', ''],
      ['open', 'Why do we prune?', ''],
      ['open', 'Compare the two ways.', ''],
      ['open', 'What is bagging?', ''],
      ['open', 'How would you choose the depth?', ''],
    ],
  ],
  [
    'a table of one column, each row a link',
    '# 专题\n\n- 语言模型\n\n| [**01. 微调：低秩适配的原理是什么？**](a.md) |\n| :--- |\n| [**02. 微调：矩阵怎么初始化？**](a.md) |\n| [**03. 结构：为什么只用解码器？**](a.md) |\n',
    [
      ['open', '微调：低秩适配的原理是什么？', ''],
      ['open', '微调：矩阵怎么初始化？', ''],
      ['open', '结构：为什么只用解码器？', ''],
    ],
  ],
  [
    'a table with a column "Question Title"',
    '# Chains\n\n| No | Question Title | Links | Level |\n|---|---|---|---|\n| 1 | What is a chain? | [Docs](https://example.org) | Easy |\n| 2 | How do you cache replies? | [Docs](https://example.org) | Hard |\n| 3 | What are tools? | [Docs](https://example.org) | Easy |\n',
    [
      ['open', 'What is a chain?', ''],
      ['open', 'How do you cache replies?', ''],
      ['open', 'What are tools?', ''],
    ],
  ],
  [
    "tags of the author's own around labelled questions",
    '# Notes\n\n__<ch>Q1:电脑是什么?</ch>__\n\n一种机器。\n\n__<ch>Q2:系统由什么组成?</ch>__\n\n硬件和软件。\n',
    [
      ['open', '电脑是什么?', '一种机器。'],
      ['open', '系统由什么组成?', '硬件和软件。'],
    ],
  ],
  [
    'bullets that give something first, below a line that says whose questions they are',
    '# SQL\n\nQuestions from https://example.org/sql\n\n- What does `UNION` do?\n- Given the following table:\n```\na | b\n```\nWrite a query that counts its rows.\n\n- What is a key?\n- Consider two tables:\n```\nc | d\n```\n\n- List the kinds of joins.\n- What is a view?\n- Write a query that sorts.\n- Which clause groups rows?\n',
    [
      ['open', 'What does `UNION` do?', ''],
      ['open', 'Given the following table:', '```\na | b\n```\nWrite a query that counts its rows.'],
      ['open', 'What is a key?', ''],
      ['open', 'Consider two tables:', '```\nc | d\n```'],
      ['open', 'List the kinds of joins.', ''],
      ['open', 'What is a view?', ''],
      ['open', 'Write a query that sorts.', ''],
      ['open', 'Which clause groups rows?', ''],
    ],
  ],
  [
    'an exam that rules part, with listings in its stems',
    '## 试卷\n\n它是一门：\n\n- [ ] 编译语言\n- [x] 脚本语言\n\n---\n\n执行程序段\n\n```\necho 7 % 4;\n```\n\n输出结果是？\n\n- [ ] 1\n- [x] 3\n\n---\n\n下列代码输出（  ）\n\n```\necho 1;\n```\n\n- [x] 1\n- [ ] 2\n',
    [
      ['choice', '它是一门：', '脚本语言', 'B'],
      ['choice', '执行程序段', '3', 'B'],
      ['choice', '下列代码输出（  ）', '1', 'A'],
    ],
  ],
  [
    "a form of a page's source, and a key that repeats several of its words",
    '# Exam\n\n### Question 1\n<form>\n  <p>Select all metals:</p>\n  <label><input type="checkbox" name="q1"> Iron</label><br>\n  <label><input type="checkbox" name="q1"> Salt</label><br>\n  <label><input type="checkbox" name="q1"> White gold</label>\n</form>\n\n<details>\n<summary>Show answer</summary>\n\n**Answer:** Iron, White gold\n</details>\n\n### Question 2\nWhat opens a door?\n\n<div class="o">\n  <input type="radio" name="s2" id="a">\n  <label for="a">A. a key</label>\n</div>\n<div class="o">\n  <input type="radio" name="s2" id="b">\n  <label for="b">B. a lock</label>\n</div>\n\n**Answer:** A\n',
    [
      ['choice', 'Select all metals:', 'Iron\nWhite gold', 'AC'],
      ['choice', 'What opens a door?', 'a key', 'A'],
    ],
  ],
  [
    "boxes before bold letters, and a stem in a page's source",
    '# Overflow\n\n**Question ID:** `x`\n\n## Question\n\n<p>What does it print? </p><pre>int b = 1;\n</pre>\n\n## Answer choices\n\n- ⬜ **A.** <p>-1</p>\n- ⬜ **B.** <p>-2</p>\n- ✅ **C. <p>-3</p>** — Correct answer\n\n## Explanation\n\nIt wraps.\n',
    [['choice', 'What does it print?', '-3', 'C']],
  ],
  [
    "a follow-up as a file's own question",
    '---\ntitle: 追问：怎样核对没有遗漏？\n---\n\n# 追问：怎样核对没有遗漏？\n\n## 核心回答\n\n逐页比较编号。\n\n## 可能追问\n\n- 失败后怎样重试？\n- 怎样去重？\n',
    [['open', '追问：怎样核对没有遗漏？', '## 核心回答\n\n逐页比较编号。']],
  ],
  [
    'an interview with what was asked in return',
    '# 面试记录\n\n#### 第一段：小公司\n\n> 面试官提问：\n\n1.检索增强的原理？\n2.微调技术会哪些？\n\n> 我提问：\n\n1.公司招多少人？\n2.加班情况如何？\n',
    [
      ['open', '检索增强的原理？', ''],
      ['open', '微调技术会哪些？', ''],
    ],
  ],
  [
    'numbers before a word that all of them share',
    '第十周\n\n1）考察点：奖励模型怎么训练？\n满分回答：成对比较。\n\n2）考察点：为什么要限制散度？\n满分回答：免得跑偏。\n\n3）考察点：优势函数是什么？\n满分回答：比平均好多少。\n',
    [
      ['open', '奖励模型怎么训练？', '成对比较。'],
      ['open', '为什么要限制散度？', '免得跑偏。'],
      ['open', '优势函数是什么？', '比平均好多少。'],
    ],
  ],
  [
    'rounds of an interview whose items go on as one sentence',
    '# 经历\n\n### 一面（平台）\n1. 自我介绍；\n1. 判断链表是否有环；\n    > [模板](https://example.org)\n1. 介绍梯度下降和动量；\n1. 写出损失函数；\n',
    [
      ['open', '自我介绍；', ''],
      ['open', '判断链表是否有环；', ''],
      ['open', '介绍梯度下降和动量；', ''],
      ['open', '写出损失函数；', ''],
    ],
  ],
  [
    'a place that is kept for a question to come',
    '# Bank\n\n## 1. What is early stopping?\n\nA stop before it is too late.\n\n## 2. TODO\n\n## 3. What is a batch?\n\nSome samples.\n',
    [
      ['open', 'What is early stopping?', 'A stop before it is too late.'],
      ['open', 'What is a batch?', 'Some samples.'],
    ],
  ],
  [
    'a question that invites to ask in return',
    '1:你的优点是什么？\n\n细心。\n\n2:你还有什么想问我的吗？\n\n可以这样问：\n\n1.团队有多少人？\n\n2.晋升机制是怎样的？\n\n3:什么时候到岗？\n\n下周。\n',
    [
      ['open', '你的优点是什么？', '细心。'],
      ['open', '你还有什么想问我的吗？', '可以这样问：\n\n1.团队有多少人？\n\n2.晋升机制是怎样的？'],
      ['open', '什么时候到岗？', '下周。'],
    ],
  ],
];

/** Documents without any of that, which must stay what they are. */
const NEGATIVES: readonly Dialect[] = [
  [
    'a listing with lettered comments',
    '# Tool\n\nThe menu:\n\n```text\nA. start\nB. stop\n```\n\n```sh\n# Which shell?\nrun --a\n```\n',
    [],
  ],
  [
    'an article that quotes what people ask',
    '# Moving house\n\nFriends say:\n\n> Why so far away?\n\nI did not know. Others are kinder.\n\n> It is a fine place.\n\nSo it went on for a while, and nobody minded.\n\n> The garden is large.\n\nThat is true.\n',
    [],
  ],
  [
    'steps and chapters that count with a word',
    '# Guide\n\nStep 1: Install the tool.\n\nStep 2: Start it.\n\nStep 3: Look at the log.\n',
    [],
  ],
];

describe('questions that are set off', () => {
  readsDialects(DIALECTS);
  readsDialects(NEGATIVES);

  it('takes a document of nothing but headings and subjects for what is to be explained', () => {
    const subjects = [
      '启动流程',
      '绑定与启动的区别',
      '本地广播',
      '动画原理',
      '自定义控件',
      '缓存',
      '断点续传',
    ];
    const sections = ['组件', '界面', '网络'].map(
      (title) => `${title}\n====\n${subjects.map((subject) => `* ${title}的${subject}`).join('\n')}\n`,
    );
    const stems = readDocument(sections.join('\n'), 'notes.md').questions.map(({ stem }) => stem);
    expect(stems).toHaveLength(21);
    expect(stems[0]).toBe('组件的启动流程');
  });

  it('takes lines by themselves and headings without a word below for the same', () => {
    const subjects = [
      '盒模型',
      '清除浮动的方法',
      '两栏布局',
      '选择器的优先级',
      '隐藏元素的方式',
      '回流与重绘的区别',
      '跨域',
    ];
    const lines = ['样式', '脚本', '网络'].map((title) =>
      [`## ${title}`, ...subjects.map((subject) => `${title}：${subject}`)].join('\n\n'),
    );
    expect(readDocument(lines.join('\n\n'), 'notes.md').questions).toHaveLength(21);
    const names = [
      '指针与引用的区别',
      '右值引用',
      '迭代器',
      '内存分区',
      '虚函数的原理',
      '智能指针',
      '移动函数',
      '容器',
    ];
    const headings = [...names, '类型转换', '深拷贝与浅拷贝的区别'].map((name) => `### ${name}\n`);
    expect(readDocument(headings.join('\n'), 'notes.md').questions).toHaveLength(10);
  });

  it('takes headings of one level that are all of a document for its questions', () => {
    const names = [
      '盒模型',
      '渲染引擎',
      '缓存的作用',
      '跨域',
      '闭包的理解',
      '事件循环',
      '原型',
      '节流与防抖的区别',
    ];
    const text = [...names, '回流', '语义化的好处']
      .map((name) => `#### ${name}\n    一句话说明。\n`)
      .join('\n');
    expect(readDocument(text, 'notes.md').questions.map(({ stem }) => stem)).toEqual([
      ...names,
      '回流',
      '语义化的好处',
    ]);
  });
});
