import { afterAll, describe, expect, it } from 'vitest';
import { EXPORT_FORMATS, type ExportFormat } from '../../../domain/question-bank';
import { openDocumentReader } from '../open';
import {
  ankiCollection,
  docx,
  newAnkiCollection,
  paragraph,
  pdf,
  wordTable,
  xlsx,
  zip,
  zstandard,
} from './sample-files.contract';

const reader = openDocumentReader();
afterAll(() => reader.close());

/** Opens a file and reads what is in it, as an import does. */
async function read(name: string, file: Uint8Array | string) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const documents = await reader.open(bytes, name);
  return Promise.all(
    documents.map(async (document) => {
      if (document.state === 'refused') throw new Error(`${document.name}: ${document.issue.message}`);
      return { ...document, ...(await reader.read(document.text, document.name)), said: document.issues };
    }),
  );
}

async function readOne(name: string, file: Uint8Array | string) {
  const documents = await read(name, file);
  const [document] = documents;
  if (documents.length !== 1 || !document) throw new Error(`${documents.length} documents`);
  const lines = document.text.split('\n');
  // Whatever a file was: an answer stands in the lines that its question names.
  for (const { kind, answer, lines: at } of document.questions)
    if (kind === 'open') expect(lines.slice(at.start - 1, at.end).join('\n')).toContain(answer);
  return document;
}

const QA = [
  ['问题', '参考答案'],
  ['什么是学习率预热？', '先用小的学习率，\n再升到设定值。'],
  ['为什么要打乱样本？', '# 不是标题\n\n```\n答：独立同分布\n```'],
] as const;

describe('Word', () => {
  it('keeps headings, numbers, letters of options, tables, bold and code', async () => {
    const body = [
      paragraph('训练', { style: '1' }),
      paragraph('什么是学习率预热？', { list: 1 }),
      paragraph('答：先小后大。'),
      paragraph('关键：稳定', { isBold: true }),
      paragraph('下列哪一个是优化器？', { list: 1 }),
      ...['Adam', 'ReLU', 'Dropout'].map((option) => paragraph(option, { list: 2 })),
      paragraph('正确答案：A'),
      paragraph('怎样写一个循环？', { list: 1 }),
      paragraph('for i in range(3):', { style: 'c' }),
      paragraph('    print(i)', { style: 'c' }),
    ].join('');
    const { questions, text, fileKind } = await readOne('bank.docx', docx(body));
    expect(fileKind).toBe('docx');
    expect(questions.map(({ kind, stem, answer, correct }) => [kind, stem, answer, correct])).toEqual([
      ['open', '什么是学习率预热？', '先小后大。\n\n**关键：稳定**', undefined],
      ['choice', '下列哪一个是优化器？', 'Adam', 'A'],
      ['open', '怎样写一个循环？', '```\nfor i in range(3):\n    print(i)\n```', undefined],
    ]);
    expect(text).toContain('# 训练');
  });

  it('writes the number of a paragraph once, though its style carries the list', async () => {
    const body = [
      paragraph('什么是早停？', { style: 'n' }),
      paragraph('验证集不再变好就停。'),
      paragraph('什么是权重衰减？', { style: 'n' }),
      paragraph('每步缩小权重。'),
    ].join('');
    const { questions, text } = await readOne('styled.docx', docx(body));
    expect(text.match(/^\d.*/gmu)).toEqual(['1. 什么是早停？', '2. 什么是权重衰减？']);
    expect(questions.map(({ stem }) => stem)).toEqual(['什么是早停？', '什么是权重衰减？']);
  });

  it('keeps a table of questions and answers, cells of several paragraphs whole', async () => {
    const { questions } = await readOne(
      't.docx',
      docx(
        paragraph('题库', { style: '1' }) +
          wordTable([
            ['问题', '答案'],
            ['什么是早停？', '验证集不再变好\n就停。'],
            ['什么是权重衰减？', '每步缩小权重。'],
          ]),
      ),
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是早停？', '验证集不再变好<br>就停。'],
      ['什么是权重衰减？', '每步缩小权重。'],
    ]);
  });

  it('keeps the characters of a formula and says that its layout is gone', async () => {
    const math =
      '<w:p><m:oMath><m:r><m:t>E=m</m:t></m:r><m:sSup><m:r><m:t>c2</m:t></m:r></m:sSup></m:oMath></w:p>';
    const { text, said } = await readOne('m.docx', docx(paragraph('公式') + math));
    expect(text).toContain('E=mc2');
    expect(said.map(({ code }) => code)).toEqual(['formulas-flattened']);
  });
});

