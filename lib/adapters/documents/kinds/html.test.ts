import { describe, expect, it } from 'vitest';
import { readOne } from './read-files.contract';

describe('HTML', () => {
  it('keeps the structure and the words, drops scripts, fetches nothing', async () => {
    const { text, questions, said } = await readOne(
      'page.html',
      `<!doctype html><html><head><title>t</title><style>p{}</style></head><body><nav>menu</nav>
      <h2>1. 什么是分词？</h2><p>把<strong>“文字”</strong>切成<a href="https://example.org/x">片段</a>，词表约 10<sup>5</sup>。</p>
      <h2>2. 为什么要归一化？</h2><ul><li>稳定</li><li>更快</li></ul><pre><code class="language-py">x = 1

y = 2</code></pre><img src="https://example.org/a.png" alt="图一"><img src="b.png" alt="图二">
      <script>alert(1)</script></body></html>`,
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是分词？', '把**“文字”**切成片段，词表约 10^5。'],
      ['为什么要归一化？', expect.stringContaining('- 稳定\n- 更快\n\n```py\nx = 1\n\ny = 2\n```')],
    ]);
    expect(text).not.toMatch(/alert|menu|example\.org/u);
    expect(text).toContain('![图二](b.png)');
    expect(said.map(({ code }) => code)).toEqual(['images-left-out']);
  });

  it('reads the main part of a page, unless most words stand outside it', async () => {
    const main =
      '<h2>什么是缓存？</h2><p>把常用的数据放在近处。</p><h2>缓存何时失效？</h2><p>数据在别处被改的时候。</p>';
    const menu = '<h2>怎样使用本站？</h2><p>点左边。</p>';
    const stemsOf = async (page: string) =>
      (await readOne('page.html', `<html><body>${page}</body></html>`)).questions.map(({ stem }) => stem);
    const own = ['什么是缓存？', '缓存何时失效？'];
    expect(await stemsOf(`${menu}<main>${main}</main>`)).toEqual(own);
    expect(await stemsOf(`${menu}<div role="main">${main}</div>`)).toEqual(own);
    expect(await stemsOf(`${menu}<div><article>${main}</article></div>`)).toEqual(own);
    expect(await stemsOf(`<main></main>${menu}${main}`)).toEqual(['怎样使用本站？', ...own]);
  });

  it('takes a table that only places things apart, and keeps one of data', async () => {
    const question = (number: string, stem: string, answer: string) =>
      `<tr><td><b>${number}</b></td><td><b>${stem}</b></td></tr><tr><td></td><td><p>${answer}</p></td></tr>`;
    const { questions } = await readOne(
      'faq.html',
      `<html><body><table><tr><td>logo</td><td><table><tr><td colspan="2"><h3>路由</h3></td></tr>
      ${question('1.', '什么是路由表？', '记着去哪里走哪条路。')}${question('2.', '什么是网关？', '两个网之间的门。')}
      ${question('3.', '什么是掩码？', '分出网络和主机的位。')}</table></td></tr></table></body></html>`,
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是路由表？', '记着去哪里走哪条路。'],
      ['什么是网关？', '两个网之间的门。'],
      ['什么是掩码？', '分出网络和主机的位。'],
    ]);
    const rows = ['问题|答案', '什么是桥？|连两段网。', '什么是网卡？|收发帧。'].map(
      (row) => `<tr>${row.replace(/([^|]+)\|?/gu, '<td><h4>$1</h4></td>')}</tr>`,
    );
    const data = await readOne('data.html', `<html><body><table>${rows.join('')}</table></body></html>`);
    expect(data.questions.map(({ answer }) => answer)).toEqual(['连两段网。', '收发帧。']);
  });

  it('keeps code as code, whatever editors put around and into it', async () => {
    const { questions } = await readOne(
      'code.html',
      `<html><body><h2>1. 怎样循环？</h2>
      <p><span style="font-family:Consolas">for i in x:</span></p><p><span style="font-family:Consolas">&nbsp;&nbsp;&nbsp; f(i)</span></p>
      <h2>2. 怎样返回？</h2><pre class="language-py"><button>Copy</button><code><span>def f():</span>
    return 1<span class="copy-code-btn">复制</span></code><ul class="pre-numbering"><li>1</li><li>2</li></ul></pre>
      <h2>3. 怎样相加？</h2><figure><table><tr><td class="gutter"><pre>1<br>2</pre></td><td><pre>a = 1<br>a += 1</pre></td></tr></table></figure>
      <h2>4. 怎样看进程？</h2><p>用 <font face="Courier New">ps aux</font> 命令，<font face="Courier New">不要</font>别的。</p></body></html>`,
    );
    expect(questions.map(({ answer }) => answer)).toEqual([
      '```\nfor i in x:\n    f(i)\n```',
      '```py\ndef f():\n    return 1\n```',
      '```\na = 1\na += 1\n```',
      '用 `ps aux` 命令，不要别的。',
    ]);
  });

  it('joins what an editor cut into pieces of one look', async () => {
    const { questions, text } = await readOne(
      'pieces.html',
      `<html><body><p><b>Q</b><font face="x"><b>：什么是栈？</b></font></p><p>A：<span style="font-weight:700">后进</span><b>先出</b>。</p>
      <p><b>Q</b><font face="x"><b>：什么是队列？</b></font></p><p>A：<ul><li>先进</li></ul><ul><li>先出</li></ul></p></body></html>`,
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是栈？', '**后进先出**。'],
      ['什么是队列？', '- 先进\n- 先出'],
    ]);
    expect(text).not.toContain('****');
  });

  it('keeps formulas as they are written, and notes where they are asked for', async () => {
    const { questions } = await readOne(
      'page.html',
      `<html><body><div class="toc"><b>目录</b><ul><li><a href="#a">什么是熵？</a></li><li><a href="#b">什么是损失？</a></li></ul></div>
      <h2 id="a">什么是熵？</h2><p>\\(H_i = -\\sum_x p_x\\)，即 $a_1 * b_1$<sup><a href="#n1" id="r1">[1]</a></sup>，<img src="https://example.org/equation?tex=x" alt="x_1">。</p>
      <h2 id="b">什么是损失？</h2><p>要最小的量。</p>
      <hr><ol><li id="n1"><p>单位是比特。<a href="#r1">↩</a></p></li></ol></body></html>`.replaceAll(
        '\\\\',
        '\\',
      ),
    );
    expect(questions.map(({ stem, answer }) => [stem, answer])).toEqual([
      ['什么是熵？', '$H_i = -\\sum_x p_x$，即 $a_1 * b_1$[^1]，$x_1$。\n\n[^1]: 单位是比特。'],
      ['什么是损失？', expect.stringMatching(/^要最小的量。/u)],
    ]);
  });

  it('reads lists that Word saved as paragraphs, and a title above the names of columns', async () => {
    const item = (sign: string, words: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='font-family:Wingdings'><span style='mso-list:Ignore'>${sign}<span>&nbsp;&nbsp;</span></span></span>${words}</p>`;
    const { text } = await readOne(
      'word.html',
      `<html><body>${item('l', '甲')}${item('l', '乙')}<p>&nbsp;</p><table><tr><td colspan=3>题库</td></tr><tr><td>问题<td>答案<td>难度</tr>
      <tr><td>什么是锁？<td>一次一个<br><td><br></tr><tr><td>什么是栅栏？<td>一起过<td>2</tr></table></body></html>`,
    );
    expect(text).toBe(
      '- 甲\n- 乙\n\n题库\n\n| 问题 | 答案 | 难度 |\n| - | - | - |\n| 什么是锁？ | 一次一个 | |\n| 什么是栅栏？ | 一起过 | 2 |\n',
    );
  });

  it.each([
    ['type="A"', '<p>Key: B</p>'],
    ['type="a"', '<p>答案：B</p>'],
    ['style="list-style-type: upper-alpha"', '<p>Answer: B</p>'],
  ])('keeps the letters of <ol %s>, inside a question too', async (lettered, key) => {
    const options = `<ol ${lettered}><li>队列</li><li><p>栈</p></li></ol>`;
    const { questions } = await readOne(
      'page.html',
      `<html><body><ol><li>哪个后进先出？${options}${key}</li><li>哪个可以撤销？${options}${key}</li></ol></body></html>`,
    );
    expect(questions.map(({ correct, answer }) => [correct, answer])).toEqual([
      ['B', '栈'],
      ['B', '栈'],
    ]);
  });
});
