import { describe, expect, it } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';
import { readDocument } from './read-document';

/** What authors do against the book, and keep to. */
const DIALECTS: readonly Dialect[] = [
  [
    'headings without their space, in lists by the book',
    '#1 集合\n###1.1 数组和链表有什么区别？\n_答_：一个连续，一个不连续。\n###1.2 什么时候用链表？\n* 经常插入\n* 很少查找\n###1.3 说一下跳表的原理？\n多层链表。\n#2 图\n###2.1 什么是图的遍历？\n访问每个点一次。\n',
    [
      ['open', '数组和链表有什么区别？', '一个连续，一个不连续。'],
      ['open', '什么时候用链表？', '* 经常插入\n* 很少查找'],
      ['open', '说一下跳表的原理？', '多层链表。'],
      ['open', '什么是图的遍历？', '访问每个点一次。'],
    ],
  ],
  [
    'folds in bold, with headings inside',
    '# [返回](https://example.org)\n\n<b><details><summary>1. 水为什么结冰？</summary></b>\n\n参考答案：\n\n#### 原因：\n\n* 分子变慢。\n\n#### 结果：\n\n* 变成固体。\n\n</details>\n\n<b><details><summary>2. 冰为什么浮？</summary></b>\n\n参考答案：密度小。\n\n</details>\n\n<b><details><summary>3. 雪是怎么来的？</summary></b>\n\n参考答案：水汽凝华。\n\n</details>\n',
    [
      ['open', '水为什么结冰？', '#### 原因：\n\n* 分子变慢。\n\n#### 结果：\n\n* 变成固体。'],
      ['open', '冰为什么浮？', '密度小。'],
      ['open', '雪是怎么来的？', '水汽凝华。'],
    ],
  ],
  [
    'one picture before every heading',
    [
      '### 🔹 What is a heap?\n<details><summary>Answer</summary>\n\nA tree.\n</details>\n',
      '### 🔹 Stack vs Queue\n### 🔹 How does a trie work?\n### 🔹 final keyword.\n### 🔹 Can a graph be empty?\n### 🔹 Modifiers.\n',
    ].join('\n'),
    [
      ['open', 'What is a heap?', 'A tree.'],
      ['open', 'Stack vs Queue', ''],
      ['open', 'How does a trie work?', ''],
      ['open', 'final keyword.', ''],
      ['open', 'Can a graph be empty?', ''],
      ['open', 'Modifiers.', ''],
    ],
  ],
  [
    'numbers that count on in another look',
    '# 面试\n\n## 基础\n\n**1.** 什么是熵？\n\n> 混乱的程度。\n\n**2.** 什么是焓？\n\n> 热的含量。\n\n**3. 热容**\n\n> 升一度要的热。\n\n**4. 比热**\n\n> 每千克的热容。\n',
    [
      ['open', '什么是熵？', '混乱的程度。'],
      ['open', '什么是焓？', '热的含量。'],
      ['open', '热容', '升一度要的热。'],
      ['open', '比热', '每千克的热容。'],
    ],
  ],
  [
    'bullets that are all of a document, each with its answer',
    [
      '- 元组和列表的区别\n元组不可变。',
      '- 什么是迭代器\n能一个个取。',
      '- 内存管理\n引用计数。',
      '- 为什么要有锁\n防止同时写。',
      '- 全局锁\n一次一个线程。',
      '- 协程怎么切换\n自己让出。',
      '- 元类\n类的类。',
      '- 怎么写单例\n缓存实例。',
    ].join('\n'),
    [
      ['open', '元组和列表的区别', '元组不可变。'],
      ['open', '什么是迭代器', '能一个个取。'],
      ['open', '内存管理', '引用计数。'],
      ['open', '为什么要有锁', '防止同时写。'],
      ['open', '全局锁', '一次一个线程。'],
      ['open', '协程怎么切换', '自己让出。'],
      ['open', '元类', '类的类。'],
      ['open', '怎么写单例', '缓存实例。'],
    ],
  ],
  [
    'notes of interviews, whatever their lines end with',
    '# 面经\n\n## 甲公司-后端\n\n### 一面\n1. 自我介绍；\n1. 二分查找；\n1. 判断链表是否有环；\n1. 推导反向传播；\n\n### 二面（平台）\n**项目**\n- 数据怎么标注\n- 分层遍历二叉树\n- 如何防止过拟合\n',
    [
      ['open', '自我介绍；', ''],
      ['open', '二分查找；', ''],
      ['open', '判断链表是否有环；', ''],
      ['open', '推导反向传播；', ''],
      ['open', '数据怎么标注', ''],
      ['open', '分层遍历二叉树', ''],
      ['open', '如何防止过拟合', ''],
    ],
  ],
  [
    'headings without a word below, some of which ask',
    '## 树，你要知道的\n##### 叶子的作用\n##### 根怎么吸水\n##### 年轮\n##### 树皮有什么用\n##### 导管和筛管\n##### 光合作用的过程\n##### 落叶的意义\n##### 为什么会落叶\n##### 春化是什么\n',
    [
      ['open', '叶子的作用', ''],
      ['open', '根怎么吸水', ''],
      ['open', '年轮', ''],
      ['open', '树皮有什么用', ''],
      ['open', '导管和筛管', ''],
      ['open', '光合作用的过程', ''],
      ['open', '落叶的意义', ''],
      ['open', '为什么会落叶', ''],
      ['open', '春化是什么', ''],
    ],
  ],
  [
    'quotations of one line with the answer right below',
    '> diff between sap and resin:\n“Sap feeds the tree, resin heals it.\n\nResin hardens.”\n\n> How would you tell a fir from a spruce?\n“By the needles.”\n\n>What is the difference between bark and cork?\n“Cork is a part of the bark.”\n\n> Why do leaves fall?\n“To save water.”\n',
    [
      ['open', 'diff between sap and resin:', '“Sap feeds the tree, resin heals it.\n\nResin hardens.”'],
      ['open', 'How would you tell a fir from a spruce?', '“By the needles.”'],
      ['open', 'What is the difference between bark and cork?', '“Cork is a part of the bark.”'],
      ['open', 'Why do leaves fall?', '“To save water.”'],
    ],
  ],
  [
    'arrows, and remarks inside the label',
    'Tree questions\n\n--> 1.Explain the xylem?\n\nIt carries water.\n\n--> 2.Difference between root and stem ?\n\nOne is below.\n\nQuestion(Done) : Find the oldest ring. \n\nQuestion : What is a knot?\n',
    [
      ['open', 'Explain the xylem?', 'It carries water.'],
      ['open', 'Difference between root and stem ?', 'One is below.'],
      ['open', 'Find the oldest ring.', ''],
      ['open', 'What is a knot?', ''],
    ],
  ],
  [
    'questions labelled in the notes of a site, under headings that name them',
    '# 树\n## 1、年轮\n?> **面试题：** 年轮是怎么来的？\n\n#### **参考回答**\n- 四季快慢不同。\n\n#### **源码详解**\n\n## 2、落叶\n?> **面试题：** 为什么会落叶？\n\n#### **参考回答**\n- 省水。\n\n#### **源码详解**\n\n## 3、树脂\n?> **面试题：** 树脂有什么用？\n\n#### **参考回答**\n- 封住伤口。\n\n#### **源码详解**\n',
    [
      ['open', '年轮是怎么来的？', '- 四季快慢不同。'],
      ['open', '为什么会落叶？', '- 省水。'],
      ['open', '树脂有什么用？', '- 封住伤口。'],
    ],
  ],
  [
    'one numbered list that is all of a document, each item with its answer',
    '---\ntitle: 树\n---\n\n1. 年轮形成的原因\n\n    + 第1条的内容\n\n2. 树皮的作用\n\n    + 第2条的内容\n\n3. 第二次飞跃的标志\n\n    + 第3条的内容\n\n4. 心材和边材的关系\n\n    + 第4条的内容\n\n5. 落叶的意义\n\n    + 第5条的内容\n\n6. 春化\n\n    + 第6条的内容\n\n7. 树脂的内涵\n\n    + 第7条的内容\n\n8. 根瘤的定义\n\n    + 第8条的内容\n\n9. 蒸腾\n\n    + 第9条的内容\n\n10. 光周期的影响\n\n    + 第10条的内容\n',
    [
      ['open', '年轮形成的原因', '+ 第1条的内容'],
      ['open', '树皮的作用', '+ 第2条的内容'],
      ['open', '第二次飞跃的标志', '+ 第3条的内容'],
      ['open', '心材和边材的关系', '+ 第4条的内容'],
      ['open', '落叶的意义', '+ 第5条的内容'],
      ['open', '春化', '+ 第6条的内容'],
      ['open', '树脂的内涵', '+ 第7条的内容'],
      ['open', '根瘤的定义', '+ 第8条的内容'],
      ['open', '蒸腾', '+ 第9条的内容'],
      ['open', '光周期的影响', '+ 第10条的内容'],
    ],
  ],
  [
    'prompts with a title over what they order, tasks under the name of their kind',
    '# Garden prompts\n\n## Prompt 1: Hedges\n\nDesign a hedge that keeps deer out of an orchard.\n\n## Prompt 2: Shade\n\nExplain how shade changes what can grow. Name two plants.\n\n## Prompt 3: Soil vs sand\n\nCompare soil with sand for young roots.\n',
    [
      ['open', 'Design a hedge that keeps deer out of an orchard.', ''],
      ['open', 'Explain how shade changes what can grow. Name two plants.', ''],
      ['open', 'Compare soil with sand for young roots.', ''],
    ],
  ],
  [
    'headings numbered below the name of their kind',
    '## 一、编程题\n\n### 1、开发一个浇水程序\n\n见仓库。\n\n## 二、简答题\n\n### 1、请描述树的结构\n\n1. 根\n\n2. 干\n\n3. 冠\n',
    [
      ['open', '开发一个浇水程序', '见仓库。'],
      ['open', '请描述树的结构', '1. 根\n\n2. 干\n\n3. 冠'],
    ],
  ],
];

