import { describe, expect, it } from 'vitest';
import { readOne } from './read-files.contract';
import { pdf } from './sample-files.contract';

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

  it('reads Chinese of fonts that are named and not embedded', async () => {
    const utf16 = (text: string) =>
      Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('');
    const { text } = await readOne(
      'song.pdf',
      pdf([
        [
          [72, 760, 11, utf16('什么是锁？'), 'unicode'],
          // 答：一次一个。
          [72, 740, 11, 'b4f0a3bad2bbb4ced2bbb8f6a1a3', 'gbk'],
        ],
      ]),
    );
    expect(text).toBe('什么是锁？\n答：一次一个。\n');
  });

  it('reads one column after the other, and breaks lines where the text does', async () => {
    const column = (x: number, top: number) =>
      [
        [x, top, 10, '1. What does a cache keep close to the one', 'bold'],
        [x, top - 13, 10, 'who asks?', 'bold'],
        [x, top - 26, 10, 'Data that was asked for a short while ago'],
        [x, top - 39, 10, 'and is likely to be asked for again soon by'],
        [x, top - 52, 10, 'the same program.'],
        [x, top - 65, 10, 'A second paragraph.'],
      ] as const;
    const { text } = await readOne('columns.pdf', pdf([[...column(57, 760), ...column(310, 760)]]));
    const whole =
      '**1. What does a cache keep close to the one who asks?**\nData that was asked for a short while ago and is likely to be asked for again soon by the same program.\nA second paragraph.';
    expect(text).toBe(`${whole}\n\n${whole}\n`);
  });

  it('keeps tables as tables, on the next page too, and lists of options as lines', async () => {
    const row = (y: number, ...cells: string[]) =>
      cells.map((cell, index) => [72 + index * 160, y, 10, cell] as const);
    const head = ['Question', 'Answer', 'Level'];
    const { text, questions } = await readOne(
      'table.pdf',
      pdf([
        [
          ...row(760, ...head),
          [72, 740, 10, 'What is TCP?'],
          [232, 740, 10, 'A reliable'],
          [232, 728, 10, 'transport'],
          [392, 740, 10, 'easy'],
          ...row(708, 'What is UDP?', 'Datagrams', 'easy'),
        ],
        [
          ...row(760, ...head),
          ...row(740, 'What is QUIC?', 'HTTP/3 transport', 'hard'),
          [72, 700, 10, '1. Which one waits?'],
          [72, 680, 10, 'A. TCP'],
          [232, 680, 10, 'B. UDP'],
          [72, 660, 10, 'Answer: A'],
        ],
      ]),
    );
    expect(text).toContain(
      '| Question | Answer | Level |\n| - | - | - |\n| What is TCP? | A reliable transport | easy |\n| What is UDP? | Datagrams | easy |\n| What is QUIC? | HTTP/3 transport | hard |',
    );
    expect(text).toContain('1. Which one waits?\nA. TCP B. UDP\nAnswer: A');
    expect(questions).toHaveLength(4);
  });

  it('orders what was drawn late, and drops what a browser prints in the margin', async () => {
    const { text } = await readOne(
      'printed.pdf',
      pdf([
        [
          [24, 820, 8, '2/1/2024, 10:00 AM'],
          [280, 820, 8, 'The title of the page'],
          [72, 760, 11, '1. How does one loop?'],
          [72, 700, 11, '2. What is a lock? It lets one in.'],
          [72, 744, 11, 'for i in x:', 'mono'],
          [98.4, 731, 11, 'f(i)', 'mono'],
          [24, 16, 8, 'https://example.org/a'],
          [560, 16, 8, '1/1'],
        ],
      ]),
    );
    expect(text).toBe(
      '1. How does one loop?\n\n```\nfor i in x:\n    f(i)\n```\n\n2. What is a lock? It lets one in.\n',
    );
  });
});
