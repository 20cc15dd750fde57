import { expect, test } from 'vitest';
import { finishedSentences } from './sentences';

test.each([
  ['', ''],
  ['说到了冻结', ''],
  ['说到了冻结权重。还缺', '说到了冻结权重。'],
  ['他说“对。”然后', '他说“对。”'],
  ['One. Two is', 'One.'],
  ['r = 0.5 is', ''],
  ['第一行\n第二', '第一行\n'],
])('of %j the finished part is %j', (text, finished) => {
  expect(finishedSentences(text)).toBe(finished);
});
