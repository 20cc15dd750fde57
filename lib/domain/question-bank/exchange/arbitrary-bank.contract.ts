import fc from 'fast-check';
import type { BankEntry } from './entry';

/** Lines that a document's own syntax is made of: what a careless printer would not bring back. */
const AWKWARD = [
  '',
  ' ',
  '\t',
  '    indented',
  'trailing  ',
  '# heading',
  '### 3. 什么是注意力？',
  '---',
  '***',
  '===',
  '```python',
  '```',
  '~~~',
  '- item',
  '  - inner item',
  '1. one',
  'A. option',
  '- A. option',
  'B. option',
  '[核心 2] 要点',
  '- [加分] 要点',
  '- 难度：4/10',
  '**答案：**',
  '**答案：** B',
  '**正确答案：** AB',
  '答：就是这样',
  'viva: bank/1',
  'title: "x"',
  '<!-- viva:answer -->',
  '<!-- viva:question {"topics":["a"]} -->',
  '<!-- viva:end -->',
  '<!-- \\viva:answer -->',
  '<!--viva:answer',
  '<!-- note -->',
  '<!--',
  '-->',
  '--!>',
  '<details><summary>点击查看</summary>',
  '| a | b |',
  '$$',
  '\\',
  '"',
  '""',
  '"quoted"',
  "'",
  "'=1",
  '=1+1',
  '+1',
  '-1',
  '@x',
  'a,b;c\td',
  '#separator:tab',
  '#html:false',
  '[]',
  '["a"]',
  'null',
  '{}',
  'a\rb',
  '\r',
  '\r\n',
  'a\u2028b\u2029c',
  '\u0085',
  '\u000b\u000c',
  '\ufeff',
  '\u200b',
  '\u00a0',
  '\u3000',
  '👩‍🔬🏳️‍🌈',
  '一、什么是低秩分解？',
  '::',
  '__proto__',
];

function text(): fc.Arbitrary<string> {
  const line = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...AWKWARD) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    // No text that a file can hold has a NUL or half of a surrogate pair.
    {
      weight: 1,
      arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((found) => found.replaceAll('\0', '')),
    },
  );
  return fc.oneof(
    { weight: 2, arbitrary: line },
    { weight: 2, arbitrary: fc.array(line, { maxLength: 5 }).map((lines) => lines.join('\n')) },
    { weight: 1, arbitrary: fc.constantFrom('什么是 LoRA？', '低秩适配', 'A', 'B', 'AB', 'a b') },
  );
}

const texts = () => fc.array(text(), { maxLength: 3 });

/** Entries of a bank with any text anywhere. */
export function arbitraryEntry(): fc.Arbitrary<BankEntry> {
  const label = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('A', 'B', 'C', 'D') },
    { weight: 1, arbitrary: text() },
  );
  return fc.record(
    {
      kind: fc.constantFrom('open' as const, 'choice' as const),
      stem: text(),
      context: text(),
      options: fc.array(fc.record({ label, text: text() }), { maxLength: 4 }),
      correct: fc.oneof(fc.constantFrom('A', 'B', 'AB'), text()),
      answer: text(),
      explanation: text(),
      difficulty: fc.oneof(fc.integer({ min: 1, max: 10 }), fc.double({ min: 1, max: 10, noNaN: true })),
      topics: fc.oneof(fc.array(fc.constantFrom('数据', '训练', '评测'), { maxLength: 5 }), texts()),
      tags: texts(),
      keyPoints: fc.array(
        fc.record({
          text: text(),
          weight: fc.oneof(fc.constantFrom(1, 2, 0.5), fc.double({ min: 1e-9, max: 1e9, noNaN: true })),
          core: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      mistakes: texts(),
      modelWritten: fc.subarray(['stem' as const, 'answer' as const]),
    },
    { requiredKeys: ['kind', 'stem', 'answer', 'topics'] },
  );
}

export function arbitraryBank(): fc.Arbitrary<BankEntry[]> {
  return fc.array(arbitraryEntry(), { maxLength: 4 });
}