describe("questions in their author's own habits", () => {
  readsDialects(DIALECTS);

  it('keeps what is asked on, and its answer, out of the answer and says so', () => {
    const text =
      '# 面试题\n\n### 1. 什么是工具调用？\n\n程序按参数执行。\n\n**Follow-up:** Can a tool call a tool?\n**A:** Through the host.\n\n### 2. 什么是记忆？\n\n短期与长期。\n\n**追问：**\n1. 怎么压缩？\n\n### 3. 什么是规划？\n\n<details>\n<summary>规划和推理有何不同？</summary>\n\n一个定步骤。\n\n</details>\n';
    const { questions, issues } = readDocument(text, 'agents.md');
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是工具调用？', '程序按参数执行。'],
      ['什么是记忆？', '短期与长期。'],
      ['什么是规划？', '一个定步骤。'],
    ]);
    const held = issues.filter(({ code }) => code === 'question-inside-answer').map(({ line }) => line);
    expect(held).toEqual([7, 15, 20]);
  });

  it('does not read the contents of a document as its questions', () => {
    const text =
      '# Trees\n\n| No. | Questions |\n|---|---|\n|1| [What is bark?](#what-is-bark) |\n|2| [What is sap?](#what-is-sap) |\n|3| [What is a ring?](#what-is-a-ring) |\n\n1. ### What is bark?\nThe outer layer.\n\n2. ### What is sap?\nA juice.\n\n3. ### What is a ring?\nA year of wood.\n';
    const { questions } = readDocument(text, 'trees.md');
    expect(questions.map(({ stem }) => stem)).toEqual(['What is bark?', 'What is sap?', 'What is a ring?']);
  });

  it('knows contents by what is asked again further down', () => {
    const text =
      '# Trees\n\n| No. | Questions |\n|---|---|\n|1| What is bark? |\n|2| What is sap? |\n|3| What is a ring? |\n\n1. ### What is bark?\nThe outer layer.\n\n2. ### What is sap?\nA juice.\n\n3. ### What is a ring?\nA year of wood.\n';
    const answers = readDocument(text, 'trees.md').questions.map(({ answer }) => answer);
    expect(answers).toEqual(['The outer layer.', 'A juice.', 'A year of wood.']);
  });

  it('takes a few numbered names of parts for no questions', () => {
    const notes =
      '# 缓存笔记\n\n## 1. 内部\n\n### 1.1 字符串\n\n1. 动态串结构\n2. 编码方式\n\n## 2. 持久化\n\n见下表。\n';
    expect(readDocument(notes, 'notes.md').questions).toEqual([]);
  });

  it('takes the to-do list of a page for no question', () => {
    const page =
      '# Tool\n\nThis is left to do:\n\n```md\n- [x] parser\n- [ ] printer\n```\n\nRun it with `npm start`.\n';
    expect(readDocument(page, 'readme.md').questions).toEqual([]);
  });
});
