import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

const DIALECTS: readonly Dialect[] = [
  [
    'an answer that counts as far as its own question, set closer than the questions are',
    '# 简答题\n1.码头的定义\n停船的地方\n\n2.说明潮汐的成因\n月亮的引力\n\n3.简单解释泊位的三个等级。\n1.小：只停舢板。\n2.中：停渔船。\n3.大：停货轮。\n\n4.简述浮标的作用\n指路\n',
    [
      ['open', '码头的定义', '停船的地方'],
      ['open', '说明潮汐的成因', '月亮的引力'],
      ['open', '简单解释泊位的三个等级。', '1.小：只停舢板。\n2.中：停渔船。\n3.大：停货轮。'],
      ['open', '简述浮标的作用', '指路'],
    ],
  ],
  [
    'questions right below the answers before, nothing but their words marks them',
    'Harbour interview questions\n\nWhat is a berth?\n\nA place to lie.\nWhat is a quay? \n\nA wall to lie at.\nShips tie up there.\nHow does a lock work?\nIt fills and empties.\nWhy are buoys painted?\nSo that they are seen.\nWhat is a bollard?\nA post for ropes.\n',
    [
      ['open', 'What is a berth?', 'A place to lie.'],
      ['open', 'What is a quay?', 'A wall to lie at.\nShips tie up there.'],
      ['open', 'How does a lock work?', 'It fills and empties.'],
      ['open', 'Why are buoys painted?', 'So that they are seen.'],
      ['open', 'What is a bollard?', 'A post for ropes.'],
    ],
  ],
  [
    'questions as the comments of a script, a bare label that is no key of all',
    'Thirty harbour queries\n--1.Write a query to list all ships.\nAns: SELECT * FROM ship;\n--2. Write a query to count the berths.\nAns: SELECT COUNT(*) FROM berth;\n-- 3.What is a berth?\nAns:\nA place to lie.\n\n--4.What is a quay?\nA wall to lie at.\n\n--5. What is a tide?\nThe sea going up and down.\n',
    [
      ['open', 'Write a query to list all ships.', 'SELECT * FROM ship;'],
      ['open', 'Write a query to count the berths.', 'SELECT COUNT(*) FROM berth;'],
      ['open', 'What is a berth?', 'A place to lie.'],
      ['open', 'What is a quay?', 'A wall to lie at.'],
      ['open', 'What is a tide?', 'The sea going up and down.'],
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
    'brackets with explanation',
    '【题目1】什么是索引？\n【答案】加速查询的结构。\n\n【题目2】什么是事务？\n【答案】一组原子操作。\n',
    [
      ['open', '什么是索引？', '加速查询的结构。'],
      ['open', '什么是事务？', '一组原子操作。'],
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
    'plain lines that ask',
    '什么是死锁？\n互相等待对方的锁。\n\n如何避免死锁？\n按顺序加锁。\n\n什么是上下文切换？\n保存和恢复状态。\n',
    [
      ['open', '什么是死锁？', '互相等待对方的锁。'],
      ['open', '如何避免死锁？', '按顺序加锁。'],
      ['open', '什么是上下文切换？', '保存和恢复状态。'],
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
    'answers on the line of their question',
    '- **什么是队列？** 先进先出。\n- **什么是栈？** 后进先出。\n  适合回溯。\n- **堆有什么用？** 取最值。\n',
    [
      ['open', '什么是队列？', '先进先出。'],
      ['open', '什么是栈？', '后进先出。\n适合回溯。'],
      ['open', '堆有什么用？', '取最值。'],
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
    'an interview as it was held, in plain text',
    '一次电话面试\n\n面试官：先说说什么是进程？\n我：运行中的程序。\n面试官：嗯，不错。\n面试官：线程和进程有什么区别？\n我：线程共享内存。\n还更轻。\n',
    [
      ['open', '先说说什么是进程？', '运行中的程序。\n面试官：嗯，不错。'],
      ['open', '线程和进程有什么区别？', '线程共享内存。\n还更轻。'],
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
    'a list set in below the last question, counting like the questions',
    '1. 什么是编译？\n翻译成机器码。\n2. 编译的过程\n步骤有\n  1. 计算词法单元\n  2. 生成语法树\n  3. 输出目标码\n',
    [
      ['open', '什么是编译？', '翻译成机器码。'],
      ['open', '编译的过程', '步骤有\n  1. 计算词法单元\n  2. 生成语法树\n  3. 输出目标码'],
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
    'a single question in plain text',
    '什么是剪枝？\n\n去掉不重要的权重，让模型变小。\n',
    [['open', '什么是剪枝？', '去掉不重要的权重，让模型变小。']],
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
  [
    'a table whose delimiter row has one dash to a column',
    '| Question | Answer |\n| - | :-: |\n| What is a sonnet? | Fourteen lines. |\n| What is a haiku? | Three lines. |\n',
    [
      ['open', 'What is a sonnet?', 'Fourteen lines.'],
      ['open', 'What is a haiku?', 'Three lines.'],
    ],
  ],
  [
    'sentences about what is right where nothing is to choose',
    '1. How are locks taken?\n\nThere are two ways.\n\nCorrect: A.\n\nIn order.\n\n2. How are they freed?\n\nIn reverse order.\n',
    [
      ['open', 'How are locks taken?', 'There are two ways.\n\nCorrect: A.\n\nIn order.'],
      ['open', 'How are they freed?', 'In reverse order.'],
    ],
  ],
  [
    'lists within answers below bold items that are rated',
    '1. **Explain a gambit** (Hard)\n\n   A sacrifice.\n\n2. **Explain castling** (Medium)\n\n   Two pieces move:\n\n   1. the king\n   2. the rook\n\n3. **Explain promotion**\n\n   A pawn becomes a queen.\n',
    [
      ['open', 'Explain a gambit', 'A sacrifice.'],
      ['open', 'Explain castling', 'Two pieces move:\n\n1. the king\n2. the rook'],
      ['open', 'Explain promotion', 'A pawn becomes a queen.'],
    ],
  ],
  [
    'letters in a stem that lists its parts',
    '1. Explain the blood groups A, B and O.\n\nThey differ in antigens.\n\n2. What do vitamins A. B. and C. have in common?\n\nThe body needs them.\n',
    [
      ['open', 'Explain the blood groups A, B and O.', 'They differ in antigens.'],
      ['open', 'What do vitamins A. B. and C. have in common?', 'The body needs them.'],
    ],
  ],
  [
    'a number left out behind a list that is set in',
    '1. What is a tree?\n\n   A tall plant.\n\n2. How is it cut?\n\n   Steps:\n\n   1. a notch\n   2. a cut\n\n3. What is sap?\n\n   A juice:\n\n   1. water\n   2. sugar\n   3. salts\n   4. acids\n\n5. What is bark?\n\n   The skin.\n',
    [
      ['open', 'What is a tree?', 'A tall plant.'],
      ['open', 'How is it cut?', 'Steps:\n\n1. a notch\n2. a cut'],
      ['open', 'What is sap?', 'A juice:\n\n1. water\n2. sugar\n3. salts\n4. acids'],
      ['open', 'What is bark?', 'The skin.'],
    ],
  ],
  [
    'stems that the margin breaks, below a table of contents and titles of sections',
    'Kettle FAQ\nRelease 2\n~~~~~~~~~~\n\nContents\n1. Water\n1.1. Why does the kettle switch itself off a minute after it\n     was filled?\n1.2. Can I boil milk?\n2. Noise\n2.1. Why does it hum?\n\n----------\n1. Water\n----------\n\n1.1. Why does the kettle switch itself off a minute after it\n     was filled?\nThe lid is open. See the leaflet that came with revision\n3.1 of the kettle.\n\n1.2. Can I boil milk?\nNo.\n\n----------\n2. Noise\n----------\n\n2.1. Why does it hum?\nLime.\n',
    [
      [
        'open',
        'Why does the kettle switch itself off a minute after it\nwas filled?',
        'The lid is open. See the leaflet that came with revision\n3.1 of the kettle.',
      ],
      ['open', 'Can I boil milk?', 'No.'],
      ['open', 'Why does it hum?', 'Lime.'],
    ],
  ],
  [
    'answers of several paragraphs that hang on their questions',
    'Why is the soup cold?\n\n\tThe stove was off.\n\n\tTurn it on first.\n\nWhere are the spoons?\n\n\tIn the drawer.\n\n\tOr in the sink.\n\nWho washes up?\n\n\tWhoever ate last.\n\n\tNo exceptions.\n',
    [
      ['open', 'Why is the soup cold?', 'The stove was off.\n\nTurn it on first.'],
      ['open', 'Where are the spoons?', 'In the drawer.\n\nOr in the sink.'],
      ['open', 'Who washes up?', 'Whoever ate last.\n\nNo exceptions.'],
    ],
  ],
];

describe('dialects in plain text', () => {
  readsDialects(DIALECTS);
});
