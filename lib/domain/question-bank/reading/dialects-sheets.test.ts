import { describe, expect, it } from 'vitest';
import { type Dialect, readsDialects } from './dialects.contract';
import { readDocument } from './read-document';

const open = (...stems: string[]) => stems.map((stem) => ['open', stem, ''] as const);

const DIALECTS: readonly Dialect[] = [
  [
    'a sheet of lines under topics that only a colon tells',
    '缓存：\n缓存穿透和缓存雪崩有什么区别\n缓存和数据库怎么保持一致\n布隆过滤器\n\n消息队列：\n消息重复了怎么办\n如何保证消息的顺序\n为什么要用消息队列\n',
    open(
      '缓存穿透和缓存雪崩有什么区别',
      '缓存和数据库怎么保持一致',
      '布隆过滤器',
      '消息重复了怎么办',
      '如何保证消息的顺序',
      '为什么要用消息队列',
    ),
  ],
  [
    'lines of one paragraph under headings, and not what the candidate asks back',
    '# 二面\n\n## 网络\n`TCP` 为什么要三次握手？\n拥塞控制怎么做\n长连接和短连接的区别\n\n## 系统\n进程和线程的区别？\n什么是虚拟内存\n\n## 反问\n团队有多大？\n',
    open(
      '`TCP` 为什么要三次握手？',
      '拥塞控制怎么做',
      '长连接和短连接的区别',
      '进程和线程的区别？',
      '什么是虚拟内存',
    ),
  ],
  [
    'a question to a paragraph under levels',
    'Easy (2)\n\nWhat is a container image?\n\nExplain what a registry does.\n\nHard (3)\n\nHow does a scheduler place pods?\n\nDescribe a rolling update.\n\nScenario: a node is lost. What happens to its pods?\n',
    open(
      'What is a container image?',
      'Explain what a registry does.',
      'How does a scheduler place pods?',
      'Describe a rolling update.',
      'Scenario: a node is lost. What happens to its pods?',
    ),
  ],
  [
    'boxes with titles, as site generators write them',
    '# Nginx\n\n::: info 反向代理是什么？\n\n替后端接请求。\n\n:::\n\n::: info 如何做负载均衡。\n\n轮询或加权。\n\n:::\n',
    [
      ['open', '反向代理是什么？', '替后端接请求。'],
      ['open', '如何做负载均衡。', '轮询或加权。'],
    ],
  ],
  [
    'questions in Japanese and Spanish',
    '# Lista\n\n- キャッシュとは何か？また、いつ使うべきか教えてください\n- インデックスの仕組みを説明してください\n- ¿Qué es una transacción?\n- Cómo funciona un índice compuesto\n- なぜ正規化が必要ですか\n- デッドロックはどのように防ぎますか\n- Cuál es la diferencia entre una vista y una tabla\n- ロックとは何ですか\n',
    open(
      'キャッシュとは何か？また、いつ使うべきか教えてください',
      'インデックスの仕組みを説明してください',
      '¿Qué es una transacción?',
      'Cómo funciona un índice compuesto',
      'なぜ正規化が必要ですか',
      'デッドロックはどのように防ぎますか',
      'Cuál es la diferencia entre una vista y una tabla',
      'ロックとは何ですか',
    ),
  ],
  [
    'a numbered list in which one item names its kind of task',
    '1. 什么是死锁？\n2. 编程题：反转一个链表\n3. 进程怎么通信？\n4. 什么是页表？\n',
    open('什么是死锁？', '编程题：反转一个链表', '进程怎么通信？', '什么是页表？'),
  ],
  [
    'links under a section that promises questions, in a document that only its front matter names',
    '---\ntitle: 后端面试\n---\n\n### 要求\n\n- 会一门语言\n- 懂数据库\n\n### 面试题\n\n#### 存储\n\n- [索引的原理？][a]\n- [什么是回表？][b]\n- 主从同步的流程\n\n[a]: https://example.org/a\n[b]: https://example.org/b\n',
    open('索引的原理？', '什么是回表？', '主从同步的流程'),
  ],
  [
    'bold items, one or two to a section',
    `# 图形学\n\n${[
      '光栅化是什么？',
      '为什么要深度缓冲？',
      '抗锯齿有哪些方法？',
      '法线贴图的原理',
      '什么是延迟渲染？',
      '阴影贴图',
      '如何做剔除？',
      '着色器的种类有哪些？',
    ]
      .map((stem, index) => `## ${index + 1}. 第 ${index + 1} 讲\n- **${stem}**\n    * 见讲义\n`)
      .join('\n')}`,
    [
      '光栅化是什么？',
      '为什么要深度缓冲？',
      '抗锯齿有哪些方法？',
      '法线贴图的原理',
      '什么是延迟渲染？',
      '阴影贴图',
      '如何做剔除？',
      '着色器的种类有哪些？',
    ].map((stem) => ['open', stem, '* 见讲义'] as const),
  ],
  [
    'tasks below a title that sets them',
    '# 某厂面经\n\n### 一、手撕算法题\n\n- **两数之和**\n\n- **合并区间**\n\n- **岛屿数量**\n',
    open('两数之和', '合并区间', '岛屿数量'),
  ],
  [
    'items that ask below items that only name',
    '## 检索\n\n1. 倒排索引\n\n   （1）倒排索引怎么建？\n\n2. 向量检索\n\n   （1）HNSW 的原理是什么？\n\n   （2）召回率怎么算？\n\n3. 重排\n',
    open('倒排索引怎么建？', 'HNSW 的原理是什么？', '召回率怎么算？'),
  ],
];

describe('sheets of questions', () => {
  readsDialects(DIALECTS);

  it('gives a question below a title that only names its subject the title as its topic', () => {
    const { questions } = readDocument(
      '# 面试\n\n### 1. 一致性\n**Q: "怎样保证两边一致？"**\n\n**A:** 先写库，再删缓存。\n\n### 2. 可用性\n**Q: "主库挂了怎么办？"**\n\n**A:** 切到从库。\n',
      'a.md',
    );
    expect(questions.map(({ stem, topics }) => [stem, topics])).toEqual([
      ['"怎样保证两边一致？"', ['一致性']],
      ['"主库挂了怎么办？"', ['可用性']],
    ]);
  });

  it.each([
    [
      'a list of articles',
      '# 求职\n\n### 面试\n\n- [面试前怎样准备](https://example.org/1)\n- [聊聊我的三次失败](https://example.org/2)\n- [谈谈薪水](https://example.org/3)\n- [简历怎么写](https://example.org/4)\n',
    ],
    [
      'the pages of a folder',
      '# 目录\n\n- [基础题](./basic.md) - 语言与工具\n- [进阶题](./more.md) - 框架与部署\n- [场景题](./cases.md) - 线上问题\n',
    ],
    [
      'an article that asks on the way',
      '# 搬家记\n\n上个月我们把服务搬到了新的机房，前后用了三个周末，动了四十台机器，写了两百多条检查项，开了十一次会，连食堂的师傅都认得我们了。\n\n为什么要搬？\n\n旧机房的电不够用，夏天还要限流，业务那边已经抱怨了半年。\n\n代价是什么？\n\n三个通宵，和一张很长的检查表，好在没有丢数据。\n',
    ],
  ])('reads no questions in %s', (_name, text) => {
    expect(readDocument(text, 'a.md').questions.map(({ stem }) => stem)).toEqual([]);
  });
});
