import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

/** Lists, tables, ticks and letters that offer nothing to choose. */
const DIALECTS: readonly Dialect[] = [
  [
    'options left open in a template',
    '# Knot quiz\n\n## 1. What is a knot?\n\n- A. …\n- B. …\n- C. …\n\n## 2. Which of the following is a rope?\n\n- [ ] ...\n- [x] ...\n\n## 3. What is a loop?\n\nA turn of rope.\n',
    [
      ['open', 'What is a knot?', ''],
      ['open', 'Which of the following is a rope?', ''],
      ['open', 'What is a loop?', 'A turn of rope.'],
    ],
  ],
  [
    'questions that somebody ticks off',
    '# Study list\n\n- [x] What is a closure?\n- [x] What is hoisting?\n- [x] How does a prototype work?\n- What is the event loop?\n- Why is there a strict mode?\n- What is a generator?\n- How do modules load?\n- What is a proxy?\n',
    [
      'What is a closure?',
      'What is hoisting?',
      'How does a prototype work?',
      'What is the event loop?',
      'Why is there a strict mode?',
      'What is a generator?',
      'How do modules load?',
      'What is a proxy?',
    ].map((stem) => ['open', stem, ''] as const),
  ],
  [
    'an abbreviation in brackets that looks like a key',
    '# Quiz\n\n1. Which of these is true of Continuous Delivery (CD)?\n\n   A. Every change can be released\n   B. Nothing is tested\n   C. Nobody may merge\n   D. It needs no build\n\n2. Which one is a branch?\n\n   A. main\n   B. HEAD\n   C. index\n   D. stash\n',
    [
      ['choice', 'Which of these is true of Continuous Delivery (CD)?', ''],
      ['choice', 'Which one is a branch?', ''],
    ],
  ],
  [
    'an agenda that asks beside questions',
    '# Sailing guide\n\n### Weekly meeting\n\nThe crew meets.\n\n**Topics Addressed:**\n1. Why is this trip valuable?\n2. What can be done on board?\n3. How will the work get done?\n\n### Practice\n\n**Question 1**: What floats?\nA) lead\nB) cork\nC) iron\n\n**Answer: B) cork**\n\n**Question 2**: What sinks?\nA) lead\nB) cork\nC) straw\n\n**Answer: A) lead**\n',
    [
      ['choice', 'What floats?', 'cork', 'B'],
      ['choice', 'What sinks?', 'lead', 'A'],
    ],
  ],
  [
    'a list of tasks under a bare label',
    '# 前端测试\n\n## 选择题\n\n1. 哪个是金属？ ( B )\n   A. 氧\n   B. 铁\n   C. 氖\n\n2. 哪个是气体？ ( A )\n   A. 氧\n   B. 铁\n   C. 金\n\n## 实践题\n\n【注意】\n\n1. 不要使用现有库\n2. 可自由发挥\n\n【问题】\n\n- 请实现一个计时器，显示秒数。\n- 请实现一个时钟，显示时针和分针。\n- 请实现一个日历，可以翻页。\n\n## 使用\n\n1. fork 本仓库\n2. 提交代码\n',
    [
      ['choice', '哪个是金属？ ( )', '铁', 'B'],
      ['choice', '哪个是气体？ ( )', '氧', 'A'],
      ['open', '请实现一个计时器，显示秒数。', ''],
      ['open', '请实现一个时钟，显示时针和分针。', ''],
      ['open', '请实现一个日历，可以翻页。', ''],
    ],
  ],
  [
    'a list of links to other sites',
    '# 求职资源\n\n### 面试\n\n* [面试中的细节 - 如何得到回报](http://a.example/1)\n* [谈谈面试的种类与策略](http://a.example/2)\n* [当面试官问你有没有问题，你该问什么？](http://a.example/3)\n* [聊聊如何挑选公司](http://a.example/4)\n\n### 简历\n\n* [怎样写简历](http://a.example/5)\n* [简历上写什么？](http://a.example/6)\n* [如何投简历](http://a.example/7)\n',
    [],
  ],
  [
    'answers in tables with a column of letters',
    '# Shell\n\n## What are the modes of the editor?\n\n| Mode | Key |\n|---|---|\n| A | insert after |\n| B | back a word |\n| C | change to the end |\n\n## What is a pipe?\n\nA way to join programs.\n\n## What is a shell?\n\n| A | B |\n|---|---|\n| one | two |\n',
    [
      [
        'open',
        'What are the modes of the editor?',
        '| Mode | Key |\n|---|---|\n| A | insert after |\n| B | back a word |\n| C | change to the end |',
      ],
      ['open', 'What is a pipe?', 'A way to join programs.'],
      ['open', 'What is a shell?', '| A | B |\n|---|---|\n| one | two |'],
    ],
  ],
  [
    'answers in nested lists with a bold item',
    '# Notes\n\n1. What are the layers?\n   1. **Physical**: wires\n   2. **Link**: frames\n   3. **Network**: packets\n2. What are the steps?\n   1. boil water\n   2. **add tea**\n   3. wait\n3. How is it served?\n\n   With milk.\n',
    [
      [
        'open',
        'What are the layers?',
        '1. **Physical**: wires\n2. **Link**: frames\n3. **Network**: packets',
      ],
      ['open', 'What are the steps?', '1. boil water\n2. **add tea**\n3. wait'],
      ['open', 'How is it served?', 'With milk.'],
    ],
  ],
  [
    'ticked features',
    '# Frame\n\n## Features\n\n- Fast ✅\n- Small ✅\n- Typed ❌\n\n## Supported systems\n\n- One ✅\n- Two ❌\n\n## Why use it?\n\n- It is **fast**\n- It is small\n- **No config**\n\n## What does it cost?\n\nNothing.\n',
    [],
  ],
  [
    'answers with a bold item',
    '## What is a mast?\n\nA pole.\n\n- **Material**: wood\n- **Height**: tall\n\n## What is a sail?\n\nA cloth.\n\n- made of canvas\n- **heavy**\n- white\n\n## What is a keel?\n\nA beam.\n\n- deep\n- heavy\n',
    [
      ['open', 'What is a mast?', 'A pole.\n\n- **Material**: wood\n- **Height**: tall'],
      ['open', 'What is a sail?', 'A cloth.\n\n- made of canvas\n- **heavy**\n- white'],
      ['open', 'What is a keel?', 'A beam.\n\n- deep\n- heavy'],
    ],
  ],
  [
    'options and answers under headings',
    '## Question 1\nWhat do cows eat?\n### Options\n1. Meat\n2. Grass\n3. Stone\n### Answer\n2\n\n## Question 2\nWhat do lions eat?\n### Options\n1. Meat\n2. Grass\n3. Stone\n### Answer\n1\n',
    [
      ['choice', 'What do cows eat?', 'Grass', 'B'],
      ['choice', 'What do lions eat?', 'Meat', 'A'],
    ],
  ],
  [
    'lettered lists as answers',
    '## 如何优化查询？\n\nA. 建索引\nB. 避免全表扫描\nC. 分库分表\n\n## 什么是索引？\n\n一种结构。\n\n## 什么是事务？\n\nA、原子性\nB、一致性\nC、隔离性\nD、持久性\n',
    [
      ['open', '如何优化查询？', 'A. 建索引\nB. 避免全表扫描\nC. 分库分表'],
      ['open', '什么是索引？', '一种结构。'],
      ['open', '什么是事务？', 'A、原子性\nB、一致性\nC、隔离性\nD、持久性'],
    ],
  ],
  [
    'circled lists as answers',
    '1. 什么是死锁？\n\n① 互斥\n② 占有且等待\n③ 不可剥夺\n\n2. 如何避免死锁？\n\n① 顺序加锁 ② 超时\n\n3. 什么是进程？\n\n资源分配的单位。\n',
    [
      ['open', '什么是死锁？', '① 互斥\n② 占有且等待\n③ 不可剥夺'],
      ['open', '如何避免死锁？', '① 顺序加锁 ② 超时'],
      ['open', '什么是进程？', '资源分配的单位。'],
    ],
  ],
  [
    'one answer in a figure below a counted list',
    '1. How many of these are even?\n   1) four\n   2) five\n   Answer: 1\n\n2. What is a prime?\n\n   A number with two divisors.\n\n3. What is a square?\n\n   A number times itself.\n',
    [
      ['open', 'How many of these are even?\n\n1) four\n2) five', '1'],
      ['open', 'What is a prime?', 'A number with two divisors.'],
      ['open', 'What is a square?', 'A number times itself.'],
    ],
  ],
  [
    'ticks within answers',
    '## What changed in version 2?\n\n- ✅ faster start\n- ✅ less memory\n- ❌ no plugins\n\n## What changed in version 3?\n\n- ✅ plugins\n- ❌ no themes\n\n## How do I upgrade?\n\nRun the script.\n',
    [
      ['open', 'What changed in version 2?', '- ✅ faster start\n- ✅ less memory\n- ❌ no plugins'],
      ['open', 'What changed in version 3?', '- ✅ plugins\n- ❌ no themes'],
      ['open', 'How do I upgrade?', 'Run the script.'],
    ],
  ],
  [
    'tables of letters as answers',
    '## TCP 与 UDP 有哪些区别？\n\n| 编号 | 内容 |\n|---|---|\n| A | 连接 |\n| B | 可靠 |\n\n## 什么是端口？\n\n| 端口 | 用途 |\n|---|---|\n| 80 | 网页 |\n| 22 | 登录 |\n',
    [
      ['open', 'TCP 与 UDP 有哪些区别？', '| 编号 | 内容 |\n|---|---|\n| A | 连接 |\n| B | 可靠 |'],
      ['open', '什么是端口？', '| 端口 | 用途 |\n|---|---|\n| 80 | 网页 |\n| 22 | 登录 |'],
    ],
  ],
  [
    'names with underlines',
    "1. What does __init__ do in Python?\n\nIt sets up an object.\n\n2. What is __name__?\n\nThe module's name.\n\n3. What does __call__ do?\n\nIt makes objects callable.\n",
    [
      ['open', 'What does __init__ do in Python?', 'It sets up an object.'],
      ['open', 'What is __name__?', "The module's name."],
      ['open', 'What does __call__ do?', 'It makes objects callable.'],
    ],
  ],
  [
    'topics in a bank that are its questions',
    '# 面试题\n\n主题：\n\n1. 什么是多态？\n2. 什么是继承？\n3. 什么是封装？\n',
    [
      ['open', '什么是多态？', ''],
      ['open', '什么是继承？', ''],
      ['open', '什么是封装？', ''],
    ],
  ],
  [
    'questions that link to their answers',
    '# 面试题\n\n- [什么是多态？](https://a.example/1)\n- [什么是继承？](https://a.example/2)\n- [什么是封装？](https://a.example/3)\n- [什么是抽象？](https://a.example/4)\n- [为什么用接口？](https://a.example/5)\n- [如何重载？](https://a.example/6)\n- [如何重写？](https://a.example/7)\n- [JVM 内存模型](https://a.example/8)\n',
    [
      ['open', '什么是多态？', ''],
      ['open', '什么是继承？', ''],
      ['open', '什么是封装？', ''],
      ['open', '什么是抽象？', ''],
      ['open', '为什么用接口？', ''],
      ['open', '如何重载？', ''],
      ['open', '如何重写？', ''],
      ['open', 'JVM 内存模型', ''],
    ],
  ],
  [
    'signs and letters in brackets within questions',
    '1. 何时用符号 √ 表示？\n\n表示根号时。\n\n2. 矩阵 (A) 与 (B) 何时相等？\n\n各元素相等时。\n\n3. 什么是温度 (T)\n\n冷热的程度。\n',
    [
      ['open', '何时用符号 √ 表示？', '表示根号时。'],
      ['open', '矩阵 (A) 与 (B) 何时相等？', '各元素相等时。'],
      ['open', '什么是温度 (T)', '冷热的程度。'],
    ],
  ],
  [
    'ways to go that are called options',
    '## How do I choose a plan?\n\nOption A: pay monthly. Good for trials.\n\nOption B: pay yearly. Cheaper.\n\n## How do I cancel?\n\nWrite to us.\n',
    [
      [
        'open',
        'How do I choose a plan?',
        'Option A: pay monthly. Good for trials.\n\nOption B: pay yearly. Cheaper.',
      ],
      ['open', 'How do I cancel?', 'Write to us.'],
    ],
  ],
];

describe('readDocument on what only looks like choices', () => readsDialects(DIALECTS));