describe('PDF', () => {
  const edge = (page: number) =>
    [
      [240, 815, 9, 'Interview Questions'],
      [290, 25, 9, `Page ${page} of 3`],
    ] as const;

  it('joins lines to paragraphs, finds headings, drops running heads and page numbers', async () => {
    const file = pdf([
      [
        edge(1)[0],
        [72, 770, 18, 'Optimisers'],
        [72, 730, 11, '1. What is momentum?'],
        [72, 715, 11, 'Answer: It accumulates past gradients so that the update keeps its direc-'],
        [72, 701, 11, 'tion and damps oscillation in narrow ravines of the loss surface.'],
        [72, 670, 11, '2. How does one write a loop?'],
        [72, 655, 11, 'for i in range(3):', 'mono'],
        [98.4, 641, 11, 'print(i)', 'mono'],
        edge(1)[1],
      ],
      [
        edge(2)[0],
        [72, 770, 11, '3. What is weight decay?'],
        [72, 755, 11, 'Answer: Shrinks weights.'],
        edge(2)[1],
      ],
      [edge(3)[0], [72, 770, 11, '4. What is dropout?'], [72, 755, 11, 'Answer: Zeroes units.'], edge(3)[1]],
    ]);
    const { questions, text } = await readOne('bank.pdf', file);
    expect(text).toContain('# Optimisers');
    expect(text).not.toMatch(/Page \d|Interview Questions/u);
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      [
        'What is momentum?',
        'It accumulates past gradients so that the update keeps its direction and damps oscillation in narrow ravines of the loss surface.',
      ],
      ['How does one write a loop?', '```\nfor i in range(3):\n    print(i)\n```'],
      ['What is weight decay?', 'Shrinks weights.'],
      ['What is dropout?', 'Zeroes units.'],
    ]);
  });

  it('names the pages that hold no text', async () => {
    const { said } = await readOne('half.pdf', pdf([[[72, 700, 11, 'What is a mask?']], []]));
    expect(said).toMatchObject([{ code: 'pages-without-text', message: expect.stringContaining(': 2.') }]);
  });
});

