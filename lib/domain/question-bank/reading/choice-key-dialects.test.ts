import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

/** Keys wherever exams, dumps and quizzes put them. */
const DIALECTS: readonly Dialect[] = [
  [
    'wrong options apart from the right one, rules between them',
    '---\nid: 1\n---\n\n# --quizzes--\n\n## --quiz--\n\n### --question--\n\n#### --text--\n\n哪种木头会浮？\n\n#### --distractors--\n\n铁木\n\n---\n\n乌木\n\n#### --answer--\n\n松木\n\n### --question--\n\n#### --text--\n\n桨用什么木头？\n\n#### --distractors--\n\n竹根\n\n---\n\n藤条\n\n#### --answer--\n\n白蜡木\n',
    [
      ['choice', '哪种木头会浮？', '松木', 'C'],
      ['choice', '桨用什么木头？', '白蜡木', 'C'],
    ],
  ],
  [
    'wrong answers in a list, the right one below its label',
    '# Timber quiz\n\n### 1. Which wood floats?\n\n**Wrong answers:**\n\n- ebony\n- ironwood\n\n**Correct answer:**\n\npine\n\n### 2. Which wood bends?\n\n**Wrong answers:**\n\n- oak\n- elm\n\n**Correct answer:**\n\nash\n',
    [
      ['choice', 'Which wood floats?', 'pine', 'C'],
      ['choice', 'Which wood bends?', 'ash', 'C'],
    ],
  ],
  [
    'words and arrows that point at the right option',
    '1. Which is a knot?\nA. bowline (correct)\nB. banana\nC. bassoon\n\n2. Which is a bird?\nA. spade\nB. tern ← correct\nC. nail\n\n3. 哪个是鱼？\nA. 鲸\nB. 鲈（正确答案）\nC. 虾\n\n4. 哪个是虾？\nA. 鲸\nB. 鲈\nC. 龙虾 √\n\n5. Which is a tree?\nA. elm <-- answer\nB. ham\nC. jam\n\n6. Which is a fish?\nA. elm\nB. cod *(correct answer)*\nC. jam\n',
    [
      ['choice', 'Which is a knot?', 'bowline', 'A'],
      ['choice', 'Which is a bird?', 'tern', 'B'],
      ['choice', '哪个是鱼？', '鲈', 'B'],
      ['choice', '哪个是虾？', '龙虾', 'C'],
      ['choice', 'Which is a tree?', 'elm', 'A'],
      ['choice', 'Which is a fish?', 'cod', 'B'],
    ],
  ],
  [
    'options in the rows of a table, the right one in colour',
    '# 天文\n\n### 1. 离太阳最近的行星是( )\n|编号|选项|\n|:-|:-|\n|A|金星|\n|<font color="red">B</font>|<font color="red">水星</font>|\n|C|地球|\n\n### 2. 最大的行星是( )\n|编号|选项|\n|:-|:-|\n|<font color="red">A</font>|<font color="red">木星</font>|\n|B|水星|\n|C|地球|\n\n### 3. 地球是圆的。\n|编号|选项|\n|:-|:-|\n|<font color="red">A</font>|<font color="red">对</font>|\n|B|错|\n',
    [
      ['choice', '离太阳最近的行星是( )', '水星', 'B'],
      ['choice', '最大的行星是( )', '木星', 'A'],
      ['choice', '地球是圆的。', '对', 'A'],
    ],
  ],
  [
    'the right option in colour',
    '1. 蜜蜂有几条腿？\nA. 四\n<font color="red">B. 六</font>\nC. 八\n\n2. 蜘蛛有几条腿？\nA. 四\nB. 六\n<font color=\'red\'>C. 八</font>\n\n3. 狗有几条腿？\n<span style="color:red">A. 四</span>\nB. 六\nC. 八\n',
    [
      ['choice', '蜜蜂有几条腿？', '六', 'B'],
      ['choice', '蜘蛛有几条腿？', '八', 'C'],
      ['choice', '狗有几条腿？', '四', 'A'],
    ],
  ],
  [
    'a whole answer in bold',
    '## Practice\n\n**Question 1**: What floats?\nA) lead\nB) cork\nC) iron\n\n**Answer: B) cork**\n\nCork is light.\n\n**Question 2**: What sinks?\nA) lead\nB) cork\nC) straw\n\n**Answer: A) It is heavy and so it sinks at once**\n\nLead is dense.\n\n**Question 3**: What burns?\nA) sand\nB) stone\nC) straw\n\n**Answer: C) straw. It is dry.**\n',
    [
      ['choice', 'What floats?', 'cork', 'B'],
      ['choice', 'What sinks?', 'lead', 'A'],
      ['choice', 'What burns?', 'straw', 'C'],
    ],
  ],
  [
    'a backslash as option, a remark where the key should be',
    '1. 下列哪个不是鸟？ ( D )\n   A. 雀\n   B. 鹰\n   C. 雁\n   D. 鱼\n\n2. 下列哪个是正则的转义符？ ( D )\n   A. ^\n   B. $\n   C. &\n   D. \\\n\n3. 下列哪个不是花？ ( 皆是 )\n   A. 兰\n   B. 菊\n   C. 梅\n   D. 荷\n',
    [
      ['choice', '下列哪个不是鸟？ ( )', '鱼', 'D'],
      ['choice', '下列哪个是正则的转义符？ ( )', '\\', 'D'],
      ['choice', '下列哪个不是花？ ( 皆是 )', ''],
    ],
  ],
  [
    'full-width letters and keys',
    '一、单选题（每题2分，共6分）\n\n１．下列属于海洋的是（　Ｂ　）\nＡ．长江　　Ｂ．太平洋　　Ｃ．黄河　　Ｄ．洞庭湖\n\n２．下列属于山的是（　Ａ　）\nＡ．泰山　　Ｂ．太湖\nＣ．淮河　　Ｄ．珠江\n\n３．下列属于湖的是（　Ｄ　）\nＡ．泰山\nＢ．黄河\nＣ．淮河\nＤ．太湖\n',
    [
      ['choice', '下列属于海洋的是（ ）', '太平洋', 'B'],
      ['choice', '下列属于山的是（ ）', '泰山', 'A'],
      ['choice', '下列属于湖的是（ ）', '太湖', 'D'],
    ],
  ],
  [
    'key and explanation on one line',
    '1. 茶的故乡是（ ）\nA、中国 B、英国 C、法国 D、美国\n【答案】A【解析】茶起源于中国。\n\n2. 咖啡的故乡是（ ）\nA、中国 B、埃塞俄比亚 C、法国 D、美国\n【答案】B。【解析】传说由牧羊人发现。\n\n3. 可可的故乡是（ ）\nA、中国 B、英国 C、墨西哥 D、日本\n答案：C 解析：玛雅人饮可可。\n',
    [
      ['choice', '茶的故乡是（ ）', '中国', 'A'],
      ['choice', '咖啡的故乡是（ ）', '埃塞俄比亚', 'B'],
      ['choice', '可可的故乡是（ ）', '墨西哥', 'C'],
    ],
  ],
  [
    'verdicts before the numbers',
    '判断题\n\n（√）1. 海水是咸的。\n（×）2. 湖水都是咸的。\n（√）3. 雨水是淡的。\n（×）4. 冰比水重。\n',
    [
      ['open', '海水是咸的。', '√'],
      ['open', '湖水都是咸的。', '×'],
      ['open', '雨水是淡的。', '√'],
      ['open', '冰比水重。', '×'],
    ],
  ],
  [
    'keys below their numbers in a table',
    '1. 一年有几个月？\nA. 10\nB. 12\nC. 14\n\n2. 一周有几天？\nA. 5\nB. 6\nC. 7\n\n3. 一天有几小时？\nA. 24\nB. 12\nC. 48\n\n**答案**\n\n| 题号 | 1 | 2 | 3 |\n|---|---|---|---|\n| 答案 | B | C | A |\n',
    [
      ['choice', '一年有几个月？', '12', 'B'],
      ['choice', '一周有几天？', '7', 'C'],
      ['choice', '一天有几小时？', '24', 'A'],
    ],
  ],
  [
    'keys and explanations in quotes',
    '### 1. Which is a metal?\n- A. Oxygen\n- B. Iron\n- C. Neon\n\n> Answer: B\n> Iron is a metal.\n\n### 2. Which is a gas?\n- A. Oxygen\n- B. Iron\n- C. Gold\n\n> Answer: A\n> It is in the air.\n\n### 3. Which is yellow?\n- A. Oxygen\n- B. Iron\n- C. Gold\n\n> **C**\n',
    [
      ['choice', 'Which is a metal?', 'Iron', 'B'],
      ['choice', 'Which is a gas?', 'Oxygen', 'A'],
      ['choice', 'Which is yellow?', 'Gold', 'C'],
    ],
  ],
  [
    'keys hidden behind bars',
    '1. Which is a metal?\nA. Oxygen\nB. Iron\nC. Neon\n\n||B||\n\n2. Which is a gas?\nA. Oxygen\nB. Iron\nC. Gold\n\n||A||\n\n3. Which is yellow?\nA. Oxygen\nB. Iron\nC. Gold\n\nAnswer: ||C||\n',
    [
      ['choice', 'Which is a metal?', 'Iron', 'B'],
      ['choice', 'Which is a gas?', 'Oxygen', 'A'],
      ['choice', 'Which is yellow?', 'Gold', 'C'],
    ],
  ],
  [
    'keys hidden in spoiler quotes',
    '1. Which is a metal?\nA. Oxygen\nB. Iron\nC. Neon\n\n>! B. Iron\n\n2. Which is a gas?\nA. Oxygen\nB. Iron\nC. Gold\n\n>! A. Oxygen\n\n3. Which is yellow?\nA. Oxygen\nB. Iron\nC. Gold\n\n>! C. Gold\n',
    [
      ['choice', 'Which is a metal?', 'Iron', 'B'],
      ['choice', 'Which is a gas?', 'Oxygen', 'A'],
      ['choice', 'Which is yellow?', 'Gold', 'C'],
    ],
  ],
  [
    'stem, key and options on one line',
    '1、世界上最高的山是（ C ）。A、泰山 B、华山 C、珠穆朗玛峰 D、衡山\n2、世界上最长的河是（ A ）。A、尼罗河 B、黄河 C、长江 D、淮河\n3、世界上最大的洋是（ B ）。A、大西洋 B、太平洋 C、印度洋 D、北冰洋\n',
    [
      ['choice', '世界上最高的山是（ ）。', '珠穆朗玛峰', 'C'],
      ['choice', '世界上最长的河是（ ）。', '尼罗河', 'A'],
      ['choice', '世界上最大的洋是（ ）。', '太平洋', 'B'],
    ],
  ],
  [
    'blanks that are filled in',
    '填空题\n\n1. 中国的首都是__北京__。\n2. 一公里等于__1000__米。\n3. 水在__100__度沸腾，在__0__度结冰。\n',
    [
      ['open', '中国的首都是____。', '北京'],
      ['open', '一公里等于____米。', '1000'],
      ['open', '水在____度沸腾，在____度结冰。', '100；0'],
    ],
  ],
  [
    'verdicts in one letter',
    '## True or False\n\n1. The moon is a star. (F)\n2. The sun is a star. (T)\n3. Water is wet. (True)\n4. Fire is cold. (False)\n',
    [
      ['open', 'The moon is a star. ( )', 'F'],
      ['open', 'The sun is a star. ( )', 'T'],
      ['open', 'Water is wet. ( )', 'True'],
      ['open', 'Fire is cold. ( )', 'False'],
    ],
  ],
  [
    'keys beside the answer of the person who sat the test',
    '1. 哪个是金属？\nA. 氧\nB. 铁\nC. 氖\n正确答案：B  我的答案：A  得分：0\n\n2. 哪个是气体？\nA. 氧\nB. 铁\nC. 金\n正确答案：A  我的答案：A  得分：2\n\n3. 哪个是黄色的？\nA. 氧\nB. 铁\nC. 金\n我的答案: C:金;正确答案: C:金;\n',
    [
      ['choice', '哪个是金属？', '铁', 'B'],
      ['choice', '哪个是气体？', '氧', 'A'],
      ['choice', '哪个是黄色的？', '金', 'C'],
    ],
  ],
  [
    'keys on the line of the stem',
    '1. 哪个是金属？ 答案：B\nA. 氧\nB. 铁\nC. 氖\n\n2. 哪个是气体？ 答案：A\nA. 氧\nB. 铁\nC. 金\n\n3. 哪些是黄色的？ 答案：AC\nA. 铜\nB. 铁\nC. 金\n',
    [
      ['choice', '哪个是金属？', '铁', 'B'],
      ['choice', '哪个是气体？', '氧', 'A'],
      ['choice', '哪些是黄色的？', '铜\n金', 'AC'],
    ],
  ],
  [
    'keys in square brackets behind the stem',
    '1. 哪个是金属？【B】\nA. 氧\nB. 铁\nC. 氖\n\n2. 哪个是气体？【A】\nA. 氧\nB. 铁\nC. 金\n\n3. 哪些是黄色的？【AC】\nA. 铜\nB. 铁\nC. 金\n',
    [
      ['choice', '哪个是金属？', '铁', 'B'],
      ['choice', '哪个是气体？', '氧', 'A'],
      ['choice', '哪些是黄色的？', '铜\n金', 'AC'],
    ],
  ],
  [
    'wrong options crossed out',
    '1. 哪个是金属？\n- ~~A. 氧~~\n- B. 铁\n- ~~C. 氖~~\n\n2. 哪个是气体？\n- A. 氧\n- ~~B. 铁~~\n- ~~C. 金~~\n\n3. 哪个是黄色的？\n- ~~A. 氧~~\n- ~~B. 铁~~\n- C. 金\n',
    [
      ['choice', '哪个是金属？', '铁', 'B'],
      ['choice', '哪个是气体？', '氧', 'A'],
      ['choice', '哪个是黄色的？', '金', 'C'],
    ],
  ],
  [
    'an exam of four parts with its key at the end',
    'Java 基础测试题（满分100分）\n\n一、单项选择题（本大题共3小题，每小题2分，共6分。在每小题列出的四个备选项中只有一个是符合题目要求的）\n1、下列哪个是关键字？（   ）\nA、class      B、Class      C、String      D、main\n2、下列哪个不是基本类型？（   ）\nA、int        B、String\nC、char       D、long\n3、以下说法正确的是（   ）\nA、Java 是编译型语言\nB、Java 有指针\nC、Java 支持多继承\nD、Java 有垃圾回收\n\n二、多项选择题\n4、下列属于访问修饰符的有（   ）\nA、public  B、private  C、static  D、protected\n\n三、判断题（正确的打“√”，错误的打“×”）\n5、接口可以被实例化。（   ）\n6、final 类不能被继承。（   ）\n\n四、简答题\n7、简述重载与重写的区别。\n\n参考答案：\n一、1、A  2、B  3、D\n二、4、ABD\n三、5、×  6、√\n四、7、重载在同一个类中，重写在子类中。\n',
    [
      ['choice', '下列哪个是关键字？（   ）', 'class', 'A'],
      ['choice', '下列哪个不是基本类型？（   ）', 'String', 'B'],
      ['choice', '以下说法正确的是（   ）', 'Java 有垃圾回收', 'D'],
      ['choice', '下列属于访问修饰符的有（   ）', 'public\nprivate\nprotected', 'ABD'],
      ['open', '接口可以被实例化。（   ）', '×'],
      ['open', 'final 类不能被继承。（   ）', '√'],
      ['open', '简述重载与重写的区别。', '重载在同一个类中，重写在子类中。'],
    ],
  ],
  [
    'options and keys named by words',
    'Question 1: What do cows eat?\nOption A: Meat\nOption B: Grass\nOption C: Stone\nCorrect Option: B\nExplanation: They graze.\n\nQuestion 2: What do lions eat?\nOption A: Meat\nOption B: Grass\nOption C: Stone\nCorrect Option: A\nExplanation: They hunt.\n',
    [
      ['choice', 'What do cows eat?', 'Grass', 'B'],
      ['choice', 'What do lions eat?', 'Meat', 'A'],
    ],
  ],
  [
    'options and keys in figures',
    '1. What do cows eat?\n   1) Meat\n   2) Grass\n   3) Stone\n   Answer: 2\n\n2. What do lions eat?\n   1) Meat\n   2) Grass\n   3) Stone\n   Answer: 1\n\n3. What do hens eat?\n   1) Iron\n   2) Glass\n   3) Corn\n   Answer: 3\n',
    [
      ['choice', 'What do cows eat?', 'Grass', 'B'],
      ['choice', 'What do lions eat?', 'Meat', 'A'],
      ['choice', 'What do hens eat?', 'Corn', 'C'],
    ],
  ],
  [
    'a number that goes astray',
    '1. 树的顶叫什么？\n   A. 根\n   B. 梢\n   C. 叶\n   答案：B\n\n22. 树的底叫什么？\n   A. 根\n   B. 梢\n   C. 叶\n   答案：A\n\n3. 树的绿色部分叫什么？\n   A. 根\n   B. 干\n   C. 叶\n   答案：C\n',
    [
      ['choice', '树的顶叫什么？', '梢', 'B'],
      ['choice', '树的底叫什么？', '根', 'A'],
      ['choice', '树的绿色部分叫什么？', '叶', 'C'],
    ],
  ],
  [
    'a star before the small letter of the right option',
    '1. What is a root?\n\na) A leaf\n\n*b) What drinks\n\nc) A seed\n\n2. What is a cone?\n\n*a) A fruit\n\nb) A root\n\n',
    [
      ['choice', 'What is a root?', 'What drinks', 'B'],
      ['choice', 'What is a cone?', 'A fruit', 'A'],
    ],
  ],
  [
    'a heading over the bold letter A',
    '## 第1题\n哪种树最高？\n\n> A. 红杉  \n> B. 苹果  \n\n### 答案\n**A**\n\n## 第2题\n哪种树最老？\n\n> A. 柳  \n> B. 狐尾松  \n\n### 答案\n**B**\n',
    [
      ['choice', '哪种树最高？', '红杉', 'A'],
      ['choice', '哪种树最老？', '狐尾松', 'B'],
    ],
  ],
  [
    'a key set off by a tick',
    '1. What do cows eat?\nA. Meat\nB. Grass\nC. Stone\n\n**Answer: B** - They graze all day.\n\n2. What do lions eat?\nA. Meat\nB. Grass\nC. Stone\n\n**Answer: A** — They hunt.\n\n3. What do hens eat?\nA. Iron\nB. Glass\nC. Corn\n\n✅ **C** — They peck.\n',
    [
      ['choice', 'What do cows eat?', 'Grass', 'B'],
      ['choice', 'What do lions eat?', 'Meat', 'A'],
      ['choice', 'What do hens eat?', 'Corn', 'C'],
    ],
  ],
];

describe('readDocument on keys', () => readsDialects(DIALECTS));
