import fc from 'fast-check';
import { expect, it } from 'vitest';
import { previousEdits } from './edit-history';
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
