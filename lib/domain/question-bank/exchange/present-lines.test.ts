import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableToMarkdown } from '../tables/table-to-markdown';
import { presentLines } from './present-lines';
import { printMarkdownBank } from './print-markdown';

const CELLS = {
  columns: ['题目', '答案', '分类', '标签', '难度'],
  rows: [
    ['什么是早停？', '验证集不再变好就停。\n## 不是标题\n**答案：** 不是标签', '训练', 'a,b', '3'],
    ['多行\n题干', '<!-- viva:end -->', '训练', '', ''],
  ],
};
const roles = ['question', 'answer', 'topic', 'tags', 'difficulty'] as const;
const { text } = tableToMarkdown(CELLS, { roles: [...roles] });

const shown = (from: string) =>
  presentLines(from)?.filter(({ text, field }) => text.trim() !== '' || field) ?? [];

describe('the lines of a table', () => {
  it('are shown as its cells, without what only marks them', () => {
    expect(
      shown(text).map(({ role, text: words, field }) => [role, words, ...(field ? [field] : [])]),
    ).toEqual([
      ['title', '训练'],
      ['mark', '#a · #b'],
      ['title', '1. 什么是早停？'],
      ['label', '3/10', 'difficulty'],
      ['label', '', 'answer'],
      ['text', '验证集不再变好就停。'],
      ['text', '## 不是标题'],
      ['text', '**答案：** 不是标签'],
      ['title', '2.'],
      ['text', '多行'],
      ['text', '题干'],
      ['label', '', 'answer'],
      ['text', '<!-- viva:end -->'],
    ]);
  });

  it('are as many as the text has, so that every line keeps its number', () => {
    const words = fc.string({ unit: fc.constantFrom('甲', '#', '\n', '*', ' ', '<!-- viva:end -->', '---') });
    fc.assert(
      fc.property(
        fc.array(fc.record({ stem: words, answer: words }), { maxLength: 4 }),
        words,
        (rows, title) => {
          const entries = rows.map((row) => ({ ...row, kind: 'open' as const, topics: [] }));
          const printed = printMarkdownBank(entries, { title });
          expect(presentLines(printed)).toHaveLength(printed.split('\n').length);
        },
      ),
    );
  });

  it('name what a heading and a marker say of it', () => {
    const printed = printMarkdownBank(
      [{ kind: 'open', stem: '甲？', answer: '乙', topics: ['一', '二', '三', '四', '五'] }],
      {
        title: '我的题库',
      },
    );
    expect(shown(printed).map((line) => line.text)).toEqual([
      '我的题库',
      '一 · 二 · 三 · 四 · 五',
      '1. 甲？',
      '',
      '乙',
    ]);
  });

  it.each(['', '# 题\n\n## 甲？\n\n乙。', '---\ntitle: 甲\n---\n'])(
    'are no matter of other documents: %j',
    (other) => {
      expect(presentLines(other)).toBeNull();
    },
  );

  it('survive a marker that somebody broke', () => {
    const broken = '---\nviva: bank/1\n---\n<!-- viva:question {"tags": -->\n\n## 1. 甲？\n';
    expect(shown(broken).map((line) => line.text)).toEqual(['{"tags":', '1. 甲？']);
  });
});
