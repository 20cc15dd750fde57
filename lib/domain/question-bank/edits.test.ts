import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aChoiceQuestion, aQuestion } from '../../testing';
import { applyEdits, contentBasis, contentOf, editsOf, settleContent, withoutEdits } from './edits';
import type { Question, QuestionContent } from './model';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const named = text.map((value) => `x${value.trim()}`.trim());
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const options = fc
  .uniqueArray(fc.constantFrom('A', 'B', 'C', 'D', 'E'), { minLength: 2, maxLength: 5 })
  .chain((labels) => fc.tuple(...labels.map((label) => named.map((value) => ({ label, text: value })))));

/** Any content that a document or a person could give, in its settled form. */
const content: fc.Arbitrary<QuestionContent> = fc
  .record({
    kind: fc.constantFrom('open' as const, 'choice' as const),
    stem: named,
    context: optional(named),
    options: optional(options),
    correct: optional(fc.constantFrom('A', 'B', 'AC', 'DB')),
    answer: text,
    explanation: optional(named),
    difficulty: optional(fc.integer({ min: 1, max: 10 })),
    topics: fc.array(named, { maxLength: 3 }),
    tags: optional(fc.array(named, { maxLength: 3 })),
    keyPoints: optional(
      fc.array(fc.record({ text: named, weight: fc.integer({ min: 1, max: 5 }), core: fc.boolean() }), {
        maxLength: 3,
      }),
    ),
    mistakes: optional(fc.array(named, { maxLength: 2 })),
  })
  .map((drawn) => settleContent(drawn));

const placed = (drawn: QuestionContent): Question => {
  const { documentId, documentName, position, retiredAt, id, lines } = aQuestion();
  return { ...drawn, id, lines, documentId, documentName, position, retiredAt };
};

describe('laws of edits', () => {
  it('laying the edits over the document gives what the person wants', () => {
    fc.assert(
      fc.property(content, content, (base, wanted) => {
        const edited = applyEdits({ ...placed(base), edits: editsOf(base, wanted) });
        expect(contentOf(edited)).toEqual(wanted);
      }),
    );
  });

  it('taking them away gives the document back', () => {
    fc.assert(
      fc.property(content, content, (base, wanted) => {
        const edited = applyEdits({ ...placed(base), edits: editsOf(base, wanted) });
        expect(withoutEdits(edited)).toEqual(placed(base));
      }),
    );
  });

  it('wanting what the document says is no edit', () => {
    fc.assert(
      fc.property(content, (base) => {
        expect(editsOf(base, base)).toEqual({});
      }),
    );
  });

  it('each edit differs from the document, and the original names the same fields', () => {
    fc.assert(
      fc.property(content, content, (base, wanted) => {
        const edits = editsOf(base, wanted);
        const { original = {} } = applyEdits({ ...placed(base), edits });
        expect(Object.keys(original).sort()).toEqual(Object.keys(edits).sort());
        for (const [field, value] of Object.entries(edits))
          expect(value).not.toEqual(original[field as keyof QuestionContent]);
      }),
    );
  });

  it('settling twice is settling once', () => {
    fc.assert(
      fc.property(content, (drawn) => {
        expect(settleContent(drawn)).toEqual(drawn);
      }),
    );
  });

  it('an edit stays over whatever the document becomes', () => {
    fc.assert(
      fc.property(content, content, content, (base, wanted, later) => {
        const edits = editsOf(base, wanted);
        const edited = applyEdits({ ...placed(later), edits });
        if (edits.stem !== undefined) expect(edited.stem).toBe(wanted.stem);
        if (edits.keyPoints) expect(edited.keyPoints).toEqual(wanted.keyPoints);
        expect(contentOf(withoutEdits(edited))).toEqual(later);
      }),
    );
  });

  it('the basis changes with the content and with nothing else', () => {
    fc.assert(
      fc.property(content, content, (left, right) => {
        const isEqual = JSON.stringify(left) === JSON.stringify(right);
        expect(contentBasis(placed(left)) === contentBasis(placed(right))).toBe(isEqual);
      }),
    );
  });
});

describe('applyEdits', () => {
  it('gives the very question back without edits', () => {
    const question = aQuestion();
    expect(applyEdits(question)).toBe(question);
    const untouched = { ...question, edits: {} };
    expect(applyEdits(untouched)).toBe(untouched);
  });

  it('takes a field away, and says what the document has there', () => {
    const question = applyEdits(
      aQuestion({ explanation: '见上', edits: { explanation: null, difficulty: 3 } }),
    );
    expect(question).not.toHaveProperty('explanation');
    expect(question).toMatchObject({ difficulty: 3, original: { explanation: '见上', difficulty: null } });
  });

  it.each([
    ['answer', ''],
    ['stem', aQuestion().stem],
    ['kind', 'open'],
    ['topics', aQuestion().topics],
  ] as const)('a question keeps its %s', (field, expected) => {
    expect(applyEdits(aQuestion({ edits: { [field]: null } }))[field]).toEqual(expected);
  });

  it('lets the answer follow the key', () => {
    const edited = applyEdits(aQuestion({ ...aChoiceQuestion(), edits: { correct: 'AC' } }));
    expect(edited.answer).toBe('加大批量\n提高学习率');
    expect(edited.original).toEqual({ correct: 'B', answer: '梯度检查点' });
  });

  it('lets the answer follow options that the document changed after the key was edited', () => {
    const later = aChoiceQuestion({
      options: [
        { label: 'A', text: '减小批量' },
        { label: 'B', text: '梯度检查点' },
      ],
    });
    const edited = applyEdits(aQuestion({ ...later, edits: { correct: 'A', answer: '加大批量' } }));
    expect(edited.answer).toBe('减小批量');
  });

  it('leaves an edited answer alone when the document lost the option that the key names', () => {
    const later = aChoiceQuestion({ options: [{ label: 'B', text: '梯度检查点' }] });
    const edited = applyEdits(aQuestion({ ...later, edits: { correct: 'C', answer: '提高学习率' } }));
    expect(edited.answer).toBe('提高学习率');
  });
});

describe('editsOf', () => {
  const base = aChoiceQuestion();

  it('an open question has no options and no key', () => {
    const edits = editsOf(base, { ...base, kind: 'open', answer: '用重新计算换显存' });
    expect(edits).toEqual({ kind: 'open', options: null, correct: null, answer: '用重新计算换显存' });
  });

  it('the key is read in any order and case', () => {
    expect(editsOf(base, { ...base, correct: 'c a' })).toMatchObject({ correct: 'AC' });
    expect(editsOf(base, { ...base, correct: 'b' })).toEqual({});
  });

  it('white space around a text is no edit', () => {
    expect(editsOf(base, { ...base, stem: `\n${base.stem}  `, tags: [], context: ' ' })).toEqual({});
  });
});
