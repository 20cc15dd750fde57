import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

/** Options in the notations of exams, dumps and quizzes. */
const DIALECTS: readonly Dialect[] = [
  [
    'a heading that names the kind over each question, letters without a full stop a paragraph each, a wide bracket',
    '# 航海测试\n\n## 选择\n\n### 单选\n\n船尾的舵用来（           B          ）\n\nA   停船\n\nB   转向\n\nC   加速\n\n### 单选\n\n下列哪个是缆绳的材料（    C   ）\n\nA   石头   B   水   C   麻\n\n### 单选\n\n灯塔的作用是 (  A  )\n\nA   指路\n\nB   取暖\n\nC   报时\n',
    [
      ['choice', '船尾的舵用来（ ）', '转向', 'B'],
      ['choice', '下列哪个是缆绳的材料（ ）', '麻', 'C'],
      ['choice', '灯塔的作用是 ( )', '指路', 'A'],
    ],
  ],
  [
    'an exam of options in figures, some of whose stems do not say that one is to be chosen',
    ['哪个是帆？', '哪个是桨？', '哪个是锚？', '下列正确的是（）', '关于缆绳，错误的是', '可用来系船的东西']
      .map((stem, at) => `### ${at + 1}. ${stem}\n\n1. 甲${at}\n2. 乙${at}\n3. 丙${at}\n`)
      .join('\n---\n\n'),
    [
      '哪个是帆？',
      '哪个是桨？',
      '哪个是锚？',
      '下列正确的是（）',
      '关于缆绳，错误的是',
      '可用来系船的东西',
    ].map((stem) => ['choice', stem, ''] as const),
  ],
  [
    'boxes glued to their letters, options at the end of a listing, questions counted without a full stop',
    '第1题 下列哪一项是船？（）。\n□A.舢板\n□B.马车\n第2题 执行以下代码后输出什么（）。\n\n```txt\nint a = 1;\ncout << a + 1;\n\n□ A. 1\n□ B. 2\n□ C. 3\n```\n\n第 3 题 下列哪一项是帆？（）。\n□A.桅\n□B.篷\n',
    [
      ['choice', '下列哪一项是船？（）。', ''],
      ['choice', '执行以下代码后输出什么（）。', ''],
      ['choice', '下列哪一项是帆？（）。', ''],
    ],
  ],
  [
    'options that nothing parts, on one line or on two',
    '1.【单选】这座塔建于哪一年?\n\nA.1901年B.1911年C.1921年D.1931年\n\n答案:B\n\n2.【单选】塔顶铺的是什么?\n\nA.青瓦B.铜板\nC.木片D.茅草\n\n答案:C\n\n3.【单选】塔高多少米?\n\nA. 30，B. 40，C. 50，D. 60\n\n答案:D\n\n4.【单选】塔里存放什么?\n\nA.塔身由甲类B.砌成\nB.经卷\nC.兵器\n\n答案:B\n',
    [
      ['choice', '这座塔建于哪一年?', '1911年', 'B'],
      ['choice', '塔顶铺的是什么?', '木片', 'C'],
      ['choice', '塔高多少米?', '60', 'D'],
      ['choice', '塔里存放什么?', '经卷', 'B'],
    ],
  ],
  [
    'options as an ordered list within an ordered list',
    '# 复习\n\n## 单选\n\n### 1-2\n\n1.   树的高度从根算起，B 为第一层。\n     1.   A、叶\n     2.   **B、根**\n     3.   C、枝\n\n\n2.   队列的特点是 A。\n\n     1.   **A、先进先出**\n     2.   B、后进先出\n     3.   C、随机\n\n     ```\n     解析：排队。\n     ```\n\n### 3-4\n\n3.   栈顶在 C。\n     1.   A、左\n     2.   B、右\n     3.   **C、上**\n\n4.   下列是线性结构的有 A。\n     1.   **A、链表**\n     2.   B、图\n     3.   C、树\n',
    [
      ['choice', '树的高度从根算起，B 为第一层。', '根', 'B'],
      ['choice', '队列的特点是 A。', '先进先出', 'A'],
      ['choice', '栈顶在 C。', '上', 'C'],
      ['choice', '下列是线性结构的有 A。', '链表', 'A'],
    ],
  ],
  [
    'options that only their list numbers, the right one in bold',
    '# Exam\n\n1. The mast is made of ...\n   1. steel\n   2. **wood**\n   3. rope\n2. The sail is made of ...\n   1. **canvas**\n   2. iron\n   3. glass\n3. The hull is made of ...\n   1. paper\n   2. glass\n   3. **oak**\n',
    [
      ['choice', 'The mast is made of ...', 'wood', 'B'],
      ['choice', 'The sail is made of ...', 'canvas', 'A'],
      ['choice', 'The hull is made of ...', 'oak', 'C'],
    ],
  ],
  [
    'letters out of order, a tick behind the bold',
    '# Boats quiz\n\n### Question 1\n**Which sail is set first?**\n- **a. jib** ✅\n- b. spanker\n- c. royal\n\n---\n\n### Question 2\n**Where is port?**\n- a. right\n- **c. left** ✔\n- b. ahead\n\n---\n\n### Question 3\n**What holds a ship?**\n- a. a rope\n- b. a wish\n- **c. an anchor** ✓\n',
    [
      ['choice', 'Which sail is set first?', 'jib', 'A'],
      ['choice', 'Where is port?', 'left', 'C'],
      ['choice', 'What holds a ship?', 'an anchor', 'C'],
    ],
  ],
  [
    'ticks and boxes before the letters',
    '1. 船首叫什么？\n- A. 舷\n- ✅ B. 艏\n- C. 艉\n\n2. 船尾叫什么？\n- A. 舷\n- B. 艏\n- ✔ C. 艉\n\n3. 船边叫什么？\n- ☑ A. 舷\n- ☐ B. 艏\n- ☐ C. 艉\n',
    [
      ['choice', '船首叫什么？', '艏', 'B'],
      ['choice', '船尾叫什么？', '艉', 'C'],
      ['choice', '船边叫什么？', '舷', 'A'],
    ],
  ],
  [
    'options in the cells of a table',
    '# 天文\n\n### 1. 离太阳最近的行星是( )\n\n| A. 金星 | B. 水星 |\n|---|---|\n| C. 地球 | D. 火星 |\n\n答案：B\n\n### 2. 最大的行星是( )\n\n| A. 木星 | B. 水星 |\n|---|---|\n| C. 地球 | D. 火星 |\n\n答案：A\n\n### 3. 红色的行星是( )\n\n| A. 木星 | B. 水星 |\n|---|---|\n| C. 地球 | D. 火星 |\n\n答案：D\n',
    [
      ['choice', '离太阳最近的行星是( )', '水星', 'B'],
      ['choice', '最大的行星是( )', '木星', 'A'],
      ['choice', '红色的行星是( )', '火星', 'D'],
    ],
  ],
  [
    'options that nothing parts but space',
    '##### 选择题\n\n1. 下列哪些是水果？\n\n\t\t苹果, 土豆, 梨, 白菜\n\n2. 下列哪些是乐器？\n\n\t\t琴  鼓  锅  笛\n\n3. 下列哪些是颜色？\n\n\t\t红\t黄\t桌\n',
    [
      ['open', '下列哪些是水果？', ''],
      ['open', '下列哪些是乐器？', ''],
      ['open', '下列哪些是颜色？', ''],
    ],
  ],
  [
    'options in circled figures',
    '1. 下列属于谷物的有（  ）\n① 稻 ② 麦 ③ 铁 ④ 铜\n答案：①②\n\n2. 下列属于金属的有（  ）\n① 稻\n② 麦\n③ 铁\n④ 铜\n答案：③④\n\n3. 下列属于木材的是（  ）\n① 松\n② 麦\n③ 铁\n答案：①\n',
    [
      ['choice', '下列属于谷物的有（  ）', '稻\n麦', 'AB'],
      ['choice', '下列属于金属的有（  ）', '铁\n铜', 'CD'],
      ['choice', '下列属于木材的是（  ）', '松', 'A'],
    ],
  ],
  [
    'circled statements that lettered options combine',
    '1. 下列属于谷物的有：①稻 ②麦 ③铁 ④铜\nA. ①②\nB. ①③\nC. ③④\nD. ②④\n答案：A\n\n2. 下列说法正确的是：\n① 水是液体\n② 铁是气体\n③ 氧是气体\nA. ①② B. ①③ C. ②③ D. ①②③\n答案：B\n\n3. 铁是什么？\nA. 金属 B. 气体 C. 液体 D. 木头\n答案：A\n',
    [
      ['choice', '下列属于谷物的有：①稻 ②麦 ③铁 ④铜', '①②', 'A'],
      ['choice', '下列说法正确的是：\n\n① 水是液体\n② 铁是气体\n③ 氧是气体', '①③', 'B'],
      ['choice', '铁是什么？', '金属', 'A'],
    ],
  ],
  [
    'letters without a delimiter',
    '1. 哪个是金属？\nA 氧\nB 铁\nC 氖\n答案 B\n\n2. 哪个是气体？\nA 氧\nB 铁\nC 金\n答案 A\n\n3. 哪个是黄色的？\nA 氧\nB 铁\nC 金\n答案 C\n',
    [
      ['choice', '哪个是金属？', '铁', 'B'],
      ['choice', '哪个是气体？', '氧', 'A'],
      ['choice', '哪个是黄色的？', '金', 'C'],
    ],
  ],
  [
    'options with typed radio buttons',
    '1. Which is a metal?\n( ) Oxygen\n(x) Iron\n( ) Neon\n\n2. Which is a gas?\n(x) Oxygen\n( ) Iron\n( ) Gold\n\n3. Which is yellow?\n( ) Oxygen\n( ) Iron\n(x) Gold\n',
    [
      ['choice', 'Which is a metal?', 'Iron', 'B'],
      ['choice', 'Which is a gas?', 'Oxygen', 'A'],
      ['choice', 'Which is yellow?', 'Gold', 'C'],
    ],
  ],
  [
    'options with rings',
    '1. Which is a metal?\n○ Oxygen\n● Iron\n○ Neon\n\n2. Which is a gas?\n● Oxygen\n○ Iron\n○ Gold\n\n3. Which is yellow?\n○ Oxygen\n○ Iron\n● Gold\n',
    [
      ['choice', 'Which is a metal?', 'Iron', 'B'],
      ['choice', 'Which is a gas?', 'Oxygen', 'A'],
      ['choice', 'Which is yellow?', 'Gold', 'C'],
    ],
  ],
  [
    'options without letters, the right one ticked',
    '# Trees quiz\n\n### 1. Which tree is evergreen?\n\n- Oak\n- Pine ✅\n- Elm\n\n### 2. Which tree gives acorns?\n\n- Oak ✅\n- Pine\n- Elm\n\n### 3. Which wood floats?\n\n- Ebony\n- Lignum\n- Balsa ✅\n',
    [
      ['choice', 'Which tree is evergreen?', 'Pine', 'B'],
      ['choice', 'Which tree gives acorns?', 'Oak', 'A'],
      ['choice', 'Which wood floats?', 'Balsa', 'C'],
    ],
  ],
  [
    'letters on lines of their own',
    '1\n下列哪个命令可以查看端口占用？\nA\nls\nB\nnetstat\nC\ncat\nD\npwd\n正确答案: B\n\n2\n下列哪个命令可以查看目录？\nA\nls\nB\nnetstat\nC\ncat\nD\ndf\n正确答案: A\n',
    [
      ['choice', '下列哪个命令可以查看端口占用？', 'netstat', 'B'],
      ['choice', '下列哪个命令可以查看目录？', 'ls', 'A'],
    ],
  ],
  [
    'options in Roman figures',
    '1. What do cows eat?\n(i) Meat\n(ii) Grass\n(iii) Stone\nAnswer: (ii)\n\n2. What do lions eat?\n(i) Meat\n(ii) Grass\n(iii) Stone\nAnswer: (i)\n\n3. What do hens eat?\n(i) Iron\n(ii) Glass\n(iii) Corn\nAnswer: (iii)\n',
    [
      ['choice', 'What do cows eat?', 'Grass', 'B'],
      ['choice', 'What do lions eat?', 'Meat', 'A'],
      ['choice', 'What do hens eat?', 'Corn', 'C'],
    ],
  ],
  [
    'counted examples of a textbook',
    '例1 下列关于水的叙述中，正确的是（  ）。\nA. 水是金属 B. 水是液体 C. 水是酸 D. 水是盐\n解析：常温下水是液体。答案选B。\n\n例2 下列关于铁的叙述中，正确的是（  ）。\nA. 铁是金属 B. 铁是液体 C. 铁是酸 D. 铁是盐\n解析：铁是常见的金属。故选A。\n',
    [
      ['choice', '下列关于水的叙述中，正确的是（  ）。', '水是液体', 'B'],
      ['choice', '下列关于铁的叙述中，正确的是（  ）。', '铁是金属', 'A'],
    ],
  ],
];

describe('readDocument on options', () => readsDialects(DIALECTS));
