import { expect, it } from 'vitest';
import { demandsOf } from './demands';

it.each([
  ['为什么要做去重？', ['原因']],
  ['什么是早停？它有什么好处？', ['概念', '好处和代价']],
  ['合成数据的流程是什么？', ['做法']],
  ['TCP 和 UDP 有什么区别，各适合什么场景？', ['对比', '取舍']],
  ['学习率过大会怎样？', ['后果']],
  ['一次训练要占多少显存？', ['数目']],
  ['进程能共享内存吗？', ['判断']],
  ['谈谈你对缓存的认识', ['你的说明']],
])('says in plain words what %s asks for, in its order', (question, expected) => {
  expect(demandsOf(question, 'open', 'zh').map((demand) => demand.split('：')[0])).toEqual(expected);
});

it('asks for no more than three things, and for a choice where there are options', () => {
  const question =
    'Why, how does it work, when is it used, which kinds are there, and what are the drawbacks?';
  expect(demandsOf(question, 'open', 'en')).toHaveLength(3);
  expect(demandsOf(question, 'choice', 'en')).toEqual([expect.stringMatching(/^a choice/)]);
});
