import { describe, expect, it } from 'vitest';
import { isBareVerdict, judgementOf } from './judgement';

describe('signs and letters', () => {
  it.each([
    '√2 是无理数',
    '×3 倍',
    'Tree',
    'Fine',
    '是红黑树',
    '对象',
    '对吗',
    '有两种方法',
    'yesterday',
    'f(x) 递增',
  ])('%s opens with no verdict', (text) => {
    expect(judgementOf(text)).toBeNull();
  });

  it.each([
    ['对', true],
    ['（√）', true],
    ['答案：错误。', true],
    ['It is false.', true],
    ['对，因为有序', false],
    ['对象', false],
    ['No order is kept', false],
  ])('%s is a verdict alone: %s', (text, expected) => {
    expect(isBareVerdict(text)).toBe(expected);
  });
});
