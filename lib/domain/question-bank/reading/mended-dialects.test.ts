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
