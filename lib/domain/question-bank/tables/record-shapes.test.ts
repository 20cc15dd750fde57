import { describe, expect, it } from 'vitest';
import { areTopicsCommaParted } from './cells';
import { guessMapping, tableOfRows } from './guess-mapping';
import { tableOfJson } from './records';
import { entriesOfTable } from './table-entries';

/** Stem, options, key and answer of every question that a JSON value holds. */
function asked(value: unknown): unknown[] {
  const json = tableOfJson(value);
  if (json === null) return [];
  const { entries } = entriesOfTable(json.table, guessMapping(json.table));
  return entries.map(({ stem, options = [], correct, answer }) => [
    stem,
    options.map(({ text }) => text),
    correct,
    answer,
  ]);
}

const KNOT = ['哪种结不打滑？', ['平结', '滑结'], 'A', '平结'];

describe('questions with options in JSON, in the shapes that data sets and quiz programs give them', () => {
  it.each([
    [
      'the question as an object with its choices',
      [
        {
          id: 'k1',
          question: {
            stem: '哪种结不打滑？',
            choices: [
              { text: '平结', label: 'A' },
              { text: '滑结', label: 'B' },
            ],
          },
          answerKey: 'A',
        },
      ],
      [KNOT],
    ],
    [
      'the right answer apart from the wrong ones, put among them by its words',
      {
        results: [
          { question: '哪种结不打滑？', correct_answer: '平结', incorrect_answers: ['滑结', '活结'] },
          { question: { text: '绳子会沉。' }, correctAnswer: '对', incorrectAnswers: ['错'] },
        ],
      },
      [
        ['哪种结不打滑？', ['平结', '活结', '滑结'], 'A', '平结'],
        ['绳子会沉。', ['对', '错'], 'A', '对'],
      ],
    ],
    [
      'a field for each wrong answer',
      [{ question: '哪种结不打滑？', distractor1: '滑结', distractor2: '活结', correct_answer: '平结' }],
      [['哪种结不打滑？', ['平结', '活结', '滑结'], 'A', '平结']],
    ],
    [
      'answers by the letters in their names',
      [
        {
          question: '哪种结不打滑？',
          answers: { answer_a: '平结', answer_b: '滑结', answer_c: null },
          correct_answer: 'answer_a',
        },
      ],
      [KNOT],
    ],
    [
      'longer names for what is asked and offered',
      [
        {
          questionText: '哪种结不打滑？',
          answerOptions: [
            { answerText: '平结', isCorrect: true },
            { answerText: '滑结', isCorrect: false },
          ],
        },
      ],
      [KNOT],
    ],
    [
      'lists side by side',
      {
        article: '水手用绳结。',
        questions: ['哪种结不打滑？', '哪种绳会浮？'],
        options: [
          ['平结', '滑结'],
          ['麻绳', '尼龙绳'],
        ],
        answers: ['A', 'B'],
      },
      [KNOT, ['哪种绳会浮？', ['麻绳', '尼龙绳'], 'B', '尼龙绳']],
    ],
    [
      'columns by number, as data frames are printed',
      { question: { '0': '什么是缆？', '1': '什么是锚？' }, answer: { '0': '粗绳', '1': '铁爪' } },
      [
        ['什么是缆？', [], undefined, '粗绳'],
        ['什么是锚？', [], undefined, '铁爪'],
      ],
    ],
    [
      'the wrong answers alone: nothing to choose',
      [{ question: '哪种结不打滑？', wrong_answers: ['滑结'], answer: '' }],
      [['哪种结不打滑？', [], undefined, '']],
    ],
  ] as [string, unknown, unknown[]][])('%s', (_name, value, questions) => {
    expect(asked(value)).toEqual(questions);
  });
});

describe('what columns say together', () => {
  it('wrong answers beside the right one', () => {
    const { table } = tableOfRows([
      ['题目', '干扰项1', '干扰项2', '正确答案'],
      ['哪种结不打滑？', '滑结', '活结', '平结'],
    ]);
    const { entries } = entriesOfTable(table, guessMapping(table));
    expect(entries).toMatchObject([{ kind: 'choice', correct: 'A', answer: '平结' }]);
  });

  it.each([
    ['a name with a comma', ['Rope, cord and twine', 'Sails', ''], false],
    ['topics that come again', ['Rope, knots and splices', 'Rope', 'Sails'], true],
    ['nothing but lists', ['绳, 结', '帆'], true],
  ])('commas between topics: %s', (_name, column, isParted) => {
    expect(areTopicsCommaParted(column)).toBe(isParted);
  });
});
