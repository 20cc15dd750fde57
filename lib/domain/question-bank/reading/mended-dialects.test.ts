import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

/** kind, stem, answer, key of each question. All documents written for this test. */
type Expected = readonly [kind: 'open' | 'choice', stem: string, answer: string, correct?: string];

const DIALECTS: readonly [name: string, text: string, expected: readonly Expected[]][] = [
  [
    'folds with blank lines between their tags',
    '# Baking\n\n<details>\n\n<summary>1. What does yeast do?</summary>\n\nIt makes gas.\n\n</details>\n\n<details>\n\n<summary>2. Why knead dough?</summary>\n\nTo build gluten.\n\n</details>\n\n<details>\n\n<summary>3. When is bread done?</summary>\n\nWhen it sounds hollow.\n\n</details>\n',
    [
      ['open', 'What does yeast do?', 'It makes gas.'],
      ['open', 'Why knead dough?', 'To build gluten.'],
      ['open', 'When is bread done?', 'When it sounds hollow.'],
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
    'titles underlined with equals signs and nothing else of Markdown',
    'What is a fugue?\n===\n\nVoices that follow.\n\nWhat is a coda, and where does a composer usually place it in a movement?\n===\n\nThe end.\n\nWhat is a cadenza?\n===\n\nA solo.\n\nNotes\n-----\n\nFrom class.\n',
    [
      ['open', 'What is a fugue?', 'Voices that follow.'],
      ['open', 'What is a coda, and where does a composer usually place it in a movement?', 'The end.'],
      ['open', 'What is a cadenza?', 'A solo.\n\nNotes\n-----\n\nFrom class.'],
    ],
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
    'sentences about what is right where nothing is to choose',
    '1. How are locks taken?\n\nThere are two ways.\n\nCorrect: A.\n\nIn order.\n\n2. How are they freed?\n\nIn reverse order.\n',
    [
      ['open', 'How are locks taken?', 'There are two ways.\n\nCorrect: A.\n\nIn order.'],
      ['open', 'How are they freed?', 'In reverse order.'],
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
    'lists within answers below bold items that are rated',
    '1. **Explain a gambit** (Hard)\n\n   A sacrifice.\n\n2. **Explain castling** (Medium)\n\n   Two pieces move:\n\n   1. the king\n   2. the rook\n\n3. **Explain promotion**\n\n   A pawn becomes a queen.\n',
    [
      ['open', 'Explain a gambit', 'A sacrifice.'],
      ['open', 'Explain castling', 'Two pieces move:\n\n1. the king\n2. the rook'],
      ['open', 'Explain promotion', 'A pawn becomes a queen.'],
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
    "options on the stem's own line",
    '1. 下面哪个是弦乐器？ A. 长笛 B. 大提琴 C. 定音鼓\n   **答案：B**\n2. 下面哪个是打击乐器？A．长笛 B．大提琴 C．定音鼓\n   **答案：C**\n3. 什么是和弦？\n   几个音同时响。\n',
    [
      ['choice', '下面哪个是弦乐器？', '大提琴', 'B'],
      ['choice', '下面哪个是打击乐器？', '定音鼓', 'C'],
      ['open', '什么是和弦？', '几个音同时响。'],
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
];

describe('readDocument on dialects that are easily misread', () => {
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

describe('repeated questions', () => {
  it('are told from those that differ in a sign', () => {
    const text =
      '| Question | Answer |\n|---|---|\n| What is x+y? | A sum. |\n| What is x*y? | A product. |\n| What is F? | One. |\n| What is F#? | Two. |\n| **What is F#**? | Three. |\n';
    const repeated = readDocument(text, 'signs.md').issues.filter(({ code }) => code === 'duplicate-stem');
    expect(repeated.map(({ line }) => line)).toEqual([7]);
  });
});
