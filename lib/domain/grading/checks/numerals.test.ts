import { describe, expect, it } from 'vitest';
import { unitsOf } from '../offline/units';
import { numeralValue } from './numerals';

describe('Chinese numerals', () => {
  it.each([
    ['八', 8],
    ['十六', 16],
    ['二百五十六', 256],
    ['两千零四十八', 2048],
    ['一千六百八十万', 16_800_000],
    ['一亿一千万', 110_000_000],
    ['零点一', 0.1],
    ['百分之三', 3],
    ['百分之零点五', 0.5],
  ])('%s is %d', (numeral, value) => {
    expect(numeralValue(numeral)).toBeCloseTo(value);
  });

  it.each([
    ['秩取三十二', '秩取 32'],
    ['丢掉百分之十五', '丢掉 15%'],
    ['阈值是零点五', '阈值是 0.5'],
  ])('%s is read as %s', (spoken, written) => {
    const keys = (text: string) => unitsOf(text).map(({ key }) => key);
    expect(keys(spoken)).toEqual(keys(written));
  });

  it.each(['一般来说十分简单', '千万不要', '有三点原因', '一个个'])('%s names no number', (text) => {
    expect(unitsOf(text).every(({ kind }) => kind === 'han')).toBe(true);
  });
});
