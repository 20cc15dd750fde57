import { describe, expect, it } from 'vitest';
import { parseAnkiBank, printAnkiBank } from './anki-bank';
import { parseCsvBank, printCsvBank } from './csv-bank';
import type { BankEntry } from './entry';
import { parseBank } from './formats';
import { parseJsonBank, printJsonBank } from './json-bank';

const CHOICE: BankEntry = {
  kind: 'choice',
  stem: '哪一项，最省显存？',
  options: [
    { label: 'A', text: '加大批量' },
    { label: 'B', text: '梯度\n检查点' },
  ],
  correct: 'B',
  answer: '梯度\n检查点',
  difficulty: 3,
  topics: ['微调', '显存 与 速度'],
  tags: ['高频'],
};
const OPEN: BankEntry = { kind: 'open', stem: '=1+1', answer: "'-1", explanation: '', topics: [] };

describe('a bank as CSV', () => {
  it('is a table that spreadsheets open as text', () => {
    expect(
      printCsvBank([CHOICE, OPEN]).replaceAll('\r', '').replace('\ufeff', '<bom>'),
    ).toMatchInlineSnapshot(`
      "<bom>viva,kind,stem,context,options,correct,answer,explanation,difficulty,topics,tags,keyPoints,mistakes,modelWritten
      bank/1,choice,哪一项，最省显存？,,"[{""label"":""A"",""text"":""加大批量""},{""label"":""B"",""text"":""梯度\\n检查点""}]",B,"梯度
      检查点",,3,"微调
      显存 与 速度",高频,,,
      bank/1,open,'=1+1,,,,''-1,"""""",,,,,,
      "
    `);
  });

  it('leaves no cell that a spreadsheet would run', () => {
    const signs = ['=', '+', '-', '@', '\t=', '\r='].map((sign) => `${sign}cmd|' /C calc'!A0`);
    for (const text of signs) {
      const printed = printCsvBank([{ ...OPEN, stem: text, answer: text, topics: [text], mistakes: [text] }]);
      expect(printed).not.toMatch(/(?:^|,|\n)"?[=+\-@\t]/u);
      expect(parseCsvBank(printed)?.entries[0]).toMatchObject({ stem: text, answer: text, topics: [text] });
    }
  });

  it('reads what a spreadsheet wrote again: other separators, columns in another order', () => {
    const text = 'viva;answer;stem;kind;difficulty\nbank/1;"甲;乙";问;open;7\n;;;;\n';
    expect(parseBank(text)).toMatchObject({
      format: 'csv',
      entries: [{ kind: 'open', stem: '问', answer: '甲;乙', difficulty: 7, topics: [] }],
      lines: [{ start: 2, end: 2 }],
      issues: [],
    });
  });

  it.each([
    ['a column that is none of ours', 'viva,stem,answer,note\nbank/1,问,答,记', ['unknown-column', 2]],
    [
      'a cell of the wrong kind',
      'viva,kind,stem,answer\nbank/1,open,问,答\nbank/1,essay,问,答',
      ['bad-field', 3],
    ],
    ['a difficulty that is no number', 'viva,stem,answer,difficulty\nbank/1,问,答,难', ['bad-field', 2]],
    ['a row without a stem', 'viva,kind,answer\nbank/1,open,答', ['no-stem', 2]],
    ['a quote without an end', 'viva,stem,answer\nbank/1,问,"答', ['bad-table', 2]],
    ['another version', 'viva,stem,answer\nbank/2,问,答', ['unknown-version', 2]],
  ])('reports %s', (_, text, expected) => {
    const found = parseCsvBank(text);
    expect(found?.issues.map(({ code, line }) => [code, line])).toEqual([expected]);
    expect(found?.entries.at(-1)).toMatchObject({ answer: '答' });
  });
});

describe('a bank as Anki text', () => {
  it('is cards with front, back and tags, and our own column', () => {
    expect(printAnkiBank([CHOICE, OPEN])).toMatchInlineSnapshot(`
      "#separator:tab
      #html:false
      #columns:Front	Back	Tags	viva:bank/1
      #tags column:3
      "哪一项，最省显存？

      A. 加大批量
      B. 梯度
      检查点"	"正确答案：B

      梯度
      检查点"	"微调::显存_与_速度 高频"	"{""kind"":""choice"",""stem"":""哪一项，最省显存？"",""options"":[{""label"":""A"",""text"":""加大批量""},{""label"":""B"",""text"":""梯度\\n检查点""}],""correct"":""B"",""answer"":""梯度\\n检查点"",""difficulty"":3,""topics"":[""微调"",""显存 与 速度""],""tags"":[""高频""]}"
      "=1+1"	"'-1"	""	"{""kind"":""open"",""stem"":""=1+1"",""answer"":""'-1"",""explanation"":"""",""topics"":[]}"
      "
    `);
  });

  it('says when a card was edited, and keeps a card whose exact column is broken', () => {
    const printed = printAnkiBank([OPEN]);
    const edited = parseAnkiBank(printed.replace('"=1+1"', '"1+1"'));
    expect(edited?.entries).toEqual([OPEN]);
    expect(edited?.issues.map(({ code, line }) => [code, line])).toEqual([['exact-outdated', 5]]);
    const broken = parseAnkiBank(printed.replace('{""kind', '{kind'));
    expect(broken?.entries).toEqual([{ kind: 'open', stem: '=1+1', answer: "'-1", topics: [] }]);
    expect(broken?.issues.map(({ code }) => code)).toEqual(['bad-field']);
  });

  it('is none of ours without our column', () => {
    expect(parseBank('#separator:tab\n#html:false\n问\t答\n')).toBeNull();
  });
});

describe('a bank as JSON', () => {
  it('names the path and the line of a bad field, and reads the rest', () => {
    const text = printJsonBank([OPEN, CHOICE], { title: '题' })
      .replace('"label": "B"', '"label": 7')
      .replace('"difficulty": 3', '"hardness": 3');
    const found = parseJsonBank(text);
    expect(found).toMatchObject({ title: '题', entries: [OPEN, { kind: 'choice', correct: 'B' }] });
    expect(found?.issues.map(({ code, line, message }) => [code, line, message.split(':')[0]])).toEqual([
      ['bad-field', 12, 'questions[1].options[1].label'],
      ['bad-field', 12, 'questions[1].hardness'],
    ]);
  });

  it.each([
    ['cut off', '{"viva":"bank/1","questions":[{"kind"', 'bad-json'],
    ['without questions', '{"viva":"bank/1"}', 'bad-json'],
    ['with something else for a question', '{"viva":"bank/1","questions":[4]}', 'bad-field'],
    ['of another version', '{"viva":"bank/9","questions":[]}', 'unknown-version'],
  ])('reports one %s', (_, text, code) => {
    expect(parseBank(text)?.issues.map((issue) => issue.code)).toEqual([code]);
  });

  it('is none of ours without its mark', () => {
    expect(parseBank('{"questions":[]}')).toBeNull();
    expect(parseBank('[]')).toBeNull();
  });
});
