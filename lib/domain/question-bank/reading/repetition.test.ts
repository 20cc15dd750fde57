import { describe, expect, it } from 'vitest';
import { readDocument } from './read-document';

/** Characters per document: what is quadratic takes minutes at this size, what is linear a second. */
const SIZE = 400_000;
/** Milliseconds. */
const PATIENCE = 60_000;

const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));

/** One thing over and over: what backtracking, pairing of brackets and nesting are slow on. */
const REPETITIONS: readonly [string, string][] = [
  ['spaces in a line', `1. 什么${fill(' ')}x`],
  ['spaces in bold', `**什么${fill(' ')}是堆**x`],
  ['spaces behind a label', `问${fill(' ')}x`],
  ['spaces in an answer', `# 1. 什么是堆？\n\n答案：a${fill(' ')}x\n`],
  ['spaces in the answers at the end', `1. 什么（）\nA. a\nB. b\n参考答案\n1${fill(' ')}x\n2. B`],
  ['blank lines', `# 1. 什么是堆？\n\na\n${fill('\n')}x`],
  ['blank lines behind a key', `1. 什么（）\nA. a\nB. b\n答案：A${fill('\n')}x`],
  ['zero-width characters', `# 什么是${fill('\u200b')}堆？`],
  ['joiners', `# a${fill('\u200d')}b`],
  ['emoji', `# a${fill('👍')}b`],
  ['emoji at the beginning', `# ${fill('👍 ')}b`],
  ['opening tags', `# ${fill('<b>')}a`],
  ['closing tags', `# a${fill('</b>')}`],
  ['tags without an end', `# a${fill('<a ')}`],
  ['summaries without an end', fill('<summary')],
  ['folds in one line', `# 什么是堆？\n\n${fill('<details>')}`],
  ['line breaks as tags', `# 什么是堆？\n\na${fill('<br>')}`],
  ['comments without an end', `# 什么是堆？\n\n${fill('<!-- ')}`],
  ['less-than signs', fill('<')],
  ['brackets', fill('[')],
  ['brackets of links', fill('[a](')],
  ['round brackets', `# 选择题${fill('（')}`],
  ['backticks', fill('`')],
  ['backslashes behind an option', `A. a\nB. ${fill('\\')}x`],
  ['emphasis in one paragraph', fill(`${'*_'.repeat(900)}\n`)],
  ['brackets in one paragraph', fill(`${'[a '.repeat(600)}\n`)],
  ['deep quotes', fill('>')],
  ['growing indentation', Array.from({ length: 900 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
  ['options in one line', `A. x ${fill('B. y ')}`],
  ['agendas in a list', fill('- Topics covered:\n')],
  ['blanks that are filled', `## 填空题\n\n1. ${fill('__a')}`],
  ['arrows behind an option', `1. 什么？\nA. a\nB. b${fill('<- ')}x`],
  ['letters on lines of their own', fill('A\nx\n')],
  ['asterisks in a tag', `---\ntags: a${fill('*')}b, c\n---\n# 什么是堆？\n\na`],
  ['options glued to each other', `A.甲${fill('B.乙C.丙')}`],
  ['wrong answers without a right one', fill('#### Distractors\n')],
  ['Chinese characters', fill('什么是堆')],
];

describe('readDocument on one thing over and over', () => {
  it(
    'more questions, each with an issue, than a call takes arguments',
    () => {
      const { questions, issues } = readDocument('什么是堆？\n甲\n'.repeat(SIZE / 10), '面试题.md');
      expect(Math.min(questions.length, issues.length)).toBeGreaterThanOrEqual(SIZE / 10);
    },
    PATIENCE,
  );

  it.each(REPETITIONS)(
    '%s',
    (_name, text) => {
      expect(readDocument(text, 'x.md').questions.length).toBeLessThan(10);
    },
    PATIENCE,
  );
});
