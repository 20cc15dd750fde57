import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aQuestion } from '../../testing';
import { areNearIdentical, findExactDuplicates, haveSameSetting } from './duplicates';
import type { Question } from './model';
import { groupPairs, keptApartTest, proposalsOf, type SamePair } from './same-pairs';

const STEM = '梯度裁剪解决什么问题？';
const ANSWER = '限制梯度的范数，避免一步走得太远。';

function q(id: string, overrides: Partial<Question> = {}): Question {
  return aQuestion({ id, documentId: `d_${id}`, stem: STEM, answer: ANSWER, ...overrides });
}
const never = () => false;
const groupsOf = (
  questions: readonly Question[],
  areKeptApart = never as (a: string, b: string) => boolean,
) =>
  findExactDuplicates(questions, areKeptApart).map(({ into, duplicates }) => [
    into.id,
    ...duplicates.map(({ id }) => id),
  ]);

describe('exact duplicates', () => {
  it.each<[string, Partial<Question>, Partial<Question>]>([
    [
      'width, case, emphasis and the last sign',
      { stem: '**LoRA** 的 rank 怎么选?' },
      { stem: 'lora 的 rank 怎么选？' },
    ],
    ['runs of white space in the answer', { answer: '甲  乙\n丙' }, { answer: '甲 乙 丙。' }],
    ['where a picture lies', { context: '![图](a/1.png)' }, { context: '![figure](b/2.png)' }],
  ])('sets aside %s', (_, left, right) => {
    expect(groupsOf([q('a', left), q('b', right)])).toEqual([['a', 'b']]);
  });

  it.each<[string, Partial<Question>, Partial<Question>]>([
    ['another answer', {}, { answer: '让训练更快。' }],
    ['other code', { context: '```\nprint(1)\n```' }, { context: '```\nprint(2)\n```' }],
    ['other indentation', { context: 'if x:\n  y()\nz()' }, { context: 'if x:\n  y()\n  z()' }],
    ['code on one side only', { context: '`x`' }, {}],
    ['another kind', {}, { kind: 'choice' }],
    [
      'other options',
      { options: [{ label: 'A', text: '范数' }] },
      { options: [{ label: 'A', text: '学习率' }] },
    ],
    ['another right option', { correct: 'A' }, { correct: 'B' }],
    ['another case of the answer', { answer: 'a' }, { answer: 'A' }],
    ['a stem that names nothing, without an answer', { stem: '为什么？' }, { stem: '为什么？', answer: '' }],
    [
      'a sign that makes another name',
      { stem: 'C++ 的析构函数何时执行？' },
      { stem: 'C 的析构函数何时执行？' },
    ],
  ])('keeps apart what differs in %s', (_, left, right) => {
    expect(groupsOf([q('a', left), q('b', right)])).toEqual([]);
  });

  it('keeps the first that has an answer', () => {
    expect(groupsOf([q('a', { answer: '' }), q('b'), q('c'), q('d', { answer: '' })])).toEqual([
      ['b', 'c', 'a', 'd'],
    ]);
    expect(groupsOf([q('a', { answer: '' }), q('b', { answer: '' })])).toEqual([['a', 'b']]);
  });

  it('makes a group of each answer', () => {
    const other = { answer: '让损失不再跳。' };
    expect(groupsOf([q('a'), q('b', other), q('c'), q('d', other)])).toEqual([
      ['a', 'c'],
      ['b', 'd'],
    ]);
  });

  it('never joins what a person split', () => {
    expect(groupsOf([q('a'), q('b')], keptApartTest([['b', 'a']]))).toEqual([]);
    expect(groupsOf([q('a'), q('b'), q('c')], keptApartTest([['a', 'b']]))).toEqual([['a', 'c']]);
  });

  it('finds nothing in what it left over, and each question once', () => {
    const bank = fc.array(
      fc.record({
        stem: fc.constantFrom(STEM, '预热有什么用处呢？', '为什么？'),
        answer: fc.constantFrom('', ANSWER, '别的。'),
        context: fc.constantFrom(undefined, '`x`'),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(bank, (drafts) => {
        const questions = drafts.map(({ context, ...draft }, index) =>
          q(`q${index}`, { ...draft, ...(context ? { context } : {}) }),
        );
        const groups = findExactDuplicates(questions, never);
        const gone = groups.flatMap(({ duplicates }) => duplicates.map(({ id }) => id));
        expect(new Set(gone).size).toBe(gone.length);
        expect(groupsOf(questions.filter(({ id }) => !gone.includes(id)))).toEqual([]);
      }),
    );
  });
});

describe('near-identical answers', () => {
  it.each<[boolean, Partial<Question>, Partial<Question>]>([
    [true, {}, { answer: `${ANSWER} ` }],
    [true, {}, { answer: '' }],
    [false, {}, { answer: '', stem: '别的问题是什么？' }],
    [false, {}, { answer: '把大的梯度整个丢掉，只留方向。' }],
    [false, { kind: 'choice', correct: 'A' }, { kind: 'choice', correct: 'B' }],
  ])('%s', (expected, left, right) => {
    expect(areNearIdentical(q('a', left), q('b', right))).toBe(expected);
    expect(areNearIdentical(q('b', right), q('a', left))).toBe(expected);
  });

  it('needs the same kind and code', () => {
    expect(haveSameSetting(q('a'), q('b', { stem: '别的' }))).toBe(true);
    expect(haveSameSetting(q('a'), q('b', { context: 'x' }))).toBe(false);
  });
});

describe('groups of pairs', () => {
  const pair = (firstId: string, secondId: string, score = 0.8): SamePair => ({ firstId, secondId, score });
  const shape = (pairs: readonly SamePair[], order: readonly string[]) =>
    groupPairs(pairs, order).map(({ rootId, others }) => [rootId, ...others.map(({ id }) => id)]);

  it('makes no chain: everything in a group is paired with its root', () => {
    expect(shape([pair('a', 'b'), pair('b', 'c')], ['a', 'b', 'c'])).toEqual([['a', 'b']]);
    expect(shape([pair('a', 'b'), pair('b', 'c'), pair('c', 'd')], ['a', 'b', 'c', 'd'])).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(shape([pair('c', 'b'), pair('a', 'c')], ['c', 'a', 'b'])).toEqual([['c', 'a', 'b']]);
  });

  it('is the same whichever end of a pair is named first, and in whatever order pairs come', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
      selector: (ends) => [...ends].sort().join(),
      maxLength: 8,
    });
    fc.assert(
      fc.property(some, (ends) => {
        const pairs = ends.filter(([a, b]) => a !== b).map(([a, b]) => pair(a, b));
        const turned = pairs.map(({ firstId, secondId }) => pair(secondId, firstId)).reverse();
        expect(groupPairs(turned, ids)).toEqual(groupPairs(pairs, ids));
      }),
    );
  });

  it('proposes the question with an answer as the one that stays, and never a pair that was kept apart', () => {
    const questions = [q('a', { answer: '' }), q('b'), q('c', { answer: '完全不同的说法。' })];
    const pairs = [pair('a', 'b', 1), pair('b', 'c', 0.7)];
    expect(proposalsOf(questions, pairs, never)).toMatchObject([
      {
        root: { id: 'b' },
        others: [
          { question: { id: 'c' }, score: 0.7, isNearIdentical: false },
          { question: { id: 'a' }, score: 1, isNearIdentical: true },
        ],
      },
    ]);
    expect(
      proposalsOf(
        questions,
        pairs,
        keptApartTest([
          ['c', 'b'],
          ['a', 'b'],
        ]),
      ),
    ).toEqual([]);
  });
});
