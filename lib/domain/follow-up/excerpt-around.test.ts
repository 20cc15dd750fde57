import { describe, expect, it } from 'vitest';
import { excerptAround } from './excerpt';

describe('excerptAround', () => {
  it.each([
    ['leaves code out', '先写配置。\n\n```python\nimport torch\n```\n\n然后训练。', '先写配置。 然后训练。'],
    ['leaves tables out', '| a | b |\n|---|---|\n| 1 | 2 |\n\n两者差一倍。', '两者差一倍。'],
    ['shows code where there is nothing else', '`x = 1`', '`x = 1`'],
    ['keeps whole formulas', '设 $x_1$ 与 $$y$$ 相等。', '设 $x_1$ 与 $$y$$ 相等。'],
  ])('%s', (_, text, expected) => {
    expect(excerptAround(text, '没有的词')).toBe(expected);
  });

  it('cuts no formula in half', () => {
    const text = `${'先说一句话，'.repeat(20)}目标是 $$\\max ${'x + '.repeat(40)} y$$ 然后结束。`;
    expect(excerptAround(text, '没有的词')).not.toContain('$');
  });

  it('takes the number of a list for no end of a sentence', () => {
    const text = `1. ${'第一项说了很多话，'.repeat(8)}\n2. ${'第二项说了很多话，'.repeat(20)}`;
    expect(excerptAround(text, '没有的词')).not.toMatch(/2\.$/);
  });

  it.each(['\n', '```\n', '~~~~\n', '|', '$'])(
    'goes over a long run of %j once, whoever wrote it',
    (sign) => {
      // Minutes with a pattern that starts over at each sign.
      expect(excerptAround(`先说。\n${sign.repeat(200_000)}`, '先').length).toBeLessThan(200);
    },
  );
});
