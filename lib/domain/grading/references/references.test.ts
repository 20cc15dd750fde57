import { describe, expect, it } from 'vitest';
import { deriveKeyPoints } from '../key-points/derive';
import type { GradingTask, KeyPoint, PointVerdict, Verdict } from '../model';
import { gradeOffline } from '../offline/grade-offline';
import { disagreements } from './disagreements';
import { excuseDisputed } from './excuse';
import { gradeFromReferences } from './grade-from-references';
import { joinPoints } from './join-points';
import { standardsOf } from './standards';

const QUESTION = '布隆过滤器有什么特点？';
const FIRST = '布隆过滤器占用内存很少。它判断不存在时一定正确。它不支持删除元素。';
const AGREEING = '判断某个元素不存在时一定正确。插入与查询的耗时只取决于哈希函数的个数。';
const OPPOSED = '布隆过滤器占用内存很少。它支持删除元素。';
const OTHER = '用多个哈希函数把元素映射到位数组。查询时任何一位为零就能断定没有见过。';

function rubricOf(...references: string[]): KeyPoint[] {
  return joinPoints(QUESTION, deriveKeyPoints(QUESTION, references[0] ?? ''), references);
}
function taskOf(answer: string, ...references: string[]) {
  return {
    question: QUESTION,
    kind: 'open',
    references,
    points: rubricOf(...references),
    turns: [{ text: answer }],
    language: 'zh',
  } satisfies GradingTask;
}

describe('the rubric of several references', () => {
  it('keeps the first’s points, notes who else makes them, and adds the rest as a bonus', () => {
    const points = rubricOf(FIRST, AGREEING);
    expect(points.map(({ core, reference = 0 }) => [core, reference])).toEqual([
      [true, 0],
      [true, 0],
      [true, 0],
      [false, 1],
    ]);
    expect(points[1]?.alsoIn).toMatchObject([{ reference: 1 }]);
    expect(AGREEING).toContain(points[1]?.alsoIn?.[0]?.words);
    expect(points[3]?.evidence).toContain('哈希函数的个数');
    expect(new Set(points.map(({ id }) => id)).size).toBe(4);
  });

  it('is that of the first when the others say nothing new, and for one reference', () => {
    expect(rubricOf(FIRST, FIRST).every(({ reference }) => reference === undefined)).toBe(true);
    expect(rubricOf(FIRST)).toEqual(deriveKeyPoints(QUESTION, FIRST));
  });

  it('has at most twelve points, or as many as the first reference', () => {
    const list = (from: number, count: number) =>
      Array.from(
        { length: count },
        (_, index) => `- 第${from + index}条规则涉及编号${(from + index) * 7919}的对象`,
      ).join('\n');
    expect(rubricOf(FIRST, list(1, 30), list(40, 30)).length).toBeLessThanOrEqual(12);
    expect(rubricOf(list(1, 14), FIRST)).toHaveLength(14);
  });
});

describe('standards', () => {
  const point = (id: string, overrides: Partial<KeyPoint> = {}): KeyPoint => ({
    id,
    text: id,
    weight: 1,
    core: true,
    ...overrides,
  });

  it('let another reference stand for itself only when it is another view', () => {
    const wordings = [point('p1', { alsoIn: [{ reference: 1, words: 'x' }] }), point('p2')];
    expect(standardsOf(wordings)).toMatchObject([
      { reference: 0, isEnough: true },
      { reference: 1, isEnough: false, points: [{ id: 'p1', evidence: 'x' }] },
    ]);
    const figure = { check: { by: 'number', value: 4, unit: 'bit', tolerance: 0 } } as const;
    const [, other] = standardsOf([point('p1', { ...figure, alsoIn: [{ reference: 1, words: '8 bit' }] })]);
    expect(other?.points[0]?.check).toBeUndefined();
    const view = [point('p1'), point('p2', { core: false, reference: 1, evidence: 'y' })];
    expect(standardsOf(view)).toMatchObject([
      { reference: 0, isEnough: true, points: [{ id: 'p1', core: true }] },
      { reference: 1, isEnough: true, points: [{ id: 'p2', core: true, evidence: 'y' }] },
    ]);
  });
});

