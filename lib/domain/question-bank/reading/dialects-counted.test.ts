import { describe } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';

/** Headings of several levels, of which one is the questions. */
const DIALECTS: readonly Dialect[] = [
  [
    'counted headings of a bank, a list of names below one of them',
    '# 邮政面试题\n\n### 1. 平信与挂号信的区别\n\n挂号信有编号。\n\n### 2. 邮袋\n\n邮袋分几类：\n\n#### 1. 大袋\n\n##### （1）61 Green Bag\n\n装信件。\n\n##### （2）62 Blue Bag\n\n装包裹。\n\n#### 2. 小袋\n\n##### （1）71 Red Bag\n\n装印刷品。\n\n### 3. 邮戳的作用\n\n盖销邮票。\n\n### 4. 分拣的原理\n\n先按省，再按市。\n',
    [
      ['open', '平信与挂号信的区别', '挂号信有编号。'],
      [
        'open',
        '邮袋',
        '邮袋分几类：\n\n#### 1. 大袋\n\n##### （1）61 Green Bag\n\n装信件。\n\n##### （2）62 Blue Bag\n\n装包裹。\n\n#### 2. 小袋\n\n##### （1）71 Red Bag\n\n装印刷品。',
      ],
      ['open', '邮戳的作用', '盖销邮票。'],
      ['open', '分拣的原理', '先按省，再按市。'],
    ],
  ],
];

describe('headings of several levels', () => {
  readsDialects(DIALECTS);
});
