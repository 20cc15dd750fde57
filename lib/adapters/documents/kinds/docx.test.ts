import { describe, expect, it } from 'vitest';
import { readOne } from './read-files.contract';
import { docx, paragraph, wordTable } from './sample-files.contract';

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

  it('tells code by its font, and keeps how it is set in', async () => {
    const typed = (line: string) =>
      `<w:p><w:r><w:rPr><w:rFonts w:ascii="Consolas"/></w:rPr><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`;
    const inline =
      '<w:p><w:r><w:t xml:space="preserve">用 </w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr><w:t>len(x)</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p>';
    const body = [
      paragraph('怎样循环？', { style: '2' }),
      ...['for i in x:', '    if i:', '        f(i)'].map(typed),
      paragraph('怎样数？', { style: '2' }),
      inline,
      paragraph('怎样停？', { style: '2' }),
      paragraph('用 break 停下来，程序从循环后面继续。'),
    ];
    const { questions } = await readOne('code.docx', docx(body.join('')));
    expect(questions.map(({ answer }) => answer)).toEqual([
      '```\nfor i in x:\n    if i:\n        f(i)\n```',
      '用 `len(x)`。',
      '用 break 停下来，程序从循环后面继续。',
    ]);
  });

  it('writes formulas as TeX', async () => {
    const r = (letters: string) => `<m:r><m:t>${letters}</m:t></m:r>`;
    const part = (name: string, ...inner: string[]) => `<m:${name}>${inner.join('')}</m:${name}>`;
    const fraction = part(
      'f',
      part('num', r('QK')),
      part('den', part('rad', '<m:radPr/>', part('deg'), part('e', r('d')))),
    );
    const power = part('sSup', part('e', r('x')), part('sup', r('2n')));
    const sum = part(
      'nary',
      '<m:naryPr><m:chr m:val="∑"/></m:naryPr>',
      part('sub', r('i=1')),
      part('sup', r('n')),
      part('e', r('a')),
    );
    const math = (inner: string) => `<w:p><m:oMath>${inner}</m:oMath></w:p>`;
    const { text, said } = await readOne('m.docx', docx([fraction, power, sum].map(math).join('')));
    expect(text).toBe('$\\frac{QK}{\\sqrt{d}}$\n\n$x^{2n}$\n\n$\\sum_{i=1}^{n} a$\n');
    expect(said).toEqual([]);
  });

  it('leaves out a table of contents, reads text boxes and ticked boxes', async () => {
    const box = '<w:txbxContent><w:p><w:r><w:t>旁注</w:t></w:r></w:p></w:txbxContent>';
    const drawn = `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    const body = [
      paragraph('什么是锁？\t1', { style: 't' }),
      drawn,
      ...['☒ 互斥', '☐ 并行'].map((option) => paragraph(option, { list: 4 })),
    ];
    const { text } = await readOne('box.docx', docx(body.join('')));
    expect(text).toBe('旁注\n\n- [x] 互斥\n- [ ] 并行\n');
  });
});