describe('disagreement', () => {
  it('names the words on both sides, whichever comes first', () => {
    const [one, ...rest] = disagreements(QUESTION, [FIRST, OPPOSED]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ a: 0, b: 1 });
    expect(one?.quoteA).toContain('不支持删除');
    expect(one?.quoteB).toContain('支持删除');
    const [turned] = disagreements(QUESTION, [OPPOSED, FIRST]);
    expect(turned?.quoteA).not.toContain('不');
    expect(turned?.quoteB).toContain('不支持删除');
  });

  it('is not where one says more, the same, or nothing', () => {
    expect(disagreements(QUESTION, [FIRST, AGREEING])).toEqual([]);
    expect(disagreements(QUESTION, [FIRST, FIRST, OTHER])).toEqual([]);
    expect(disagreements(QUESTION, [FIRST])).toEqual([]);
    expect(disagreements(QUESTION, ['', FIRST])).toEqual([]);
  });
});

describe('grading by several references', () => {
  it('accepts what any of them supports', () => {
    const alone = gradeOffline(taskOf(OTHER, FIRST));
    const both = gradeOffline(taskOf(OTHER, FIRST, OTHER));
    expect(alone.score).toBeLessThan(0.5);
    expect(both.score).toBeGreaterThan(0.7);
    expect(both.restsOn).toBe(1);
    expect(both.points.filter(({ core }) => !core).every(({ verdict }) => verdict === 'covered')).toBe(true);
  });

  it('holds nothing against an answer that one of them supports, and says that they disagree', () => {
    const answer = '布隆过滤器占用内存很少，判断不存在时一定正确。它支持删除元素。';
    const alone = gradeOffline(taskOf(answer, FIRST));
    expect(alone.points.map(({ verdict }) => verdict)).toContain('contradicted');
    const both = gradeOffline(taskOf(answer, FIRST, OPPOSED));
    expect(both.points.map(({ verdict }) => verdict)).not.toContain('contradicted');
    expect(both.points.find(({ note }) => note !== '')?.note).toContain('说法不一');
    expect(both.score).toBeGreaterThan(alone.score);
    expect(both.score).toBeGreaterThan(0.7);
  });

  it('still holds against an answer what none supports', () => {
    const answer = '布隆过滤器占用内存很少。它判断不存在时一定不正确。它不支持删除元素。';
    const { points } = gradeOffline(taskOf(answer, FIRST, OPPOSED));
    expect(points.map(({ verdict }) => verdict)).toContain('contradicted');
  });

  it('accepts either side where plain references disagree', () => {
    const { points: _, ...plain } = taskOf('它支持删除元素，布隆过滤器占用内存很少。', FIRST, OPPOSED);
    expect(gradeOffline(plain).score).toBeGreaterThan(0.7);
  });

  it('is never lower than by the first reference alone', () => {
    for (const answer of [FIRST, OTHER, AGREEING, OPPOSED, '不知道。', '占内存少'])
      expect(gradeOffline(taskOf(answer, FIRST, OTHER)).score).toBeGreaterThanOrEqual(
        gradeOffline(taskOf(answer, FIRST)).score,
      );
  });
});

describe('verdicts of a model', () => {
  const grader = { kind: 'llm' as const };
  const verified = (points: readonly KeyPoint[], verdicts: readonly [Verdict, string | null][]) => ({
    points: points.map(
      (point, index): PointVerdict => ({
        pointId: point.id,
        point: point.text,
        core: point.core,
        weight: point.weight,
        verdict: verdicts[index]?.[0] ?? 'missing',
        quote: verdicts[index]?.[1] ?? null,
        note: '',
      }),
    ),
    falseClaims: [],
    flags: [],
    referenceDoubt: '',
  });

  it('are measured by the reference that supports the answer best', () => {
    const task = taskOf(OTHER, FIRST, OTHER);
    const fromOther = task.points.map(({ reference }): [Verdict, string | null] =>
      reference === 1 ? ['covered', '位数组'] : ['missing', null],
    );
    const grade = gradeFromReferences(task, verified(task.points, fromOther), grader);
    expect(grade).toMatchObject({ score: 1, restsOn: 1 });
    expect(grade.points.map(({ core }) => core)).toEqual(task.points.map(({ core }) => core));
  });

  it('do not punish what another reference says', () => {
    const answer = '它支持删除元素。';
    const task = taskOf(answer, FIRST, OPPOSED);
    const [one, two, three] = excuseDisputed(
      verified(task.points, [
        ['missing', null],
        ['missing', null],
        ['contradicted', answer],
      ]).points,
      task,
    );
    expect([one?.verdict, two?.verdict, three?.verdict]).toEqual(['missing', 'missing', 'covered']);
    const alone = { ...task, references: [FIRST] };
    expect(
      excuseDisputed(
        verified(task.points, [
          ['missing', null],
          ['missing', null],
          ['contradicted', answer],
        ]).points,
        alone,
      )[2]?.verdict,
    ).toBe('contradicted');
  });
});
