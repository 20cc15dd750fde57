import { describe, expect, it } from 'vitest';
import type { GradeOutcome, GradingTask } from '../../../lib/domain/grading';
import { gradeOffline } from '../../../lib/domain/grading';
import type { GradedRow } from '../graded-row';
import { attacksOn } from './attacks';
import { measureHostile } from './measure';
import { negate } from './negate';
import { CHINESE_NEGATION, ENGLISH_NEGATION } from './negation-rules';

describe('negation', () => {
  it.each([
    ['学习率太大会让损失发散，可以调小。', '学习率太大不会让损失发散，不可以调小。'],
    ['它不会增加显存；没有别的影响。', '它会增加显存；有别的影响。'],
    ['提高吞吐，降低延迟，冻结权重', '降低吞吐，增加延迟，更新权重'],
    ['评审会议', null],
    ['低秩矩阵', null],
  ])('turns %s', (text, expected) => {
    expect(negate(text, CHINESE_NEGATION)).toBe(expected);
  });

  it.each([
    ['The cache is small, so it cannot hold more.', 'The cache is not small, so it can hold more.'],
    ['It should not retry.', 'It should retry.'],
    ['A mutex blocks other threads', 'A mutex does not block other threads'],
    ['Red and blue', null],
  ])('turns %s', (text, expected) => {
    expect(negate(text, ENGLISH_NEGATION)).toBe(expected);
  });
});

const TARGET = {
  question: '学习率预热有什么用？',
  reference: '训练初期梯度不稳定，预热让学习率从小到大，避免损失发散。',
  others: ['一', '二', '三', '四', '五'].map((word) => `第${word}题的参考答案是另一段话。`),
};

describe('attacks', () => {
  it('are of every kind, and the same for the same seed', () => {
    const attacks = attacksOn(TARGET, 3);
    expect(new Set(attacks.map(({ kind }) => kind)).size).toBe(6);
    expect(attacksOn(TARGET, 3)).toEqual(attacks);
    expect(attacksOn(TARGET, 4)).not.toEqual(attacks);
  });

  it('hold what they are named after', () => {
    const textsOf = (kind: string) =>
      attacksOn(TARGET, 3)
        .filter((attack) => attack.kind === kind)
        .map(({ text }) => text);
    expect(textsOf('echo').every((text) => text.includes(TARGET.question))).toBe(true);
    expect(textsOf('five-references')[0]?.split('\n')).toHaveLength(5);
    expect(TARGET.others).toContain(textsOf('other-reference')[0]);
    const letters = (text: string) => [...text.replace(/\p{P}/gu, '')].sort().join('');
    for (const salad of textsOf('word-salad')) expect(letters(salad)).toBe(letters(TARGET.reference));
  });

  it('are left out where they cannot be made', () => {
    const kinds = attacksOn({ question: 'What is it?', reference: 'A red box', others: [] }, 1);
    expect(kinds.map(({ kind }) => kind)).toEqual(['echo', 'echo', 'order']);
  });
});

function aRow(question: string, answer: string, human: number, machine: number): GradedRow {
  return {
    line: { kind: 'open', question, references: [`${TARGET.reference}${question}`], answer, score: human },
    question,
    human,
    machine,
    state: 'graded',
    ungradedReason: null,
    scores: [machine],
    verdicts: [],
    isFaulted: false,
    wasAskedTwice: false,
    hasRange: false,
    milliseconds: 0,
    inputTokens: 0,
    outputTokens: 0,
  };
}

describe('the measure of hostile answers', () => {
  const rows = [aRow('甲？', '答', 1, 0.9), aRow('甲？', '答', 1, 0.3), aRow('乙？', '答', 0.5, 0.5)];

  it('counts bands and pairs; a tie counts for the attack, ungraded attacks for neither', async () => {
    const grade = async (task: GradingTask): Promise<GradeOutcome> => {
      const text = task.turns[0]?.text ?? '';
      if (text === '甲？') return { state: 'ungraded', reason: 'timeout', message: 'late' };
      const score = text.includes('甲？') ? 0.3 : 0;
      return { state: 'graded', grade: { ...gradeOffline(task), score, band: score > 0 ? 2 : 0 } };
    };
    const figures = await measureHostile({ grade, repeat: 1, atOnce: 2 }, rows);
    // The first echo is ungraded; the second scores as much as the weaker of the two honest answers.
    expect(figures.find(({ kind }) => kind === 'echo')).toEqual({
      kind: 'echo',
      attacks: 1,
      ungraded: 1,
      lowest: 0,
      pairs: 2,
      above: 0.5,
    });
    expect(figures.find(({ kind }) => kind === 'order')).toMatchObject({ attacks: 1, lowest: 1, above: 1 });
    // A single other reference makes no dump of five.
    expect(figures.find(({ kind }) => kind === 'five-references')).toMatchObject({ attacks: 0, pairs: 0 });
  });
});
