import { describe, expect, it } from 'vitest';
import type { Grade, PointVerdict, Verdict } from '../model';
import { writeOfflineCritique } from './critique';

function point(verdict: Verdict, core: boolean): PointVerdict {
  const quote = verdict === 'missing' ? null : '重新计算';
  return { pointId: 'p1', point: '用重新计算换显存', core, weight: 1, verdict, quote, note: '' };
}

function critiqueOf(points: PointVerdict[]): string {
  const grade: Grade = {
    score: 1,
    band: 5,
    points,
    falseClaims: [],
    flags: [],
    grader: { kind: 'offline' },
    choice: { chosen: 'B', correct: 'B', isRight: true },
  };
  return writeOfflineCritique(grade, 'zh');
}

describe('the next step of a critique', () => {
  it('does not say that all is said when nothing was', () => {
    expect(critiqueOf([point('missing', false)])).toBe('选择 B，正确。');
  });

  it.each([[[point('covered', false)]], [[point('covered', true), point('missing', false)]]])(
    'says it when every point asked for is there',
    (points) => {
      expect(critiqueOf(points)).toContain('要点都已说到');
    },
  );
});

it('an answer to a choice question that names no option is told so, not that nothing matches', () => {
  const grade: Grade = {
    score: 0,
    band: 0,
    points: [],
    falseClaims: [],
    flags: [],
    grader: { kind: 'offline' },
  };
  expect(writeOfflineCritique(grade, 'zh', 'choice')).toMatch(/^没有从回答里认出选了哪一项/);
  expect(writeOfflineCritique(grade, 'en', 'choice')).toMatch(/^No option was recognised/);
  expect(writeOfflineCritique(grade, 'zh')).toContain('没有找到与参考答案对应的内容');
});