describe('HTML', () => {
  it('keeps the structure and the words, drops scripts, fetches nothing', async () => {
    const { text, questions, said } = await readOne(
      'page.html',
      `<!doctype html><html><head><title>t</title><style>p{}</style></head><body><nav>menu</nav>
      <h2>1. 什么是分词？</h2><p>把<strong>“文字”</strong>切成<a href="https://example.org/x">片段</a>，词表约 10<sup>5</sup>。</p>
      <h2>2. 为什么要归一化？</h2><ul><li>稳定</li><li>更快</li></ul><pre><code class="language-py">x = 1

y = 2</code></pre><img src="https://example.org/a.png" alt="图一"><img src="b.png" alt="图二">
      <script>alert(1)</script></body></html>`,
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是分词？', '把**“文字”**切成片段，词表约 10^5。'],
      ['为什么要归一化？', expect.stringContaining('- 稳定\n- 更快\n\n```py\nx = 1\n\ny = 2\n```')],
    ]);
    expect(text).not.toMatch(/alert|menu|example\.org/u);
    expect(text).toContain('![图二](b.png)');
    expect(said.map(({ code }) => code)).toEqual(['images-left-out']);
  });

  it('reads the main part of a page, unless most words stand outside it', async () => {
    const main =
      '<h2>什么是缓存？</h2><p>把常用的数据放在近处。</p><h2>缓存何时失效？</h2><p>数据在别处被改的时候。</p>';
    const menu = '<h2>怎样使用本站？</h2><p>点左边。</p>';
    const stemsOf = async (page: string) =>
      (await readOne('page.html', `<html><body>${page}</body></html>`)).questions.map(({ stem }) => stem);
    const own = ['什么是缓存？', '缓存何时失效？'];
    expect(await stemsOf(`${menu}<main>${main}</main>`)).toEqual(own);
    expect(await stemsOf(`${menu}<div role="main">${main}</div>`)).toEqual(own);
    expect(await stemsOf(`${menu}<div><article>${main}</article></div>`)).toEqual(own);
    expect(await stemsOf(`<main></main>${menu}${main}`)).toEqual(['怎样使用本站？', ...own]);
  });

  it('takes a table that only places things apart, and keeps one of data', async () => {
    const question = (number: string, stem: string, answer: string) =>
      `<tr><td><b>${number}</b></td><td><b>${stem}</b></td></tr><tr><td></td><td><p>${answer}</p></td></tr>`;
    const { questions } = await readOne(
      'faq.html',
      `<html><body><table><tr><td>logo</td><td><table><tr><td colspan="2"><h3>路由</h3></td></tr>
      ${question('1.', '什么是路由表？', '记着去哪里走哪条路。')}${question('2.', '什么是网关？', '两个网之间的门。')}
      ${question('3.', '什么是掩码？', '分出网络和主机的位。')}</table></td></tr></table></body></html>`,
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是路由表？', '记着去哪里走哪条路。'],
      ['什么是网关？', '两个网之间的门。'],
      ['什么是掩码？', '分出网络和主机的位。'],
    ]);
    const rows = ['问题|答案', '什么是桥？|连两段网。', '什么是网卡？|收发帧。'].map(
      (row) => `<tr>${row.replace(/([^|]+)\|?/gu, '<td><h4>$1</h4></td>')}</tr>`,
    );
    const data = await readOne('data.html', `<html><body><table>${rows.join('')}</table></body></html>`);
    expect(data.questions.map(({ answer }) => answer)).toEqual(['连两段网。', '收发帧。']);
  });

  it('keeps code as code, whatever editors put around and into it', async () => {
    const { questions } = await readOne(
      'code.html',
      `<html><body><h2>1. 怎样循环？</h2>
      <p><span style="font-family:Consolas">for i in x:</span></p><p><span style="font-family:Consolas">&nbsp;&nbsp;&nbsp; f(i)</span></p>
      <h2>2. 怎样返回？</h2><pre class="language-py"><button>Copy</button><code><span>def f():</span>
    return 1<span class="copy-code-btn">复制</span></code><ul class="pre-numbering"><li>1</li><li>2</li></ul></pre>
      <h2>3. 怎样相加？</h2><figure><table><tr><td class="gutter"><pre>1<br>2</pre></td><td><pre>a = 1<br>a += 1</pre></td></tr></table></figure>
      <h2>4. 怎样看进程？</h2><p>用 <font face="Courier New">ps aux</font> 命令，<font face="Courier New">不要</font>别的。</p></body></html>`,
    );
    expect(questions.map(({ answer }) => answer)).toEqual([
      '```\nfor i in x:\n    f(i)\n```',
      '```py\ndef f():\n    return 1\n```',
      '```\na = 1\na += 1\n```',
      '用 `ps aux` 命令，不要别的。',
    ]);
  });

  it('joins what an editor cut into pieces of one look', async () => {
    const { questions, text } = await readOne(
      'pieces.html',
      `<html><body><p><b>Q</b><font face="x"><b>：什么是栈？</b></font></p><p>A：<span style="font-weight:700">后进</span><b>先出</b>。</p>
      <p><b>Q</b><font face="x"><b>：什么是队列？</b></font></p><p>A：<ul><li>先进</li></ul><ul><li>先出</li></ul></p></body></html>`,
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是栈？', '**后进先出**。'],
      ['什么是队列？', '- 先进\n- 先出'],
    ]);
    expect(text).not.toContain('****');
  });

  it('keeps formulas as they are written, and notes where they are asked for', async () => {
    const { questions } = await readOne(
      'page.html',
      `<html><body><div class="toc"><b>目录</b><ul><li><a href="#a">什么是熵？</a></li><li><a href="#b">什么是损失？</a></li></ul></div>
      <h2 id="a">什么是熵？</h2><p>\\(H_i = -\\sum_x p_x\\)，即 $a_1 * b_1$<sup><a href="#n1" id="r1">[1]</a></sup>，<img src="https://example.org/equation?tex=x" alt="x_1">。</p>
      <h2 id="b">什么是损失？</h2><p>要最小的量。</p>
      <hr><ol><li id="n1"><p>单位是比特。<a href="#r1">↩</a></p></li></ol></body></html>`.replaceAll(
        '\\\\',
        '\\',
      ),
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是熵？', '$H_i = -\\sum_x p_x$，即 $a_1 * b_1$[^1]，$x_1$。\n\n[^1]: 单位是比特。'],
      ['什么是损失？', expect.stringMatching(/^要最小的量。/u)],
    ]);
  });

  it('reads lists that Word saved as paragraphs, and a title above the names of columns', async () => {
    const item = (sign: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;</span></span></span>${words}</p>`;
    const { text } = await readOne(
      'word.html',
      `<html><body>${item('l', '甲')}${item('l', '乙')}<p>&nbsp;</p><table><tr><td colspan=3>题库</td></tr><tr><td>问题<td>答案<td>难度</tr>
      <tr><td>什么是锁？<td>一次一个<br><td><br></tr><tr><td>什么是栅栏？<td>一起过<td>2</tr></table></body></html>`,
    );
    expect(text).toBe(
      '- 甲\n- 乙\n\n题库\n\n| 问题 | 答案 | 难度 |\n| - | - | - |\n| 什么是锁？ | 一次一个 | |\n| 什么是栅栏？ | 一起过 | 2 |\n',
    );
  });

  it.each([
    ['type="A"', '<p>Key: B</p>'],
    ['type="a"', '<p>答案：B</p>'],
    ['style="list-style-type: upper-alpha"', '<p>Answer: B</p>'],
  ])('keeps the letters of <ol %s>, inside a question too', async (lettered, key) => {
    const options = `<ol ${lettered}><li>队列</li><li><p>栈</p></li></ol>`;
    const { questions } = await readOne(
      'page.html',
      `<html><body><ol><li>哪个后进先出？${options}${key}</li><li>哪个可以撤销？${options}${key}</li></ol></body></html>`,
    );
    expect(questions.map(({ correct, answer }) => [correct, answer])).toEqual([
      ['B', '栈'],
      ['B', '栈'],
    ]);
  });
});

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
  ])('%s: every cell to the letter', async (extension, file) => {
    const { questions, mapping, table } = await readOne(`bank.${extension}`, file);
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual(pairs);
    expect(mapping?.roles).toEqual(['question', 'answer']);
    expect(table?.rows).toEqual(pairs);
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
