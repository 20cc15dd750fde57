import { describe, expect, it } from 'vitest';
import { type Question, readDocument } from '../../question-bank';
import { EMPTY_GLOSSARY } from '../../retrieval';
import { spellsOut } from './abbreviations';
import { isApart, tellingTerms, usualGround } from './common-ground';
import { DoubtFinder } from './find-doubts';

const chinese: [string, string][] = [
  ['进程和线程有什么区别？', '进程有独立的地址空间，线程共享所属进程的内存，切换线程的开销更小。'],
  ['什么是死锁？', '几个线程互相等待对方持有的锁，谁也无法继续执行。'],
  ['什么是虚拟内存？', '操作系统给每个进程一个独立的地址空间，再按页映射到物理内存。'],
  ['什么是缺页中断？', '进程访问的页不在物理内存，操作系统从磁盘调入这一页再继续执行。'],
  ['什么是系统调用？', '用户程序请求操作系统内核服务的接口，执行时从用户态切换到内核态。'],
  ['什么是上下文切换？', '内核保存当前线程的寄存器，再恢复另一个线程的寄存器继续执行。'],
  ['什么是自旋锁？', '拿不到锁时线程一直循环检查，不让出处理器，适合持有时间很短的情况。'],
  ['What is a kernel?', 'The part of the system that runs in privileged mode and manages hardware.'],
];
const english: [string, string][] = [
  ['What is a process?', 'A running program with its own address space, open files and at least one thread.'],
  ['What is a thread?', 'A unit of execution inside a process; threads of one process share its memory.'],
  [
    'What is a deadlock?',
    'Two threads wait forever for locks held by each other, so neither process proceeds.',
  ],
  [
    'What is virtual memory?',
    'Each process sees its own address space, mapped page by page to physical memory.',
  ],
  [
    'What is a page fault?',
    'The process touched a page that is not in physical memory; the kernel loads it from disk.',
  ],
  [
    'What is a system call?',
    'A request from a program to the kernel, which switches the processor to kernel mode.',
  ],
  ['What is a spin lock?', 'A lock whose waiting thread loops on the processor until the lock becomes free.'],
  ['What is the TLB?', 'A translation lookaside buffer: it caches address mappings inside the processor.'],
];

const planted: [string, [string, string][], string][] = [
  ['什么是死锁？', chinese, '把糯米泡上一夜，包进粽叶里，加红枣和蜜豆，大火煮两个钟头。'],
  ['什么是死锁？', chinese, '牡丹喜欢疏松肥沃的土壤，春天开花前要施肥，夏季注意遮阴防虫。'],
  ['什么是自旋锁？', chinese, '敦煌莫高窟始建于前秦，壁画和彩塑色泽鲜艳，每年吸引众多游客。'],
  [
    'What is a thread?',
    english,
    'Simmer tomatoes with basil and garlic, then pour the sauce over fresh noodles.',
  ],
  [
    'What is a spin lock?',
    english,
    'Daffodil bulbs are planted in autumn, about three inches deep, in sunny soil.',
  ],
];

function flagged(pairs: readonly (readonly [string, string])[]): string[] {
  const text = pairs.map(([stem, answer]) => `## ${stem}\n\n${answer}\n`).join('\n');
  const bank = readDocument(`# 题库\n\n${text}`, 'bank.md').questions.map(
    (question, position): Question => ({
      ...question,
      documentId: 'd',
      documentName: 'bank.md',
      position,
      retiredAt: null,
    }),
  );
  const finder = new DoubtFinder(EMPTY_GLOSSARY);
  for (const question of bank) finder.addQuestion(question);
  finder.close();
  return bank.filter((_, at) => finder.doubtsOf(at).length > 0).map(({ stem }) => stem);
}

describe('a bank of eight questions', () => {
  it('is not doubted as it is, an answer in the other language included', () => {
    expect(flagged(chinese)).toEqual([]);
    expect(flagged(english)).toEqual([]);
  });

  it.each(planted)('has a foreign answer of %s doubted', (stem, bank, answer) => {
    expect(flagged(bank.map((pair) => (pair[0] === stem ? [stem, answer] : pair)))).toEqual([stem]);
  });

  it('has answers let be that spell out the abbreviation, or that are code', () => {
    const answers = [
      ['What is the RTC?', 'A real time clock: quartz ticks kept alive by a coin cell battery overnight.'],
      ['Swap two variables.', '```\nfoo, bar = bar, foo\nprint(foo, bar, baz, qux, quux)\n```'],
    ] as const;
    for (const pair of answers) expect(flagged([...english, pair])).toEqual([]);
  });
});

describe('common ground', () => {
  it('rests on words that tell a subject', () => {
    expect([...tellingTerms('This is the way it works: 之后可以得到 42')]).toEqual([]);
    expect([...tellingTerms('排序 pivot')]).toEqual(['排序', 'pivot']);
  });

  it('is known from enough references in the same script', () => {
    const like = { terms: 20, shared: 10, own: true, isProse: true, script: 'latin' } as const;
    const usual = usualGround([like, like, like, like, like, { ...like, script: 'cjk' }]);
    const foreign = { ...like, shared: 0, own: false };
    expect(isApart(foreign, usual)).toBe(true);
    for (const other of [
      { script: 'cjk' },
      { isProse: false },
      { own: true },
      { terms: 3 },
      { shared: 8 },
    ] as const)
      expect(isApart({ ...foreign, ...other }, usual)).toBe(false);
  });

  it('knows an abbreviation by its spelling', () => {
    expect(spellsOut('VLAN', 'it makes a virtual local area network')).toBe(true);
    expect(spellsOut('VLAN', 'vanilla ice cream')).toBe(false);
  });
});
