// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { render } from '../_testing/render';
import { Markdown, safeLink } from './markdown';

const html = (text: string) => render(<Markdown text={text} />).container;

describe('Markdown', () => {
  test('shows emphasis beside Chinese text, tables, formulas and highlighted code', () => {
    const page = html(
      '**加粗。**后面\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$W + BA$\n\n```python\nimport peft\n```',
    );
    expect(page.querySelector('strong')?.textContent).toBe('加粗。');
    expect(page.querySelectorAll('td')).toHaveLength(2);
    expect(page.querySelector('.katex')).not.toBeNull();
    expect(page.querySelector('.hljs-keyword')?.textContent).toBe('import');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror="alert(1)">',
    '<iframe src="https://example.org"></iframe>',
    '前 <b onclick="alert(1)">后</b>',
    '<details><summary>看</summary>里面</details>',
  ])('raw HTML shows as text: %s', (text) => {
    const page = html(text);
    expect(page.querySelector('script, img, iframe, b, details')).toBeNull();
    expect(page.textContent).toContain(text.slice(text.indexOf('<'), text.indexOf('<') + 4));
  });

  test.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](data:text/html,hello)',
    '[x](vbscript:x)',
    '[x](../../etc/passwd)',
    '[x](//example.org)',
    '$\\href{javascript:alert(1)}{x}$',
  ])('no link leaves by %s', (text) => {
    expect(html(text).querySelector('a[href]')).toBeNull();
  });

  test('a web link opens apart and says nothing of where it came from', () => {
    const link = html('[文档](https://example.org/a)').querySelector('a');
    expect(link?.getAttribute('href')).toBe('https://example.org/a');
    expect(link?.getAttribute('rel')).toContain('noopener');
  });

  test('an image is its words, nothing is fetched', () => {
    const page = html('![架构图](https://example.org/a.png) ![](b.png)');
    expect(page.querySelector('img')).toBeNull();
    expect(page.textContent).toContain('[架构图]');
  });

  test('a formula that cannot be read stays text', () => {
    expect(html('$\\frac{1$').textContent).toContain('\\frac{1');
  });
});

test.each([
  ['https://a.b', 'https://a.b'],
  [' mailto:a@b.c', 'mailto:a@b.c'],
  ['java\nscript:alert(1)', ''],
  ['', ''],
])('safeLink(%j) is %j', (address, safe) => {
  expect(safeLink(address)).toBe(safe);
});
