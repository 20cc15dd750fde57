import { describe, expect, it } from 'vitest';
import { aChoiceQuestion, aReadQuestion } from '../../testing';
import { CONTENT_LIMITS, checkContent } from './check-content';
import { contentOf, settleContent } from './edits';
import type { QuestionContent } from './model';

const open = contentOf(aReadQuestion());
const choice = contentOf(aChoiceQuestion());
const point = { text: '低秩', weight: 1, core: true };
const long = (length: number) => '长'.repeat(length + 1);

describe('checkContent', () => {
  it.each<[string, QuestionContent]>([
    ['an open question', open],
    ['one without an answer', { ...open, answer: '' }],
    ['a choice question', choice],
    ['one without a key', { ...choice, correct: undefined }],
    ['several right options', { ...choice, correct: 'ABC' }],
    ['key points', { ...open, keyPoints: [point, { ...point, weight: 0.5, core: false }] }],
    ['the ends of the scale', { ...open, difficulty: 10 }],
  ])('has nothing against %s', (_, content) => {
    expect(checkContent(settleContent(content))).toEqual([]);
  });

  it.each<[string, QuestionContent, object]>([
    ['no stem', { ...open, stem: ' \n' }, { field: 'stem', code: 'blank' }],
    ['a book', { ...open, answer: long(CONTENT_LIMITS.text) }, { field: 'answer', code: 'too-long' }],
    [
      'one option',
      { ...choice, correct: undefined, options: [{ label: 'A', text: '一' }] },
      { field: 'options', code: 'too-few' },
    ],
    ['no options', { ...open, kind: 'choice' }, { field: 'options', code: 'too-few' }],
    [
      'an empty option',
      { ...choice, options: [...(choice.options ?? []), { label: 'D', text: ' ' }] },
      { field: 'options', index: 3, code: 'blank' },
    ],
    [
      'the same label twice',
      { ...choice, options: [...(choice.options ?? []), { label: 'A', text: '四' }] },
      { field: 'options', index: 3, code: 'duplicate' },
    ],
    [
      'a label of two letters',
      { ...choice, options: [...(choice.options ?? []), { label: 'DE', text: '四' }] },
      { field: 'options', index: 3, code: 'not-a-letter' },
    ],
    ['a key to nothing', { ...choice, correct: 'BX' }, { field: 'correct', code: 'no-such-option' }],
    ['difficulty 0', { ...open, difficulty: 0 }, { field: 'difficulty', code: 'out-of-range' }],
    [
      'no difficulty at all',
      { ...open, difficulty: Number.NaN },
      { field: 'difficulty', code: 'out-of-range' },
    ],
    [
      'a weightless point',
      { ...open, keyPoints: [point, { ...point, weight: 0 }] },
      { field: 'keyPoints', index: 1, code: 'out-of-range' },
    ],
    [
      'a point without words',
      { ...open, keyPoints: [{ ...point, text: '' }] },
      { field: 'keyPoints', index: 0, code: 'blank' },
    ],
    [
      'a page as a topic',
      { ...open, topics: ['甲', long(CONTENT_LIMITS.name)] },
      { field: 'topics', index: 1, code: 'too-long' },
    ],
    [
      'too many tags',
      { ...open, tags: Array.from({ length: CONTENT_LIMITS.names + 1 }, (_, index) => `t${index}`) },
      { field: 'tags', code: 'too-many' },
    ],
  ])('names what is wrong with %s', (_, content, problem) => {
    expect(checkContent(settleContent(content))).toContainEqual(problem);
  });

  it('holds against an edit only what it brings', () => {
    const odd = settleContent({ ...choice, correct: undefined, options: [{ label: 'A', text: '' }] });
    expect(checkContent({ ...odd, difficulty: 3 }, odd)).toEqual([]);
    expect(checkContent({ ...odd, stem: '' }, odd)).toEqual([{ field: 'stem', code: 'blank' }]);
  });
});
