import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

const DIALECTS: readonly Dialect[] = [
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
    'bold numbers in what else is plain text, the right option ticked by a sign',
    '**1. 哪个命令列出文件？**\n\n- A. ls ✅\n- B. cd\n\n**2. 哪个命令删除文件？**\n\n- A. mv\n- B. rm ✅\n',
    [
      ['choice', '哪个命令列出文件？', 'ls', 'A'],
      ['choice', '哪个命令删除文件？', 'rm', 'B'],
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
    'a label above the options',
    '__Question__\n\nWhich of these floats on water?\n\n__Question Options__\n\nA. Iron\nB. Cork\n\n__Answer__\n\nB\n',
    [['choice', 'Which of these floats on water?', 'Cork', 'B']],
  ],
  [
    'keys in words of their own right below the options',
    '# Quiz\n\n**Q1: Which planet has rings?**\na) Mars\nb) Saturn\nc) Venus\nCorrect: b\n\n**Q2: Which are metals?**\na) iron\nb) sulphur\nc) tin\nCorrect: a, c\n\n**Q3: Which are gases?**\nA. neon\nB. iron\nC. argon\nAnswers: A and C\n\n**Q4: 哪些是水果？**\nA. 梨\nB. 土豆\nC. 桃\n答案为 A、C。\n\n**Q5: Which one floats?**\nA. lead\nB. cork\nThe correct answer is B.\n',
    [
      ['choice', 'Which planet has rings?', 'Saturn', 'B'],
      ['choice', 'Which are metals?', 'iron\ntin', 'AC'],
      ['choice', 'Which are gases?', 'neon\nargon', 'AC'],
      ['choice', '哪些是水果？', '梨\n桃', 'AC'],
      ['choice', 'Which one floats?', 'cork', 'B'],
    ],
  ],
  [
    'an article behind the letter of the key',
    '1. Which one is last in, first out?\nA. a stack\nB. a queue\nC. a heap\nAnswer: A, a pile of plates\n\n2. Which one is first in, first out?\nA. a stack\nB. a queue\nC. a heap\nAnswer: B, a waiting line\n',
    [
      ['choice', 'Which one is last in, first out?', 'a stack', 'A'],
      ['choice', 'Which one is first in, first out?', 'a queue', 'B'],
    ],
  ],
  [
    'remarks in brackets behind bold questions',
    '# Chess\n\n**1. Which move in straight lines?** (choose two)\n\n- A. rook\n- B. knight\n- C. queen\n\n**Answer: A, C**\n\n**2. What is a pin?** (easy)\n\nA piece that may not move.\n\n**3. What is a fork?** (Hard)\n\nOne piece attacks two.\n',
    [
      ['choice', 'Which move in straight lines? (choose two)', 'rook\nqueen', 'AC'],
      ['open', 'What is a pin?', 'A piece that may not move.'],
      ['open', 'What is a fork?', 'One piece attacks two.'],
    ],
  ],
  [
    "options on the stem's own line",
    '1. 下面哪个是弦乐器？ A. 长笛 B. 大提琴 C. 定音鼓\n   **答案：B**\n2. 下面哪个是打击乐器？A．长笛 B．大提琴 C．定音鼓\n   **答案：C**\n3. 什么是和弦？\n   几个音同时响。\n',
    [
      ['choice', '下面哪个是弦乐器？', '大提琴', 'B'],
      ['choice', '下面哪个是打击乐器？', '定音鼓', 'C'],
      ['open', '什么是和弦？', '几个音同时响。'],
    ],
  ],
  [
    'one key at the end where the other questions have their answers',
    '一、单选题\n1. 月球绕什么转（ ）\nA. 太阳\nB. 地球\nC. 火星\n二、简答题\n2. 为什么有四季？\n答：地轴倾斜。\n3. 什么是潮汐？\n答：海水的涨落。\n\n参考答案：\n1. B\n',
    [
      ['choice', '月球绕什么转（ ）', '地球', 'B'],
      ['open', '为什么有四季？', '地轴倾斜。'],
      ['open', '什么是潮汐？', '海水的涨落。'],
    ],
  ],
  [
    'a fold set in below the options of a list item',
    '1. 以下哪个是行星？\n\n   - A. 月球\n   - B. 木星\n   - C. 太阳\n\n   只选一个。\n\n   <details><summary>点击查看答案</summary>\n   B。它绕太阳转。\n   </details>\n\n2. 以下哪个是恒星？\n\n   - A. 月球\n   - B. 木星\n   - C. 太阳\n\n   正确答案: C，它自己发光。\n',
    [
      ['choice', '以下哪个是行星？\n\n只选一个。', '木星', 'B'],
      ['choice', '以下哪个是恒星？', '太阳', 'C'],
    ],
  ],
];

describe('dialects of choices', () => {
  readsDialects(DIALECTS);
});
