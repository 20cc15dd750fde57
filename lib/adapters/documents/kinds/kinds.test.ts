import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '../../../domain/question-bank';
import { read, readOne } from './read-files.contract';
import {
  ankiCollection,
  docx,
  newAnkiCollection,
  ods,
  odsCell,
  odsOf,
  paragraph,
  xlsx,
  zip,
  zstandard,
} from './sample-files.contract';

const QA = [
  ['问题', '参考答案'],
  ['什么是学习率预热？', '先用小的学习率，\n再升到设定值。'],
  ['为什么要打乱样本？', '# 不是标题\n\n```\n答：独立同分布\n```'],
] as const;

describe('tables', () => {
  it('says how many records of a JSON file ask nothing', async () => {
    const records = [{ q: '什么是限流？', a: '控制速率。' }, { remark: '待补' }];
    const { questions, said } = await readOne('bank.json', JSON.stringify(records));
    expect(questions).toHaveLength(1);
    expect(said).toMatchObject([{ code: 'record-without-question', severity: 'warning' }]);
  });

  const pairs = QA.slice(1).map((row) => [...row]);

  it.each([
    ['csv', QA.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n')],
    ['tsv', QA.map((row) => row.map((cell) => `"${cell}"`).join('\t')).join('\n')],
    ['json', JSON.stringify({ data: QA.slice(1).map(([question, answer]) => ({ question, answer })) })],
    [
      'jsonl',
      QA.slice(1)
        .map(([prompt, completion]) => JSON.stringify({ prompt, completion }))
        .join('\n'),
    ],
    ['xlsx', xlsx({ 题: QA })],
    ['ods', ods({ 题: QA })],
  ])('%s: every cell to the letter', async (extension, file) => {
    const { questions, mapping, table } = await readOne(`bank.${extension}`, file);
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual(pairs);
    expect(mapping?.roles).toEqual(['question', 'answer']);
    expect(table?.rows).toEqual(pairs);
  });

  it('cells of an OpenDocument sheet are as it shows them', async () => {
    const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
    const note = '<office:annotation><text:p>一条批注</text:p></office:annotation>';
    const documents = await read(
      'bank.ods',
      odsOf({
        空: '',
        题: [
          `<table:table-header-rows>${row(odsCell('题目'), odsCell('答案'))}</table:table-header-rows>`,
          row(
            odsCell('什么是<text:span>早停</text:span>？'),
            odsCell('先看<text:s text:c="2"/>验证集<text:line-break/>再停 &lt;b&gt;'),
          ),
          row(
            `<table:table-cell office:value-type="float" office:value="0.5"><text:p>50 %</text:p>${note}</table:table-cell>`,
            '<table:covered-table-cell/>',
            odsCell('丙'),
          ),
        ].join(''),
      }),
    );
    expect(documents.map(({ name }) => name)).toEqual(['bank.ods']);
    expect(documents[0]?.table?.rows).toEqual([
      ['什么是早停？', '先看  验证集\n再停 <b>', ''],
      ['50 %', '', '丙'],
    ]);
  });

  it('sheets are documents of their own, a title above the names is none of the rows', async () => {
    const documents = await read(
      'bank.xlsx',
      xlsx({
        选择: [
          ['大模型题库', '', '', '', ''],
          ['题干', '选项A', '选项B', '答案', '分类'],
          ['哪个是优化器？', 'Adam', 'ReLU', 'A', '训练'],
          ['哪个是激活？', 'Adam', 'ReLU', 'B', ''],
        ],
        空: [],
        问答: QA,
      }),
    );
    expect(documents.map(({ name }) => name)).toEqual(['bank - 选择.xlsx', 'bank - 问答.xlsx']);
    expect(
      documents[0]?.questions.map(({ kind, stem, correct, topics }) => [kind, stem, correct, topics]),
    ).toEqual([
      ['choice', '哪个是优化器？', 'A', ['训练']],
      ['choice', '哪个是激活？', 'B', ['训练']],
    ]);
  });

  it('a table of measurements does not become questions, but can be mapped', async () => {
    const { questions, mapping, said } = await readOne('loss.csv', 'step,loss\n1,0.5\n2,0.25\n');
    expect(questions).toEqual([]);
    expect(mapping?.confidence).toBeLessThan(0.5);
    expect(said).toMatchObject([{ code: 'columns-uncertain' }]);
  });

  it('what is called a table and is text stays text', async () => {
    const { fileKind, questions } = await readOne(
      'notes.csv',
      '# 题\n\n## 1. 什么是早停？\n\n不再变好就停。\n\n## 2. 什么是掩码？\n\n遮住后文。\n',
    );
    expect([fileKind, questions.length]).toEqual(['text', 2]);
  });

  it('cells pasted out of a sheet are a table, code between tabs is text', async () => {
    const pasted = await readOne('pasted.txt', '什么是早停？\t不再变好就停\n什么是掩码？\t遮住后文\n');
    expect([pasted.fileKind, pasted.questions.length]).toEqual(['csv', 2]);
    expect((await readOne('code.txt', 'a\t1\nb\t2\nc\t3\n')).fileKind).toBe('text');
  });

  it('cells of a sheet read as it shows them, and a formula without a value is told', async () => {
    const cell = (place: string, inner: string, attributes = '') =>
      `<c r="${place}"${attributes}>${inner}</c>`;
    const words = (place: string, text: string) => cell(place, `<is><t>${text}</t></is>`, ' t="inlineStr"');
    const answers = [
      cell('B2', '<v>44895.3333333333</v>', ' s="1"'),
      cell('B3', '<v>44895</v>', ' s="1"'),
      cell('B4', '<v>1</v>', ' t="b"'),
      cell('B5', '<f>1+1</f><v></v>'),
      cell('B6', '<v>0.1</v>'),
    ];
    const rows = answers.map(
      (answer, index) =>
        `<row r="${index + 2}">${words(`A${index + 2}`, `第 ${index} 个是什么？`)}${answer}</row>`,
    );
    const head = `<row r="1">${words('A1', '问题')}${words('B1', '答案')}</row>`;
    const sheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
    const { questions, said } = await readOne(
      'cells.xlsx',
      xlsx(
        { 题: [['x']] },
        {
          'xl/worksheets/sheet1.xml': `<worksheet ${sheet}><sheetData>${head}${rows.join('')}</sheetData></worksheet>`,
          'xl/styles.xml': `<styleSheet ${sheet}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="22"/></cellXfs></styleSheet>`,
          'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
        },
      ),
    );
    expect(questions.map(({ answer }) => answer)).toEqual([
      '2022-11-30 08:00',
      '2022-11-30',
      'TRUE',
      '',
      '0.1',
    ]);
    expect(said).toMatchObject([{ code: 'formulas-without-value', severity: 'warning' }]);
  });

  it('text of a sheet with line breaks in its cells is a table', async () => {
    const { fileKind, questions } = await readOne(
      'sheet.txt',
      '问题\t答案\n什么是锁？\t"一次一个，\n其他的等。"\n什么是栅栏？\t一起过\n',
    );
    expect(fileKind).toBe('csv');
    expect(questions.map(({ answer }) => answer)).toEqual(['一次一个，\n其他的等。', '一起过']);
  });

  it.each([
    ['cards.txt', '什么是<b>锁</b>？\t一次<br>一个\n什么是栅栏？\t一起过 &gt; 1\n'],
    [
      'cards.json',
      JSON.stringify([
        { question: '什么是<b>锁</b>？', answer: '一次<br>一个' },
        { question: '什么是栅栏？', answer: '一起过 &gt; 1' },
      ]),
    ],
  ])('%s: cells that are markup are read as such', async (name, file) => {
    const { questions } = await readOne(name, file);
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是**锁**？', '一次\n一个'],
      ['什么是栅栏？', '一起过 > 1'],
    ]);
  });

  it('cells about markup stay to the letter', async () => {
    const { questions } = await readOne(
      'html.csv',
      'question,answer\nWhat does <b> do?,Bold until </b>.\nWhat is <br/>?,A break &amp; no more.\n',
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['What does <b> do?', 'Bold until </b>.'],
      ['What is <br/>?', 'A break &amp; no more.'],
    ]);
  });

  it.each([
    ['commas at the end', '[{"q":"什么是锁？","a":"[一,]"},/* 注 */ {"q":"什么是栅栏？","a":"二",},]'],
    [
      'one value after the other',
      '{\n"q":"什么是锁？",\n"a":"[一,]"}\n{\n"q":"什么是栅栏？",\n"a":"二" // 完\n}\n',
    ],
  ])('JSON with %s is read', async (_name, file) => {
    const { questions } = await readOne('a.json', file);
    expect(questions.map(({ answer }) => answer)).toEqual(['[一,]', '二']);
  });

  it('a broken line of JSON Lines is named, the others are read', async () => {
    const { questions, said } = await readOne(
      'a.jsonl',
      '{"q":"什么是早停？","a":"停"}\n{"q":\n{"q":"什么是掩码？","a":"遮"}\n',
    );
    expect(questions).toHaveLength(2);
    expect(said).toMatchObject([{ code: 'json-line-broken', message: expect.stringContaining('Line 2') }]);
  });
});

