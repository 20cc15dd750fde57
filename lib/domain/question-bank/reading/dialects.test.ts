import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

/** kind, stem, answer, key: what a person would say each document holds. All written for this test. */
type Expected = readonly [kind: 'open' | 'choice', stem: string, answer: string, correct?: string];

const DIALECTS: readonly [name: string, text: string, expected: readonly Expected[]][] = [
  [
    'Q1/A1 lines',
    '# Containers\n\nQ1: What is a pod?\nA1: The smallest unit.\nIt holds containers.\n\nQ2: What happens when a node dies?\nA2: Its pods move.\n',
    [
      ['open', 'What is a pod?', 'The smallest unit.\nIt holds containers.'],
      ['open', 'What happens when a node dies?', 'Its pods move.'],
    ],
  ],
  [
    '问/答 in plain text',
    '网络问答\n\n问：为什么需要三次握手？\n答：双方都要确认收发能力。\n还能避免旧连接。\n\n问：四次挥手呢？\n答：各自关闭发送方向。\n',
    [
      ['open', '为什么需要三次握手？', '双方都要确认收发能力。\n还能避免旧连接。'],
      ['open', '四次挥手呢？', '各自关闭发送方向。'],
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
    'brackets with explanation',
    '【题目1】什么是索引？\n【答案】加速查询的结构。\n\n【题目2】什么是事务？\n【答案】一组原子操作。\n',
    [
      ['open', '什么是索引？', '加速查询的结构。'],
      ['open', '什么是事务？', '一组原子操作。'],
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
    'a table of questions and answers',
    '| 序号 | 问题 | 答案 |\n|---|---|---|\n| 1 | 什么是闭包？ | 函数与环境 |\n| 2 | 事件冒泡是什么？ | 由内到外 |\n',
    [
      ['open', '什么是闭包？', '函数与环境'],
      ['open', '事件冒泡是什么？', '由内到外'],
    ],
  ],
  [
    'headings that ask, with a front matter and an appendix',
    '---\ntitle: Go\n---\n\n# Go\n\n## What is a goroutine?\n\nA light thread.\n\n### Cost\n\nSome kilobytes.\n\n## How do channels work?\n\nThey pass values.\n\n## Why use select?\n\nTo wait on several.\n\n## References\n\n- https://example.org\n',
    [
      ['open', 'What is a goroutine?', 'A light thread.\n\n### Cost\n\nSome kilobytes.'],
      ['open', 'How do channels work?', 'They pass values.'],
      ['open', 'Why use select?', 'To wait on several.'],
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
    'bullets with nested answers',
    '## Redis\n\n- Redis 为什么快？\n  - 内存\n  - 单线程\n- 持久化方式有哪些？\n  - RDB\n- 穿透怎么解决？\n  - 布隆过滤器\n',
    [
      ['open', 'Redis 为什么快？', '- 内存\n- 单线程'],
      ['open', '持久化方式有哪些？', '- RDB'],
      ['open', '穿透怎么解决？', '- 布隆过滤器'],
    ],
  ],
  [
    'plain lines that ask',
    '什么是死锁？\n互相等待对方的锁。\n\n如何避免死锁？\n按顺序加锁。\n\n什么是上下文切换？\n保存和恢复状态。\n',
    [
      ['open', '什么是死锁？', '互相等待对方的锁。'],
      ['open', '如何避免死锁？', '按顺序加锁。'],
      ['open', '什么是上下文切换？', '保存和恢复状态。'],
    ],
  ],
  [
    'question headings that are only a number',
    '### Question 1\n\nWhat is a decorator?\n\n**Answer**\n\nA wrapper.\n\n### Question 2\n\nExplain the lock.\n\n**Answer**\n\nOne thread at a time.\n',
    [
      ['open', 'What is a decorator?', 'A wrapper.'],
      ['open', 'Explain the lock.', 'One thread at a time.'],
    ],
  ],
  [
    'headings inside a numbered list',
    '1. ### What is the event loop?\n\n    It schedules.\n\n    **[⬆ Back to Top](#contents)**\n\n2. ### What is libuv?\n\n    A library.\n\n    **[⬆ Back to Top](#contents)**\n',
    [
      ['open', 'What is the event loop?', 'It schedules.'],
      ['open', 'What is libuv?', 'A library.'],
    ],
  ],
  [
    'options on one line, the key at the end of the document',
    '期末试题\n\n一、单项选择题\n1. 哪项属于无监督学习？（   ）\nA. 回归  B. 聚类  C. 决策树\n2. 能缓解过拟合的是（  ）\nA．加参数  B．正则化\n\n二、简答题\n1. 什么是交叉验证？\n\n参考答案\n一、1. B  2. B\n二、\n1. 分成多份轮流验证。\n',
    [
      ['choice', '哪项属于无监督学习？（   ）', '聚类', 'B'],
      ['choice', '能缓解过拟合的是（  ）', '正则化', 'B'],
      ['open', '什么是交叉验证？', '分成多份轮流验证。'],
    ],
  ],
  [
    'task lists with the right one ticked',
    '### 1. The earth is flat.\n\n- [ ] True\n- [x] False\n\n### 2. Water is wet.\n\n- [x] True\n- [ ] False\n',
    [
      ['choice', 'The earth is flat.', 'False', 'B'],
      ['choice', 'Water is wet.', 'True', 'A'],
    ],
  ],
  [
    'the right option in bold',
    '# 选择题\n\n1. 哪个是不可变类型？\n   - A. list\n   - **B. tuple**\n\n2. 哪个不是关键字？\n   - A. `yield`\n   - **B. `foo`**\n',
    [
      ['choice', '哪个是不可变类型？', 'tuple', 'B'],
      ['choice', '哪个不是关键字？', '`foo`', 'B'],
    ],
  ],
  [
    'options without letters, the key repeats one',
    '## Quiz\n\n1. Which protocol is connectionless?\n   - TCP\n   - UDP\n\n   **Answer: UDP**\n\n2. Which layer routes?\n   - Transport\n   - Network\n\n   **Answer: Network**\n',
    [
      ['choice', 'Which protocol is connectionless?', 'UDP', 'B'],
      ['choice', 'Which layer routes?', 'Network', 'B'],
    ],
  ],
  [
    'several right options, folded key',
    '1. Which TWO are serverless? (Select TWO)\n    - A. Lambda\n    - B. A server\n    - C. Fargate\n\n    <details markdown=1><summary>Answer</summary>\n      Correct answer: A, C\n    </details>\n',
    [['choice', 'Which TWO are serverless? (Select TWO)', 'Lambda\nFargate', 'AC']],
  ],
  [
    'true and false without a key',
    '增大批量总能加快收敛。\nT\nF\n\n学习率可以随训练变化。\nT\nF\n',
    [
      ['choice', '增大批量总能加快收敛。', ''],
      ['choice', '学习率可以随训练变化。', ''],
    ],
  ],
  [
    'notes with a rhetorical question',
    '# 笔记\n\n## 缓存\n\n为什么要缓存？因为数据库慢。\n\n## 步骤\n\n1. 下载\n2. 安装\n3. 验证\n',
    [],
  ],
  [
    'numbered section titles',
    '# 3. 适配器\n\n### 1. 概述\n\n正文。\n\n#### 1.1 背景\n\n正文。\n\n### 2. 变体\n\n正文。\n',
    [],
  ],
  [
    'headings without a space and with a way back, bullets of which most ask',
    '#后端题目\n\n## <a name="top">目录</a>\n\n1. [缓存](#cache)\n\n####[[⬆]](#top) <a name="cache">缓存相关问题：</a>\n\n* 什么是缓存雪崩？\n* 讲讲你用过的淘汰策略\n* 旁路缓存与双写\n* 热点 key 怎么发现？\n',
    [
      ['open', '什么是缓存雪崩？', ''],
      ['open', '讲讲你用过的淘汰策略', ''],
      ['open', '旁路缓存与双写', ''],
      ['open', '热点 key 怎么发现？', ''],
    ],
  ],
  [
    'sections that ask beside sections that hold questions',
    '# 第三章\n\n## 3.1 什么是哈希？\n\n映射。\n\n## 3.2 如何处理冲突？\n\n拉链。\n\n## 3.3 树\n\n### 3.3.1 什么是平衡树？\n\n高度受限。\n\n### 3.3.2 为什么要旋转？\n\n恢复平衡。\n',
    [
      ['open', '什么是哈希？', '映射。'],
      ['open', '如何处理冲突？', '拉链。'],
      ['open', '什么是平衡树？', '高度受限。'],
      ['open', '为什么要旋转？', '恢复平衡。'],
    ],
  ],
  [
    'a file whose title is its question',
    '# 面试官：你怎么理解幂等？\n\n## 一、是什么\n\n重复执行结果不变。\n\n## 二、怎么做\n\n唯一键。\n\n## 三、总结\n\n按场景选。\n',
    [
      [
        'open',
        '你怎么理解幂等？',
        '## 一、是什么\n\n重复执行结果不变。\n\n## 二、怎么做\n\n唯一键。\n\n## 三、总结\n\n按场景选。',
      ],
    ],
  ],
  [
    'answers that count their points under a label of their own',
    '### Q1：说说限流\n\n**参考答案：**\n\n1. 令牌桶\n2. 漏桶\n\n### Q2：手写防抖\n\n**参考答案：**\n\n用定时器。\n',
    [
      ['open', '说说限流', '1. 令牌桶\n2. 漏桶'],
      ['open', '手写防抖', '用定时器。'],
    ],
  ],
  [
    'a rated question heading, the stem in bold below',
    '### Question 1 — Hard\n\n**A cold cache means:**\n\n- A) slow first reads\n- B) no reads\n\n<details>\n<summary>Reveal Answer</summary>\n\n**Correct Answer: A**\n\n</details>\n',
    [['choice', 'A cold cache means:', 'slow first reads', 'A']],
  ],
  [
    'a folded key at the end that names letters',
    '# Quiz\n\n**Q1.** A lock is held by one thread. What does it prevent?\n\n- A) Races\n- B) Typos\n\n**Q2.** A queue keeps order:\n\n- A) Last in first out\n- B) First in first out\n\n## Answer key\n\n<details>\n<summary>Click to reveal answers</summary>\n\n1. **A** — one at a time.\n\n2. **B** — as the name says.\n\n</details>\n',
    [
      ['choice', 'A lock is held by one thread. What does it prevent?', 'Races', 'A'],
      ['choice', 'A queue keeps order:', 'First in first out', 'B'],
    ],
  ],
  [
    'kinds of questions as sections, exercises that order',
    '一、填空题\n1、栈的特点是______。\n2、队列的特点是______。\n\n二、编程题：\n\n1、编写函数反转链表。例如：\n输入：1 2\n\n2、统计单词个数。\n',
    [
      ['open', '栈的特点是______。', ''],
      ['open', '队列的特点是______。', ''],
      ['open', '编写函数反转链表。例如：', '输入：1 2'],
      ['open', '统计单词个数。', ''],
    ],
  ],
  [
    'options that offer nothing',
    '# Question\nExplain how caches expire.\n\n## Options\nA) N/A\nB) N/A\n\n# Solution\n**Correct Answer:** By time.\n',
    [['open', 'Explain how caches expire.', 'By time.']],
  ],
  [
    'steps of a tutorial',
    '# Setup\n\n1. Create a folder for the project\n2. Select the interpreter\n3. Build the image\n\n## Usage\n\n1. Choose a profile\n2. Define a route\n',
    [],
  ],
  [
    'parts of an exam that count anew, their answers part by part',
    '网络测验\n\n一、选择题\n1. 负责寻址的是（ ）\n（A）网卡 （B）网络层\n\n二、判断题\n1. UDP 有连接。（ ）\n2. IPv6 有 128 位。（ ）\n\n三、简答题\n1. 简述握手。\n\n答案：\n一、1. B\n二、1. × 2. √\n三、\n1. 三个报文。\n',
    [
      ['choice', '负责寻址的是（ ）', '网络层', 'B'],
      ['open', 'UDP 有连接。（ ）', '×'],
      ['open', 'IPv6 有 128 位。（ ）', '√'],
      ['open', '简述握手。', '三个报文。'],
    ],
  ],
  [
    'keys filled in where the answer goes',
    '安全题库\n1、仓库应当（ B ）。\nA、堆满\nB、通风\n2、（判断）漏电可以用水处理。（×）\n',
    [
      ['choice', '仓库应当（ ）。', '通风', 'B'],
      ['open', '（判断）漏电可以用水处理。（ ）', '×'],
    ],
  ],
  [
    'a key in one line, counted by dashes',
    'Quiz\n\n1. Which sort is stable?\na) merge\nb) heap\n\n2. Which is a tree?\na) stack\nb) trie\n\nAnswers: 1-a, 2-b\n',
    [
      ['choice', 'Which sort is stable?', 'merge', 'A'],
      ['choice', 'Which is a tree?', 'trie', 'B'],
    ],
  ],
  [
    'text below a numbered question whose answer stands at the end',
    '## Question 1: Clocks\n\nTwo clocks differ. What do you do?\n\n## Question 2: Pins\n\nA pin floats. Why?\n\n## Answer Key\n\n### Answer 1: Clocks\n\nUse logical time.\n\n### Answer 2: Pins\n\nIt lacks a resistor.\n',
    [
      ['open', 'Clocks\n\nTwo clocks differ. What do you do?', 'Clocks\n\nUse logical time.'],
      ['open', 'Pins\n\nA pin floats. Why?', 'Pins\n\nIt lacks a resistor.'],
    ],
  ],
  [
    'a column for each option, and a column of questions alone',
    '| 题目 | A | B | 答案 |\n|---|---|---|---|\n| 哪个是图数据库？ | Neo4j | Redis | A |\n\n| # | 问题 | 难度 |\n|---|---|---|\n| 1 | 什么是分片？ | 中 |\n| 2 | 如何扩容？ | 难 |\n| 3 | 为什么要复制？ | 易 |\n',
    [
      ['choice', '哪个是图数据库？', 'Neo4j', 'A'],
      ['open', '什么是分片？', ''],
      ['open', '如何扩容？', ''],
      ['open', '为什么要复制？', ''],
    ],
  ],
  [
    'answers on the line of their question',
    '- **什么是队列？** 先进先出。\n- **什么是栈？** 后进先出。\n  适合回溯。\n- **堆有什么用？** 取最值。\n',
    [
      ['open', '什么是队列？', '先进先出。'],
      ['open', '什么是栈？', '后进先出。\n适合回溯。'],
      ['open', '堆有什么用？', '取最值。'],
    ],
  ],
  [
    'a title in the front matter, follow-ups below the answer',
    '---\ntitle: 什么是分页？\ntags: [OS]\n---\n\n## 答案\n\n把内存切成页。\n\n## 追问\n\n- 页表放在哪里？\n- 缺页时怎么办？\n',
    [['open', '什么是分页？', '把内存切成页。']],
  ],
  [
    'bare points under companies, in a document that calls itself questions',
    '# 面试题汇总\n\n## 甲公司\n\n- 索引失效的场景\n- 如何排查慢查询\n- 读写分离\n\n## 乙公司\n\n- 为什么要有虚拟内存\n- 零拷贝\n- 怎么做限流\n',
    ['索引失效的场景', '如何排查慢查询', '读写分离', '为什么要有虚拟内存', '零拷贝', '怎么做限流'].map(
      (stem) => ['open', stem, ''] as const,
    ),
  ],
  [
    'topics outside, questions inside',
    '# 面试问题\n\n- 树\n  - 红黑树有什么性质？\n  - 为什么要旋转？\n- 图\n  - 如何判断有环？\n  - 最短路有哪些算法？\n',
    ['红黑树有什么性质？', '为什么要旋转？', '如何判断有环？', '最短路有哪些算法？'].map(
      (stem) => ['open', stem, ''] as const,
    ),
  ],
  [
    'full-width numbers and letters',
    '１．列目录的命令是（　　）\nＡ．ls　　Ｂ．ps\n２．简述管道。\n答：连接输入输出。\n',
    [
      ['choice', '列目录的命令是（　　）', ''],
      ['open', '简述管道。', '连接输入输出。'],
    ],
  ],
  [
    'a star before the right option',
    'Which one compiles to wasm?\nA. CSV\n*B. Rust\n\nWhich one styles pages?\n*A. CSS\nB. SQL\n',
    [
      ['choice', 'Which one compiles to wasm?', 'Rust', 'B'],
      ['choice', 'Which one styles pages?', 'CSS', 'A'],
    ],
  ],
  [
    'a table of contents in plain text, sections in Chinese numerals',
    '目录\n1. 进程\n2. 锁\n\n一、进程\n\n1. 什么是进程？\n资源单位。\n\n2. 什么是协程？\n用户态线程。\n\n二、锁\n\n1. 什么是自旋锁？\n忙等。\n',
    [
      ['open', '什么是进程？', '资源单位。'],
      ['open', '什么是协程？', '用户态线程。'],
      ['open', '什么是自旋锁？', '忙等。'],
    ],
  ],
  [
    'numbers in brackets, a number right before a figure',
    '（1）什么是缓存？\n近处的副本。\n\n（2）什么是命中？\n找到了副本。\n\n（3）淘汰策略\nLRU 与 LFU。\n',
    [
      ['open', '什么是缓存？', '近处的副本。'],
      ['open', '什么是命中？', '找到了副本。'],
      ['open', '淘汰策略', 'LRU 与 LFU。'],
    ],
  ],
  [
    'bold numbers in what else is plain text, the right option ticked by a sign',
    '**1. 哪个命令列出文件？**\n\n- A. ls ✅\n- B. cd\n\n**2. 哪个命令删除文件？**\n\n- A. mv\n- B. rm ✅\n',
    [
      ['choice', '哪个命令列出文件？', 'ls', 'A'],
      ['choice', '哪个命令删除文件？', 'rm', 'B'],
    ],
  ],
  [
    'headings of which most ask, one that only names and one that closes',
    '## 谈谈反射\n\n运行时信息。\n\n## 泛型有什么用？\n\n类型安全。\n\n## 对象的生命周期\n\n创建到回收。\n\n## 为什么要接口？\n\n解耦。\n\n## 如何比较对象？\n\nequals。\n\n## 什么是枚举？\n\n有限个值。\n\n## 总结\n\n多写。\n',
    [
      ['open', '谈谈反射', '运行时信息。'],
      ['open', '泛型有什么用？', '类型安全。'],
      ['open', '对象的生命周期', '创建到回收。'],
      ['open', '为什么要接口？', '解耦。'],
      ['open', '如何比较对象？', 'equals。'],
      ['open', '什么是枚举？', '有限个值。'],
    ],
  ],
  [
    'an interview as it was held, in plain text',
    '一次电话面试\n\n面试官：先说说什么是进程？\n我：运行中的程序。\n面试官：嗯，不错。\n面试官：线程和进程有什么区别？\n我：线程共享内存。\n还更轻。\n',
    [
      ['open', '先说说什么是进程？', '运行中的程序。\n面试官：嗯，不错。'],
      ['open', '线程和进程有什么区别？', '线程共享内存。\n还更轻。'],
    ],
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
    'a numbered topic above each labelled question',
    '操作系统\n\n1. 内存\n问题：什么是分页？\n答案：按固定大小管理。\n\n2. 调度\n问题：什么是时间片？\n答案：一次运行的时间。\n',
    [
      ['open', '什么是分页？', '按固定大小管理。'],
      ['open', '什么是时间片？', '一次运行的时间。'],
    ],
  ],
  [
    'short-hand of nouns under a title that announces an interview’s questions',
    '上次面试的问题：\n  1. 索引\n  2. 事务的隔离级别\n  3. 怎么排查慢查询\n  4. 主从复制\n  5. 锁\n',
    [
      ['open', '索引', ''],
      ['open', '事务的隔离级别', ''],
      ['open', '怎么排查慢查询', ''],
      ['open', '主从复制', ''],
      ['open', '锁', ''],
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
    'a list set in below the last question, counting like the questions',
    '1. 什么是编译？\n翻译成机器码。\n2. 编译的过程\n步骤有\n  1. 计算词法单元\n  2. 生成语法树\n  3. 输出目标码\n',
    [
      ['open', '什么是编译？', '翻译成机器码。'],
      ['open', '编译的过程', '步骤有\n  1. 计算词法单元\n  2. 生成语法树\n  3. 输出目标码'],
    ],
  ],
  [
    'steps under a title that promises nothing',
    '# Blog\n\n## How I prepare\n\n1. Write down the scope\n2. Discuss the limits\n3. Design the interface\n\n## After it\n\nRest.\n',
    [],
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
    'practice questions with a list of letters that says which is right',
    '__Practice Question__\n\nWhich planet is the largest?\n\nA. Mars\nB. Jupiter\nC. Venus\n\n__Suggested Answers__\n\n- A\n- B - Correct\n- C\n\n__Practice Question__\n\nLook at the sky at night.\n\nWhich of these are stars?\n\nA. Sirius\nB. Vega\nC. Venus\n\n__Suggested Answers__\n\n- A - Correct\n- B - Correct\n- C\n',
    [
      ['choice', 'Which planet is the largest?', 'Jupiter', 'B'],
      ['choice', 'Look at the sky at night.\n\nWhich of these are stars?', 'Sirius\nVega', 'AB'],
    ],
  ],
  [
    'two asking headings in what calls itself an FAQ',
    '# FAQ\n\n## Where are my files?\n\nOn your disk.\n\n## Can I move them?\n\nYes.\n',
    [
      ['open', 'Where are my files?', 'On your disk.'],
      ['open', 'Can I move them?', 'Yes.'],
    ],
  ],
  [
    'a heading that only names, among asking ones between a preface and a summary',
    '# 编译原理\n\n## 前言\n\n随手记的。\n\n## 什么是词法分析？\n\n切成单词。\n\n## 如何消除左递归？\n\n改写产生式。\n\n## 中间代码\n\n1. 三地址码\n2. 四元式\n\n## 为什么要做优化？\n\n更快。\n\n## 说说寄存器分配\n\n图着色。\n\n## 总结\n\n完。\n',
    [
      ['open', '什么是词法分析？', '切成单词。'],
      ['open', '如何消除左递归？', '改写产生式。'],
      ['open', '中间代码', '1. 三地址码\n2. 四元式'],
      ['open', '为什么要做优化？', '更快。'],
      ['open', '说说寄存器分配', '图着色。'],
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
    'zero-width characters before the marks',
    '一\u200b、填空题\n1\u200b、树的根叫______。\n2\ufeff、图的点叫______。\n',
    [
      ['open', '树的根叫______。', ''],
      ['open', '图的点叫______。', ''],
    ],
  ],
  [
    'a single question below a title',
    '# 笔记\n\n## 什么是剪枝？\n\n去掉不重要的权重，让模型变小。\n',
    [['open', '什么是剪枝？', '去掉不重要的权重，让模型变小。']],
  ],
  [
    'a single numbered heading with a labelled answer',
    '### 1. 什么是铸铁锅？\n\n**答案：** 用生铁浇铸的锅。\n',
    [['open', '什么是铸铁锅？', '用生铁浇铸的锅。']],
  ],
  [
    'a single bold question',
    '# Interview\n\n**What is a mutex?**\n\nA lock that one thread holds at a time.\n',
    [['open', 'What is a mutex?', 'A lock that one thread holds at a time.']],
  ],
  [
    'a single question in plain text',
    '什么是剪枝？\n\n去掉不重要的权重，让模型变小。\n',
    [['open', '什么是剪枝？', '去掉不重要的权重，让模型变小。']],
  ],
  [
    'a document with one rhetorical heading',
    '# parse-it\n\nReads dates from strings and gives them back as numbers.\n\n## Why another one?\n\nThe others are slow.\n\n## Usage\n\nCall it with a string, then compare what comes back.\n',
    [],
  ],
  ['an article that is called by its subject', '# 聊聊我的书桌\n\n它是木头做的，用了十年。\n', []],
  [
    'headings that only name, in what calls itself interview questions',
    '# 数据库面试题\n\n## 幻读\n\n两次查询的行数不同。\n\n## 间隙锁\n\n锁住索引之间的空隙。\n',
    [
      ['open', '幻读', '两次查询的行数不同。'],
      ['open', '间隙锁', '锁住索引之间的空隙。'],
    ],
  ],
  [
    'a key at the end of each chapter',
    '# 第一章\n\n1. 下列哪种是金属？\nA. 铁\nB. 木\n\n2. 下列哪种是气体？\nA. 铜\nB. 氧\n\n参考答案\n1. A\n2. B\n\n# 第二章\n\n1. 下列哪个是偶数？\nA. 3\nB. 8\n\n2. 什么是质数？\n\n参考答案\n1. B\n2. 只有两个约数的数。\n',
    [
      ['choice', '下列哪种是金属？', '铁', 'A'],
      ['choice', '下列哪种是气体？', '氧', 'B'],
      ['choice', '下列哪个是偶数？', '8', 'B'],
      ['open', '什么是质数？', '只有两个约数的数。'],
    ],
  ],
  [
    'answers that count their points, each below its own question',
    '## 1. 什么是堆？\n\n### 答案\n\n1. 完全二叉树\n2. 父不小于子\n\n## 2. 什么是栈？\n\n### 答案\n\n1. 后进先出\n2. 只动一端\n',
    [
      ['open', '什么是堆？', '1. 完全二叉树\n2. 父不小于子'],
      ['open', '什么是栈？', '1. 后进先出\n2. 只动一端'],
    ],
  ],
  [
    'a label above the options',
    '__Question__\n\nWhich of these floats on water?\n\n__Question Options__\n\nA. Iron\nB. Cork\n\n__Answer__\n\nB\n',
    [['choice', 'Which of these floats on water?', 'Cork', 'B']],
  ],
  [
    'rows pasted with tabs',
    '什么是栈？\t后进先出的表\t数据结构\n队列有什么用途？\t先来先服务\t数据结构\n',
    [
      ['open', '什么是栈？', '后进先出的表'],
      ['open', '队列有什么用途？', '先来先服务'],
    ],
  ],
  [
    'pasted rows below the names of their columns',
    'id\tquestion\tanswer\n1\tWhat is a stack?\tLast in, first out\n2\tWhat is a queue?\tFirst in, first out\n',
    [
      ['open', 'What is a stack?', 'Last in, first out'],
      ['open', 'What is a queue?', 'First in, first out'],
    ],
  ],
  ['pasted rows that ask nothing', 'name\tage\tcity\nAnn\t31\tBern\nBob\t22\tParis\n', []],
  [
    'a list that a line announces',
    '# 一次经历\n\n面试官问了以下问题：\n\n1. 自我介绍\n2. 线程的状态\n3. 索引失效的原因\n',
    [
      ['open', '自我介绍', ''],
      ['open', '线程的状态', ''],
      ['open', '索引失效的原因', ''],
    ],
  ],
  ['a list of problems', '# 某库\n\n它解决以下问题：\n\n1. 启动慢\n2. 包太大\n3. 类型的缺失\n', []],
];

describe('readDocument on dialects', () => {
  it.each(DIALECTS)('reads %s', (_name, text, expected) => {
    const found = readDocument(text, 'bank.txt').questions.map(({ kind, stem, answer, correct }) => [
      kind,
      stem,
      answer,
      correct,
    ]);
    expect(found).toEqual(expected.map(([kind, stem, answer, correct]) => [kind, stem, answer, correct]));
  });
});
