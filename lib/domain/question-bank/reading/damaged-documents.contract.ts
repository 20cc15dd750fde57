import fc from 'fast-check';

/** Small banks of several dialects, written for these tests; mutations start from them. */
const SAMPLES: readonly string[] = [
  '# 题库\n\n## 网络\n\n### 1. 什么是滑动窗口？\n\n- 难度：3/10\n\n**答案：**\n\n用来控制 `发送` 速率。\n\n```text\nwindow = 4\n```\n\n**要点：**\n\n- [核心 2] 控制速率\n- [加分] 可变大小\n\n### 2. 下列哪个是传输层协议？\n\nA. HTTP\n\nB. TCP\n\n**答案：** B\n\n**解析：** HTTP 在应用层。\n',
  'Q1: What is a heap?\nA: A tree with an order.\n\nQ2: What is a trie?\nA: A tree of prefixes.\n\n> quoted\n> - [ ] task\n> - [x] done\n',
  '一、选择题\n1. 栈的特点是（  ）\nA. 先进先出 B. 后进先出\n2. 队列的特点是（  ）\nA. 先进先出 B. 后进先出\n\n参考答案\n1. B 2. A\n',
  '| 问题 | 答案 |\n|---|---|\n| 什么是散列？ | 映射 |\n| 什么是冲突？ | 相同的位置 |\n\n<details>\n<summary>1. 如何解决冲突？</summary>\n\n$$\nh(x) = x \\bmod m\n$$\n\n</details>\n\n1. **什么是图？**\n\n    <aside>\n    点与边。\n    </aside>\n',
];

/** Pieces that break parsers: openers without ends, deep nesting, odd Unicode, long lines. */
const PIECES: readonly string[] = [
  '```',
  '~~~~js',
  '$$',
  '<!--',
  '<details>',
  '</summary>',
  '<pre>',
  '<p><strong>',
  '> '.repeat(40),
  '- '.repeat(40),
  '    '.repeat(30),
  '*'.repeat(300),
  '['.repeat(300),
  '`'.repeat(200),
  '|'.repeat(200),
  'x'.repeat(20_000),
  `${' '.repeat(20_000)}x`,
  `${'\n'.repeat(20_000)}x`,
  `${'\u200d'.repeat(20_000)}x`,
  `${'👍'.repeat(10_000)}x`,
  '*_'.repeat(10_000),
  '[a]('.repeat(5_000),
  '<b '.repeat(7_000),
  '答案：',
  'A. ',
  '- [x] ',
  '###### ',
  '1. ',
  '2、',
  '---',
  '\u0000',
  '\u200b\u200d\ufeff',
  '\ud800',
  '👩‍👩‍👧',
  '\u202e',
  '\r',
  '\r\n\r\n',
  '\n\n\n\n',
  '\t\t',
];

type Mutation = (text: string) => string;

const at = (text: string, share: number): number => Math.floor(share * text.length);

function mutation(): fc.Arbitrary<Mutation> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const cut = share.map(
    (where): Mutation =>
      (text) =>
        text.slice(0, at(text, where)),
  );
  const insert = fc.tuple(share, fc.constantFrom(...PIECES)).map(
    ([where, piece]): Mutation =>
      (text) =>
        text.slice(0, at(text, where)) + piece + text.slice(at(text, where)),
  );
  const remove = fc.tuple(share, fc.nat(40)).map(
    ([where, length]): Mutation =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  );
  const repeat = fc.tuple(share, share, fc.integer({ min: 2, max: 30 })).map(
    ([from, to, times]): Mutation =>
      (text) =>
        text + text.slice(at(text, Math.min(from, to)), at(text, Math.max(from, to))).repeat(times),
  );
  const reorder = fc.tuple(share, share).map(
    ([from, to]): Mutation =>
      (text) => {
        const lines = text.split('\n');
        const [line] = lines.splice(Math.floor(from * lines.length), 1);
        lines.splice(Math.floor(to * lines.length), 0, line ?? '');
        return lines.join('\n');
      },
  );
  const noise = fc.tuple(share, fc.string({ unit: 'binary', maxLength: 12 })).map(
    ([where, piece]): Mutation =>
      (text) =>
        text.slice(0, at(text, where)) + piece + text.slice(at(text, where)),
  );
  return fc.oneof(cut, insert, insert, remove, repeat, reorder, noise);
}

/** A document that once was in order: truncated, with blocks doubled, moved, dropped, and hostile pieces put in. */
export function mutatedDocument(): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.array(fc.constantFrom(...SAMPLES), { minLength: 1, maxLength: 4 }),
      fc.array(mutation(), { minLength: 1, maxLength: 8 }),
    )
    .map(([samples, mutations]) =>
      mutations.reduce((text, mutate) => mutate(text).slice(0, 200_000), samples.join('\n\n')),
    );
}