describe('Anki', () => {
  const notes = [
    {
      type: 1,
      fields: ['什么是 <b>动量</b>？', '累积梯度<div>减小震荡</div>[sound:a.mp3]'],
      tags: ' 训练 优化 ',
    },
    { type: 2, fields: ['Adam 有 {{c1::动量}} 和 {{c2::自适应步长::什么步长}}。', '见论文'] },
  ];

  it.each([
    ['collection.anki2', ankiCollection(notes)],
    ['collection.anki21', ankiCollection(notes)],
    ['collection.anki21b', zstandard(newAnkiCollection(notes))],
  ])('%s: fields by name, gaps, tags and decks', async (path, collection) => {
    // The old collection beside a new one only says "please update".
    const stub: Record<string, Uint8Array> =
      path === 'collection.anki2'
        ? {}
        : {
            'collection.anki2': ankiCollection([
              { type: 1, fields: ['Please update', 'to the latest version'] },
            ]),
          };
    const [basic, cloze] = await read('deck.apkg', zip({ ...stub, [path]: collection, media: '{}' }));
    expect(basic).toMatchObject({
      name: 'deck - Basic.apkg',
      fileKind: 'anki',
      said: [{ code: 'media-left-out' }],
    });
    expect(basic?.questions).toMatchObject([
      {
        stem: '什么是 **动量**？',
        answer: '累积梯度\n\n减小震荡',
        tags: ['训练', '优化'],
        topics: ['训练', '优化器'],
      },
    ]);
    expect(cloze?.questions).toMatchObject([
      { stem: 'Adam 有 ____ 和 自适应步长。', answer: '动量', explanation: '见论文' },
      { stem: 'Adam 有 动量 和 ____（什么步长）。', answer: '自适应步长' },
    ]);
  });

  it('the text export of several note types in one file', async () => {
    const { questions } = await readOne(
      'notes.txt',
      [
        '#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6',
        'g(1\tBasic\t网络::传输\t什么是窗口？\t一次可发的<b>字节</b>数\t',
        'g(2\tCloze\t网络\t端口 {{c1::80}} 属于 {{c2::HTTP::协议}}。\t见附录\t',
        'g(3\tImage Occlusion\tDefault\t{{c1::image-occlusion:rect:left=.1}}\t<img src="a.png">\t',
      ].join('\n'),
    );
    expect(questions.map(({ stem, answer, topics }) => [stem, answer, topics])).toEqual([
      ['什么是窗口？', '一次可发的**字节**数', ['网络', '传输']],
      ['端口 ____ 属于 HTTP。', '80', ['网络']],
      ['端口 80 属于 ____（协议）。', 'HTTP', ['网络']],
    ]);
  });

  it('the text export, with its headers', async () => {
    const { questions } = await readOne(
      'notes.txt',
      '#separator:tab\n#html:true\n#tags column:3\n什么是<i>批归一化</i>？\t"按批 ""归一"""\t训练 层\n什么是残差？\t跳接\t\n',
    );
    expect(questions).toMatchObject([
      { stem: '什么是*批归一化*？', answer: '按批 "归一"', tags: ['训练', '层'] },
      { stem: '什么是残差？', answer: '跳接' },
    ]);
  });
});

