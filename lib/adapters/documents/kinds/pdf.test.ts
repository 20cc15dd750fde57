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
});
