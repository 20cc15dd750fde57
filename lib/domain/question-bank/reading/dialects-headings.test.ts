import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

const DIALECTS: readonly Dialect[] = [
  [
    'bare lines that ask, a few in each section of what calls itself an interview',
    '# Harbour interview questions\n\n## Ships\n\nWhat is a keel?\n- the spine\n- holds the ribs\n\nWhat is a bow?\n> the front\n\n## Ropes\n\nWhat is a hawser?\n- a thick rope\n- for towing\n\nWhat is a splice?\n> two ends joined\n\n## Tides\n\nWhat is an ebb?\n- water going out\n- twice a day\n\nWhat is a flood?\n> water coming in\n\n## Lights\n\nWhat is a leading light?\n> one of two\n\nWhat is a beacon?\n- a fixed mark\n- often lit\n',
    [
      ['open', 'What is a keel?', '- the spine\n- holds the ribs'],
      ['open', 'What is a bow?', 'the front'],
      ['open', 'What is a hawser?', '- a thick rope\n- for towing'],
      ['open', 'What is a splice?', 'two ends joined'],
      ['open', 'What is an ebb?', '- water going out\n- twice a day'],
      ['open', 'What is a flood?', 'water coming in'],
      ['open', 'What is a leading light?', 'one of two'],
      ['open', 'What is a beacon?', '- a fixed mark\n- often lit'],
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
    'bullets with nested answers',
    '## Redis\n\n- Redis 为什么快？\n  - 内存\n  - 单线程\n- 持久化方式有哪些？\n  - RDB\n- 穿透怎么解决？\n  - 布隆过滤器\n',
    [
      ['open', 'Redis 为什么快？', '- 内存\n- 单线程'],
      ['open', '持久化方式有哪些？', '- RDB'],
      ['open', '穿透怎么解决？', '- 布隆过滤器'],
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
    'options that offer nothing',
    '# Question\nExplain how caches expire.\n\n## Options\nA) N/A\nB) N/A\n\n# Solution\n**Correct Answer:** By time.\n',
    [['open', 'Explain how caches expire.', 'By time.']],
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
    'headings that only name, in what calls itself interview questions',
    '# 数据库面试题\n\n## 幻读\n\n两次查询的行数不同。\n\n## 间隙锁\n\n锁住索引之间的空隙。\n',
    [
      ['open', '幻读', '两次查询的行数不同。'],
      ['open', '间隙锁', '锁住索引之间的空隙。'],
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
    'titles underlined with equals signs and nothing else of Markdown',
    'What is a fugue?\n===\n\nVoices that follow.\n\nWhat is a coda, and where does a composer usually place it in a movement?\n===\n\nThe end.\n\nWhat is a cadenza?\n===\n\nA solo.\n\nNotes\n-----\n\nFrom class.\n',
    [
      ['open', 'What is a fugue?', 'Voices that follow.'],
      ['open', 'What is a coda, and where does a composer usually place it in a movement?', 'The end.'],
      ['open', 'What is a cadenza?', 'A solo.\n\nNotes\n-----\n\nFrom class.'],
    ],
  ],
  [
    'an answer that begins like a statement of difficulty',
    '## 1. 难度怎么写？\n\n难度：7/10 是常见的写法。\n\n## 2. 象棋有多少个子？\n\n难度：7/10\n\n三十二个。\n\n## 3. 围棋的棋盘有几路？\n\n难度：简单。\n\n十九路。\n',
    [
      ['open', '难度怎么写？', '难度：7/10 是常见的写法。'],
      ['open', '象棋有多少个子？', '三十二个。'],
      ['open', '围棋的棋盘有几路？', '十九路。'],
    ],
  ],
  [
    'two headings that only name, under a title that says interview',
    '# 操作系统面试\n\n## 页表\n\n把虚地址译成实地址。\n\n## 中断\n\n打断正在跑的程序。\n',
    [
      ['open', '页表', '把虚地址译成实地址。'],
      ['open', '中断', '打断正在跑的程序。'],
    ],
  ],
  [
    'an article whose title asks without a question mark',
    '# What is the difference between a lake and a pond\n\nBoth hold water.\n\n## Depth\n\nA lake is deeper.\n\n## Waves\n\nA pond has none.\n',
    [
      [
        'open',
        'What is the difference between a lake and a pond',
        'Both hold water.\n\n## Depth\n\nA lake is deeper.\n\n## Waves\n\nA pond has none.',
      ],
    ],
  ],
  [
    'numbered headings, some of which only name, under a subject that none repeats',
    '# Astronomy\n\n## 1. What is a comet?\n\nIce.\n\n## 2. Explain eclipses\n\nA shadow.\n\n## 3. Kuiper belt\n\nFar out.\n\n## 4. Phases of the moon\n\nEight.\n',
    [
      ['open', 'What is a comet?', 'Ice.'],
      ['open', 'Explain eclipses', 'A shadow.'],
      ['open', 'Kuiper belt', 'Far out.'],
      ['open', 'Phases of the moon', 'Eight.'],
    ],
  ],
];

describe('dialects of headings', () => {
  readsDialects(DIALECTS);
});