describe('our own exports', () => {
  it.each(Object.keys(EXPORT_FORMATS) as ExportFormat[])('%s: read back identical', async (format) => {
    const entries = [
      {
        kind: 'open' as const,
        stem: '什么是早停？',
        answer: '# 停\n\n- 不再变好',
        topics: ['训练'],
        tags: ['a'],
      },
      {
        kind: 'choice' as const,
        stem: '哪个？',
        options: [
          { label: 'A', text: '甲' },
          { label: 'B', text: '乙' },
        ],
        correct: 'B',
        answer: '乙',
        topics: [],
      },
    ];
    const { extension, print } = EXPORT_FORMATS[format];
    const { questions, fileKind } = await readOne(`mine.${extension}`, print(entries, { title: '题库' }));
    expect(fileKind).toBe('viva');
    expect(questions).toMatchObject(entries);
  });
});

describe('archives', () => {
  it('give a document each, named by their way inside', async () => {
    const text = (topic: string) =>
      `# 题库\n\n## 1. 什么是${topic}？\n\n一种方法。\n\n## 2. 为什么用${topic}？\n\n因为快。\n`;
    const documents = await read(
      'bank.zip',
      zip({
        'bank/a.md': text('蒸馏'),
        'bank/more/a.md': text('剪枝'),
        'bank/c.docx': docx(paragraph('什么是量化？', { list: 1 }) + paragraph('答：降低精度。')),
        'bank/photo.png': new Uint8Array(9),
        '__MACOSX/bank/._a.md': 'x',
        'bank/.git/config.txt': 'x',
      }),
    );
    expect(documents.map(({ name, inner, questions }) => [name, inner, questions.length])).toEqual([
      ['a.md', 'bank/a.md', 2],
      ['c.docx', 'bank/c.docx', 1],
      ['more - a.md', 'bank/more/a.md', 2],
    ]);
    expect(documents[0]?.said).toMatchObject([
      { code: 'entries-left-out', message: expect.stringContaining('photo.png') },
    ]);
  });
});
