import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aChoiceQuestion, aQuestion } from '../../testing';
import { describeHistory, previousEdits } from './edit-history';
import { applyEdits } from './edits';
import type { QuestionEdits } from './model';

const a: QuestionEdits = { stem: '甲' };
const b: QuestionEdits = { stem: '乙', difficulty: 3 };

it.each<[string, QuestionEdits[], QuestionEdits | null]>([
  ['nothing', [], null],
  ['one edit', [a], {}],
  ['two edits', [a, b], a],
  ['an undo', [a, b, a], {}],
  ['everything undone', [a, b, a, {}], null],
  ['an edit after an undo', [a, b, a, { difficulty: 1 }], a],
  ['back to the document and on', [a, b, {}], b],
])('after %s', (_, history, expected) => {
  expect(previousEdits(history)).toEqual(expected);
});

it('as many undos as edits lead back to the document, through the same states', () => {
  const stems = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(stems, (drawn) => {
      const edits = drawn.map((stem): QuestionEdits => ({ stem }));
      const history = [...edits];
      for (const expected of [{}, ...edits].slice(0, -1).reverse()) {
        const back = previousEdits(history);
        expect(back).toEqual(expected);
        history.push(back ?? {});
      }
      expect(previousEdits(history)).toBeNull();
    }),
  );
});

it('each step says what it changed, seen from any later one', () => {
  const history: QuestionEdits[] = [{ correct: 'C' }, { correct: 'C', difficulty: 4 }, {}];
  const question = applyEdits(aQuestion({ ...aChoiceQuestion(), edits: { difficulty: 9 } }));
  expect(describeHistory(question, history).map(({ changes }) => changes)).toEqual([
    [
      { field: 'correct', before: 'B', after: 'C' },
      { field: 'answer', before: '梯度检查点', after: '提高学习率' },
    ],
    [{ field: 'difficulty', before: undefined, after: 4 }],
    [
      { field: 'correct', before: 'C', after: 'B' },
      { field: 'answer', before: '提高学习率', after: '梯度检查点' },
      { field: 'difficulty', before: 4, after: undefined },
    ],
  ]);
});
