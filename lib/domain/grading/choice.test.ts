import { describe, expect, it } from 'vitest';
import { gradeChoice, gradeOffline } from '.';

const options = [
  { label: 'A', text: '$W_0$ 和 $B$ 都更新' },
  { label: 'B', text: '只更新最后一层' },
  { label: 'C', text: '冻结原权重，更新低秩矩阵' },
  { label: 'D', text: '全部冻结' },
];
const read = (text: string, correct = 'C', given = options) =>
  gradeChoice({ options: given, correct, turns: [{ text }] }).choice;

describe('gradeChoice', () => {
  it.each([
    ['C', 'C'],
    ['c', 'C'],
    ['Ｃ', 'C'],
    ['c.', 'C'],
    ['(C)', 'C'],
    ['选C', 'C'],
    ['我选 C。', 'C'],
    ['答案是 C', 'C'],
    ['答案：C，因为 A 里原权重也更新了', 'C'],
    ['应该选B吧', 'B'],
    ['C, because the original weights stay frozen', 'C'],
    ['The answer is C', 'C'],
    ['I choose option B', 'B'],
    ['冻结原权重，更新低秩矩阵', 'C'],
    ['嗯，我觉得是冻结原权重、更新低秩矩阵', 'C'],
    ['因为原权重不动，所以 C 对', 'C'],
    ['不选 A，选 C', 'C'],
    ['选 A……不对，改选 C', 'C'],
  ])('%s names %s', (text, chosen) => {
    expect(read(text)?.chosen).toBe(chosen);
  });

  it.each(['我不知道', 'A model is trained on data', '', 'B 和 C 都有可能吧，说不准'])(
    '%s names nothing that a single choice could be',
    (text) => {
      expect(read(text)?.isRight ?? false).toBe(false);
    },
  );

  it.each([
    ['A、C', true],
    ['ac', true],
    ['选 C 和 A', true],
    ['A, C', true],
    ['选AC', true],
    ['CA', true],
    ['A', false],
    ['ABC', false],
    ['选 ABCD', false],
  ])('of several right options %s is %s', (text, isRight) => {
    expect(read(text, 'AC')?.isRight).toBe(isRight);
  });

  it.each([
    ['不是C', ''],
    ['not C', ''],
    ["It isn't C", ''],
    ['C is wrong, B', 'B'],
    ['C is incorrect. I choose B', 'B'],
    ['C? no, A', 'A'],
    ['C... no wait, D', 'D'],
    ['C, I mean D', 'D'],
    ['不选C，选B', 'B'],
    ['C不对，应该是D', 'D'],
    ['C 错，D 对', 'D'],
    ['排除A和B，选C', 'C'],
    ['A, not C', 'A'],
    ['not A but C', 'C'],
    ['C，B 和 D 都不对', 'C'],
    ['除了C都错', 'C'],
    ['Not sure, C', 'C'],
    ['C. No other option fits', 'C'],
  ])('%s chooses %s', (text, chosen) => {
    expect(read(text)?.chosen ?? '').toBe(chosen);
  });

  it.each([
    ['除了B和D都对', 'AC'],
    ['除 B、D 以外都正确', 'AC'],
    ['all except B and D', 'AC'],
    ['A和C，不选B', 'AC'],
    ['A、C 对，B、D 错', 'AC'],
    ['除了A和C都不对', 'AC'],
  ])('of several, %s chooses %s', (text, chosen) => {
    expect(read(text, 'AC')?.chosen).toBe(chosen);
  });

  it.each([
    ['A 是错的', 'A'],
    ['A is wrong', 'A'],
    ['除了A都对', 'A'],
    ['B 对，A 错', 'A'],
    ['不是B，选A', 'A'],
  ])('asked for the wrong one, %s chooses %s', (text, chosen) => {
    const task = { question: '下列说法错误的是（）', options, correct: 'A', turns: [{ text }] };
    expect(gradeChoice(task).choice?.chosen).toBe(chosen);
  });

  it.each([
    [undefined, ['no-reference']],
    ['', ['no-reference']],
    ['Z', ['no-reference']],
    ['AZ', ['no-reference']],
    ['A', []],
  ])('with the key %s says whether there is anything to compare with', (correct, flags) => {
    const task = {
      question: '训练时更新什么？',
      kind: 'choice' as const,
      options,
      references: [],
      language: 'zh' as const,
    };
    const grade = gradeOffline({
      ...task,
      ...(correct === undefined ? {} : { correct }),
      turns: [{ text: 'A' }],
    });
    expect(grade.flags).toEqual(flags);
  });

  it('lets the letter alone decide, and shows the reasons beside it', () => {
    const grade = gradeOffline({
      question: '训练时更新什么？',
      kind: 'choice',
      options,
      correct: 'C',
      references: ['原权重被冻结，只有两个低秩矩阵接收梯度。'],
      turns: [{ text: 'C，因为每一层都要更新' }],
      language: 'zh',
    });
    expect(grade).toMatchObject({ score: 1, band: 5, choice: { chosen: 'C', isRight: true } });
    expect(grade.points.every(({ core }) => !core)).toBe(true);
  });
});
