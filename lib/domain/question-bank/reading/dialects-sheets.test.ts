import { describe, expect, it } from 'vitest';
import type { ReadingCorrection } from '../model';
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
    'a label with its number behind the colon',
    '**Q:1 What is a shell?**\n\nA program that runs others.\n\n**Q:2 What is a pipe?**\n\nOne output into the next input.\n',
    [
      ['open', 'What is a shell?', 'A program that runs others.'],
      ['open', 'What is a pipe?', 'One output into the next input.'],
    ],
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
    'folds of other site generators',
    '# Redis\n\n{{< details "持久化有哪两种？" >}}\n\n快照和日志。\n\n{{< /details >}}\n\n{{< details "过期键怎么删？" >}}\n\n惰性加定期。\n\n{{< /details >}}\n\n{% spoiler 为什么快？ %}\n\n都在内存里。\n\n{% endspoiler %}\n',
    [
      ['open', '持久化有哪两种？', '快照和日志。'],
      ['open', '过期键怎么删？', '惰性加定期。'],
      ['open', '为什么快？', '都在内存里。'],
    ],
  ],
  [
    'numbers in a quotation, each with options',
    '# Quiz\n\n> 1. Which layer routes packets?\n\n- [ ] Link\n- [x] Network\n\n> 2. Which layer has ports?\n\n- [x] Transport\n- [ ] Link\n\n> 3. Which layer has frames?\n\n- [ ] Network\n- [x] Link\n',
    [
      ['choice', 'Which layer routes packets?', 'Network', 'B'],
      ['choice', 'Which layer has ports?', 'Transport', 'A'],
      ['choice', 'Which layer has frames?', 'Link', 'B'],
    ],
  ],
  [
    'options that four spaces set in',
    '# Quiz\n\n1. Which one is a queue?\n\n    A. Last in, first out\n    B. First in, first out\n\n    Answer: B\n\n2. Which one is a stack?\n\n    A. Last in, first out\n    B. First in, first out\n\n    Answer: A\n',
    [
      ['choice', 'Which one is a queue?', 'First in, first out', 'B'],
      ['choice', 'Which one is a stack?', 'Last in, first out', 'A'],
    ],
  ],
  [
    'questions that nobody answers and that ask on',
    '# Interview questions\n\n1. What is a primary key?\n   * How is it different from a unique key?\n2. What is a view?\n   * When is it materialised?\n3. What is a trigger?\n',
    open(
      'What is a primary key?\n\n* How is it different from a unique key?',
      'What is a view?\n\n* When is it materialised?',
      'What is a trigger?',
    ),
  ],
  [
    'blocks in which line after line asks, in a longer text',
    `# What is a Network Interview?\n\n${['Links', 'Routes', 'Names']
      .map(
        (area) =>
          `Area - ${area}\nMost teams look for somebody who has seen ${area.toLowerCase()} fail and can say how they noticed, what they did first and what it cost.\nA good answer is short.\nA better one has a number in it.\n\nSample\n\nWhat is the job of ${area}?\nHow do ${area} fail?\nExplain how you would measure ${area}.\n`,
      )
      .join('\n')}`,
    ['Links', 'Routes', 'Names'].flatMap((area) =>
      open(`What is the job of ${area}?`, `How do ${area} fail?`, `Explain how you would measure ${area}.`),
    ),
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
  [
    'numbers that nothing parts from the text',
    '# 某厂一面\n\n1 说一下 Promise\n\n2 闭包是什么\n\n3事件循环\n\n4 讲讲原型链\n\n5 3 个标签页怎么通信\n\n6 跨域怎么解决\n',
    open('说一下 Promise', '闭包是什么', '事件循环', '讲讲原型链', '3 个标签页怎么通信', '跨域怎么解决'),
  ],
  [
    'folds whose titles stand on a line of their own',
    '# Cards\n\n<details>\n<summary>\nWhat is a socket?\n</summary>\n\nAn end of a connection.\n\n</details>\n\n<details>\n<summary>\nWhat is a port?\n</summary>\n\nA number for a service.\n\n</details>\n',
    [
      ['open', 'What is a socket?', 'An end of a connection.'],
      ['open', 'What is a port?', 'A number for a service.'],
    ],
  ],
  [
    'a rule above the first level, which is no front matter',
    '---\n\nBeginner\n\nWhat is a branch?\n\nWhat is a commit?\n\n---\n\nAdvanced\n\nHow does a rebase work?\n\nWhen is a merge better?\n\nWhat is a detached head?\n---\n',
    open(
      'What is a branch?',
      'What is a commit?',
      'How does a rebase work?',
      'When is a merge better?',
      'What is a detached head?',
    ),
  ],
  [
    'the headings that ask most, in a document that calls itself a bank',
    '---\ntitle: 运维常见面试题\n---\n\n### 系统\n\n#### Linux 启动顺序\n\n固件，引导，内核。\n\n#### 如何查看端口\n\n`ss -lntp`\n\n#### 挂载共享目录\n\n`mount -t cifs`\n\n### 网络\n\n#### 硬链接与软链接的区别\n\n一个是同一份，一个指过去。\n\n#### 修改最大连接数\n\n改配置再重启。\n\n#### 抓包\n\n`tcpdump`\n',
    [
      ['open', 'Linux 启动顺序', '固件，引导，内核。'],
      ['open', '如何查看端口', '`ss -lntp`'],
      ['open', '挂载共享目录', '`mount -t cifs`'],
      ['open', '硬链接与软链接的区别', '一个是同一份，一个指过去。'],
      ['open', '修改最大连接数', '改配置再重启。'],
      ['open', '抓包', '`tcpdump`'],
    ],
  ],
  [
    'a heading without a number among numbered ones',
    '# Vue\n\n## 1. 什么是响应式？\n\n数据变，视图变。\n\n## 2. 为什么要有虚拟 DOM？\n\n少碰真的。\n\n## 如何理解 diff 算法？\n\n同层比较。\n\n## 3. 生命周期有哪些？\n\n创建、挂载、更新、卸载。\n',
    [
      ['open', '什么是响应式？', '数据变，视图变。'],
      ['open', '为什么要有虚拟 DOM？', '少碰真的。'],
      ['open', '如何理解 diff 算法？', '同层比较。'],
      ['open', '生命周期有哪些？', '创建、挂载、更新、卸载。'],
    ],
  ],
  [
    'chapters that count, above labelled questions',
    '一、存储\n\nQ: 什么是索引？\n有序的目录。\n\nQ: 什么是事务？\n要么全做，要么不做。\n\n二、网络\n\nQ: 什么是端口？\n服务的门牌。\n\nQ: 什么是网关？\n出去的门。\n',
    [
      ['open', '什么是索引？', '有序的目录。'],
      ['open', '什么是事务？', '要么全做，要么不做。'],
      ['open', '什么是端口？', '服务的门牌。'],
      ['open', '什么是网关？', '出去的门。'],
    ],
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

  it('reads even options as a choice without a key, and invents none', () => {
    const exam = [1, 2, 3, 4].map(
      (number) =>
        `${number}. 第 ${number} 种学习属于\n\n   a. 监督学习\n\n   b. 无监督学习\n\n   c. 强化学习\n\n   d. 自学\n`,
    );
    const { questions } = readDocument(`# 机器学习习题\n\n${exam.join('\n')}`, 'a.md');
    expect(
      questions.map(({ kind, options, correct, answer }) => [kind, options?.length, correct, answer]),
    ).toEqual(exam.map(() => ['choice', 4, undefined, '']));
  });

  it('takes the name of a document for its title where nothing else promises questions', () => {
    const notes = ['盒模型', '如何居中', '浮动', '层叠上下文', '弹性布局的特点', '选择器'];
    const text = notes.map((title) => `#### ${title}\n\n见讲义。\n`).join('\n');
    expect(readDocument(text, '笔记.md').questions).toEqual([]);
    expect(readDocument(text, '前端面试题.md').questions.map(({ stem }) => stem)).toEqual(notes);
  });

  it('keeps the likeliest questions of a bank while a person decides on others, and leaves them when told to', () => {
    const topics = ['启动顺序', '如何查看端口', '挂载目录', '硬链接与软链接的区别', '最大连接数', '抓包'];
    const body = topics.map((title) => `#### ${title}\n\n见手册。\n`).join('\n');
    const text = `---\ntitle: 运维面试题\n---\n\n### 系统\n\n${body}\n### 其余\n\n- 日志\n- 备份\n- 告警\n`;
    const stemsOf = (corrections: ReadingCorrection[]) =>
      readDocument(text, 'a.md', corrections).questions.map(({ stem }) => stem);
    const own = readDocument(text, 'a.md').alternatives?.find(({ isTaken }) => isTaken)?.id ?? '';
    const leave = (id: string): ReadingCorrection => ({ type: 'alternative', id, isTaken: false });
    expect(stemsOf([])).toEqual(topics);
    expect(stemsOf([leave('another')])).toEqual(topics);
    expect(stemsOf([leave(own)])).toEqual([]);
  });

  it('reads no questions in lines that state, whatever words they hold', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `第 ${index + 1} 行说的是一件事，没有在问什么。`);
    expect(readDocument(lines.join('\n'), 'a.txt').questions).toEqual([]);
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
