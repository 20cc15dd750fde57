import { describe, expect, it } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';
import { readDocument } from './read-document';

/** What exam sites, judges and course platforms write around their questions. */
const DIALECTS: readonly Dialect[] = [
  [
    'a test copied from a course site, with scores and what its owner had chosen',
    '植物学测验\n满分： 6.0\n一. 单选题（共 2 题，4.0 分）\n1. (单选题, 2.0 分) (2分) 下列哪种是蕨类？\nA. 银杏\nB. 肾蕨\nC. 水杉\n我的答案:正确答案:B\n答案解析：\n知识点：\n0.0分\n2. (单选题, 2.0 分)光合作用在哪里进行？\nA. 叶绿体\nB. 线粒体\nC. 液泡\n我的答案:C:液泡;正确答案:A:叶绿体;\n知识点：\n0.0分\n',
    [
      ['choice', '下列哪种是蕨类？', '肾蕨', 'B'],
      ['choice', '光合作用在哪里进行？', '叶绿体', 'A'],
    ],
  ],
  [
    'a statement with a sign for its key',
    '1. 蕨类靠孢子繁殖。( )\n   true. 正确\n   false. 错误\n参考答案：✔\n----------------\n\n2. 苔藓有真正的根。( )\n   true. 正确\n   false. 错误\n参考答案：❌\n----------------\n\n3. 银杏是裸子植物。\nA. 对\nB. 错\n答案：√\n',
    [
      ['choice', '蕨类靠孢子繁殖。( )', '正确', 'A'],
      ['choice', '苔藓有真正的根。( )', '错误', 'B'],
      ['choice', '银杏是裸子植物。', '对', 'A'],
    ],
  ],
  [
    'forms of an online judge between stem and options',
    '## 一、单选题（每题 2 分）\n\n1. 下面代码执行后输出什么？\n\n```cpp\ncout << 7 / 2;\n```\n\n{{ select(1) }}\n\n- A. 3\n- B. 3.5\n\n---\n\n## 二、判断题\n\n2. 表达式`7 % 2`的值为 1。\n\n{{ select(2) }}\n\n- A. 正确\n- B. 错误\n',
    [
      ['choice', '下面代码执行后输出什么？', '', undefined],
      ['choice', '表达式`7 % 2`的值为 1。', '', undefined],
    ],
  ],
  [
    'boxes to tick inside listings',
    '# Quiz\n\n#### Q1. Which line prints a table?\n```html\n[ ] <row>\n  <cell>one</cell>\n\n[x] <table>\n  <tr>one</tr>\n```\n#### Q2. Mend the code below. What is missing?\n```\n<ul>\n  <item>\n\n- [x] </ul>\n- [ ] </list>\n```\n',
    [
      ['choice', 'Which line prints a table?', '<table>\n  <tr>one</tr>', 'B'],
      ['choice', 'Mend the code below. What is missing?', '</ul>', 'A'],
    ],
  ],
  [
    'a crossed box before the right letter, rulers between the questions',
    'What holds a fern upright?\nA. Its spores.\nX B. Its stem.\nC. Its shade.\nFeedback\nThe stem carries water as well.\n-------------------\nMoss has a role called "root keeper."\nTrue\nX False\nFeedback\nMoss has no roots.\n-------------------\nThe first plants on land were\nX A. liverworts.\nB. lilies.\nC. oaks.\n',
    [
      ['choice', 'What holds a fern upright?', 'Its stem.', 'B'],
      ['choice', 'Moss has a role called "root keeper."', 'False', 'B'],
      ['choice', 'The first plants on land were', 'liverworts.', 'A'],
    ],
  ],
  [
    'options on one line behind a word for them, below the key',
    '# Lesson 1:\n- Question 1.1: True or False? Ferns have spores.\n  - Type: Multiple choice\n  - Answer: True\n  - Choices: True, False\n- Question 1.2: What do roots take up?\n  - Type: Multiple choice\n  - Answer: water\n  - Choices: light; water; shade\n- Question 2.1: What do leaves take up?\n  - Type: Multiple choice\n  - Answer: light\n  - Choices: light; salt\n',
    [
      ['choice', 'True or False? Ferns have spores.', 'True', 'A'],
      ['choice', 'What do roots take up?', 'water', 'B'],
      ['choice', 'What do leaves take up?', 'light', 'A'],
    ],
  ],
  [
    'options in figures without a key, pictures by name before the stems',
    '## Question 1\n\n:leaf:Which of the following is a fern?\n\n1. Oak\n2. Bracken\n3. Lily\n\n## Question 2\n\n:leaf:Which statement is true about moss?\n\n1. It has roots\n2. It likes shade\n\n## Question 3\n\n:leaf:Which of the following has a flower?\n\n1. Lily\n2. Moss\n\n## Question 4\n\n:leaf:The tallest of all is\n\n1. Oak\n2. Lily\n',
    [
      ['choice', 'Which of the following is a fern?', '', undefined],
      ['choice', 'Which statement is true about moss?', '', undefined],
      ['choice', 'Which of the following has a flower?', '', undefined],
      ['choice', 'The tallest of all is', '', undefined],
    ],
  ],
  [
    'code behind boxes that begins like a letter',
    '1. What is the shape of c?\n\n- [ ] c.shape = (2, 1)\n- [x] c.shape = (2, 3)\n\n2. What is the shape of d?\n\n- [x] d.shape = (2, 1)\n- [ ] d.shape = (2, 3)\n',
    [
      ['choice', 'What is the shape of c?', 'c.shape = (2, 3)', 'B'],
      ['choice', 'What is the shape of d?', 'd.shape = (2, 1)', 'A'],
    ],
  ],
  [
    'numbers and kinds above the stems, options in thick brackets',
    '第1题(单选)：\n()是指树木每年长出的一圈\n【A】 年轮\n【B】 树皮\n正确答案:A\n\n第2题(单选)：\n树脂有什么用？\n【A】 吸水\n【B】 封住伤口\n正确答案:B\n',
    [
      ['choice', '()是指树木每年长出的一圈', '年轮', 'A'],
      ['choice', '树脂有什么用？', '封住伤口', 'B'],
    ],
  ],
  [
    'keys behind the stems without a sign, numbers without one as well',
    '1.下列属于蕨类的是（）B\nA.银杏\nB.肾蕨\n2.2025年评出的古树是？ A\nA.银杏\nB.水杉\n3GPS 测出的高度为（）B\nA.一米\nB.十米\n4下列有花的是（）A\nA.百合\nB.苔藓\n5树最老的部分是 A\nA.心材\nB.树皮\n6选出正确的一项。B\nA.苔藓有根\nB.蕨类有根\n7下列无根的是（）A\nA.苔藓\nB.百合\n',
    [
      ['choice', '下列属于蕨类的是（）', '肾蕨', 'B'],
      ['choice', '2025年评出的古树是？', '银杏', 'A'],
      ['choice', 'GPS 测出的高度为（）', '十米', 'B'],
      ['choice', '下列有花的是（）', '百合', 'A'],
      ['choice', '树最老的部分是', '心材', 'A'],
      ['choice', '选出正确的一项。', '蕨类有根', 'B'],
      ['choice', '下列无根的是（）', '苔藓', 'A'],
    ],
  ],
  [
    'formulas in options, explanations after each part',
    '## 一、填空题\n\n**1.** 若 $A^2 = E$，则 $|A|$ 的平方为 \\_\\_\\_.\n\n**2.** 若 $n = 2$，则 $n^2$ 为 \\_\\_\\_.\n\n### 解析\n\n**1.** 两边取行列式.\n\n**2.** 平方即可.\n\n## 二、选择题\n\n**1.** 下面恒正确的是（ ）\n\nA. $(A + B)^{-1} = A^{-1}$\nB. $(A B)^{T} = B^T A^T$\n\n**2.** 右乘可逆矩阵，则（ ）\n\nA. 秩变小\nB. 秩不变\n\n### 解析\n\n**1.** 转置换序。\n\n> 答案：**B**\n\n**2.** 秩不变。\n\n> 答案：**B**\n',
    [
      ['open', '若 $A^2 = E$，则 $|A|$ 的平方为 \\_\\_\\_.', '两边取行列式.'],
      ['open', '若 $n = 2$，则 $n^2$ 为 \\_\\_\\_.', '平方即可.'],
      ['choice', '下面恒正确的是（ ）', '$(A B)^{T} = B^T A^T$', 'B'],
      ['choice', '右乘可逆矩阵，则（ ）', '秩不变', 'B'],
    ],
  ],
  [
    'headings that only count, the question in the lines below',
    '## 1.\n\n请写出水的分子式。\n\n![水](water.png)\n\n### Answer ✅\n\nH2O\n\n## 2.\n\n题目要求填写符号。\n\n金的符号是\\_\\_(1)\\_\\_\n\n### Answer ❌\n\nAu\n',
    [
      ['open', '请写出水的分子式。\n\n![水](water.png)', 'H2O'],
      ['open', '题目要求填写符号。\n\n金的符号是\\_\\_(1)\\_\\_', 'Au'],
    ],
  ],
  [
    'a box of a site set in by four spaces, the right items told to its builder',
    '# Trees\n\n!!! quiz "Check your understanding"\n\n    1. What is bark?\n\n        - A root\n        - The outer layer { data-correct }\n\n    2. What does this print?\n\n        ```python\n        print(len("ring"))\n        ```\n\n        - 4 { data-correct }\n        - 5\n\n    3. Which of these drink?\n\n        - Roots { data-correct }\n        - Cones\n        - Hairs of roots { data-correct }\n',
    [
      ['choice', 'What is bark?', 'The outer layer', 'B'],
      ['choice', 'What does this print?', '4', 'A'],
      ['choice', 'Which of these drink?', 'Roots\nHairs of roots', 'AC'],
    ],
  ],
];

describe('questions exported by exam sites', () => {
  readsDialects(DIALECTS);

  it('does not call a key at the end an empty section', () => {
    const quiz =
      '## Quiz\n\n1. What grows?\n   A) Moss\n   B) Stone\n2. What burns?\n   A) Sand\n   B) Straw\n\nAnswers: 1. A  2. B\n';
    const { questions, issues } = readDocument(quiz, 'quiz.md');
    expect(questions.map(({ correct }) => correct)).toEqual(['A', 'B']);
    expect(issues).toEqual([]);
  });
});
