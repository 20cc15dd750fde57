import { describe, expect, it } from 'vitest';
import { type GradingTask, gradeOffline } from '..';

type Case = readonly [question: string, reference: string, right: string, wrong: string];

const scoreOf = (question: string, reference: string, answer: string) => {
  const task: GradingTask = {
    question,
    kind: 'open',
    references: [reference],
    turns: [{ text: answer }],
    language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en',
  };
  return gradeOffline(task);
};

const EXCHANGED: readonly Case[] = [
  [
    'TCP 和 UDP 有什么区别？',
    'TCP 面向连接，靠确认和重传保证可靠，首部较大；UDP 无连接，不保证送达，首部只有 8 字节，适合实时音视频。',
    'TCP 要先建立连接，靠确认和重传做到可靠，首部大一些；UDP 是无连接的，不保证送达，首部小，适合实时音视频。',
    'UDP 要先建立连接，靠确认和重传做到可靠，首部大一些；TCP 是无连接的，不保证送达，首部小，适合实时音视频。',
  ],
  [
    '学习率过大或过小会怎样？',
    '学习率过大：损失震荡甚至发散，模型学不稳；过小：收敛很慢，容易停在较差的局部极小值。',
    '太大的话损失会震荡，甚至发散；太小就收敛很慢，容易停在局部极小值出不来。',
    '太小的话损失会震荡，甚至发散；太大就收敛很慢，容易停在局部极小值出不来。',
  ],
  [
    'What is the difference between TCP and UDP?',
    'TCP is connection-oriented and retransmits lost segments, so delivery is reliable. UDP is a datagram service with an 8-byte header; it suits live audio.',
    'TCP opens a connection and retransmits lost segments, it is reliable. UDP sends datagrams with a small header and suits live audio.',
    'UDP opens a connection and retransmits lost segments, it is reliable. TCP sends datagrams with a small header and suits live audio.',
  ],
];

const TURNED: readonly Case[] = [
  [
    '增大批量对训练有什么影响？',
    '批量增大后梯度的方差减小，更新更稳定，但显存占用升高，泛化可能变差，需要同步调高学习率。',
    '批量大了以后梯度方差减小，更新更稳，不过显存占用升高，学习率也要跟着调高。',
    '批量大了以后梯度方差增大，更新更乱，不过显存占用降低，学习率也要跟着调低。',
  ],
  [
    '读写锁适合什么场景？和互斥锁比性能如何？',
    '适合读多写少的场景。读操作之间不互斥，可以并发，所以读多时读写锁比互斥锁快；写操作仍然独占。',
    '适合读多写少。读和读不互斥，能并发，读多的时候读写锁比互斥锁快，写还是独占。',
    '适合读少写多。读和读要互斥，不能并发，读多的时候互斥锁比读写锁快，写不独占。',
  ],
];

describe('a confident answer that tells facts of the wrong one', () => {
  it.each(EXCHANGED)('is half right at best: %s', (question, reference, right, wrong) => {
    expect(scoreOf(question, reference, right).band).toBeGreaterThanOrEqual(3);
    const grade = scoreOf(question, reference, wrong);
    expect(grade.band).toBeLessThanOrEqual(2);
    expect(grade.score).toBeLessThan(scoreOf(question, reference, right).score - 0.3);
  });
});

describe('a confident answer that turns facts round', () => {
  it.each(TURNED)('stands far below the right one: %s', (question, reference, right, wrong) => {
    expect(scoreOf(question, reference, right).band).toBeGreaterThanOrEqual(3);
    expect(scoreOf(question, reference, wrong).score).toBeLessThan(0.5);
    expect(scoreOf(question, reference, wrong).points.map(({ verdict }) => verdict)).toContain(
      'contradicted',
    );
  });
});

const LISTED: readonly Case[] = [
  [
    '什么是数据库事务的隔离级别？为什么需要它？',
    '隔离级别规定并发事务之间互相看得见多少。级别越低，并发越高，但会出现脏读、不可重复读和幻读；级别越高，越接近串行执行，加锁更多，吞吐下降，所以要按业务取舍。',
    '隔离级别就是规定并发的事务互相能看见多少，低了并发高，但是会有脏读、不可重复读、幻读，高了接近串行，锁多，吞吐会降，得看业务取舍。',
    '隔离级别，并发事务，脏读，不可重复读，幻读，串行执行，加锁，吞吐，业务取舍',
  ],
  [
    'Why do hash tables resize, and what does it cost?',
    'When the load factor grows, chains get longer and lookups slow down, so the table allocates more buckets and rehashes every key. One insert is then expensive, but the cost is amortized over many inserts.',
    'Once the load factor gets high the chains are long and lookups slow, so it allocates more buckets and rehashes every key. That insert is expensive, amortized over many it is cheap.',
    'load factor, chains, lookups, buckets, rehashes, key, insert, amortized',
  ],
];

describe('a list of terms where the reference explains', () => {
  it.each(LISTED)('is weak at best, whatever parts them: %s', (question, reference, right, list) => {
    expect(scoreOf(question, reference, right).band).toBeGreaterThanOrEqual(3);
    const terms = list.split(/[，,]\s*/u);
    for (const separator of ['，', ', ', '、', '\n'])
      expect(scoreOf(question, reference, terms.join(separator)).band).toBeLessThanOrEqual(1);
  });

  it('counts in full where the reference is a list itself', () => {
    const names = ['封装', '继承', '多态', '抽象', '组合', '接口'];
    const grade = scoreOf('面向对象的基本要素有哪些？', `包括：${names.join('、')}。`, names.join('，'));
    expect(grade.band).toBeGreaterThanOrEqual(4);
  });
});

describe('an honest comparison', () => {
  it('may be put the other way round', () => {
    const question = '链表和数组相比，哪个随机访问更快？';
    const reference = '数组随机访问比链表快，因为数组的元素连续存放，按下标直接算出地址；链表要从头逐个走。';
    const answer =
      '链表的随机访问比数组慢，得从头一个一个走；数组的元素是连续存放的，按下标直接就能算出地址。';
    expect(scoreOf(question, reference, answer).band).toBeGreaterThanOrEqual(4);
  });
});
