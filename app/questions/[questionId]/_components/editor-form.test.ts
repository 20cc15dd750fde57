import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentOf, settleContent } from '@/lib/domain/question-bank';
import { aChoiceQuestion, aReadQuestion } from '@/lib/testing';
import { readDraft } from './editor-draft';
import { added, lettered, moved, removed, replaced, toContent, toForm } from './editor-form';

const rows = fc
  .uniqueArray(fc.nat(99), { minLength: 1, maxLength: 6 })
  .map((keys) => keys.map((key) => ({ key })));

describe('the form of a question', () => {
  it.each([
    ['open', aReadQuestion({ difficulty: 3, tags: ['标签'], explanation: '因为', mistakes: ['混淆'] })],
    ['choice', aChoiceQuestion({ correct: 'AC', context: '```\ncode\n```' })],
    ['pointed', aReadQuestion({ keyPoints: [{ text: '低秩', weight: 0.5, core: false }] })],
  ])('says of an %s question what the question says', (_, question) => {
    expect(settleContent(toContent(toForm(question)))).toEqual(settleContent(contentOf(question)));
  });

  it('makes of a weight that is no number nothing that could be saved', () => {
    const form = toForm(aReadQuestion({ keyPoints: [{ text: '低秩', weight: 1, core: true }] }));
    const keyPoints = replaced(form.keyPoints, 0, { weight: '' });
    expect(toContent({ ...form, keyPoints }).keyPoints?.[0]?.weight).toBeNaN();
  });
});

describe('rows', () => {
  it('moved down and up again stand where they stood, and none is lost', () => {
    fc.assert(
      fc.property(rows, fc.nat(5), (list, index) => {
        const down = moved(list, index, 1);
        expect(down.map(({ key }) => key).sort()).toEqual(list.map(({ key }) => key).sort());
        if (index < list.length - 1) expect(moved(down, index + 1, -1)).toEqual(list);
        else expect(down).toEqual(list);
      }),
    );
  });

  it('that are added have keys of their own, and can be taken away again', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const longer = added(list, {});
        expect(new Set(longer.map(({ key }) => key)).size).toBe(list.length + 1);
        expect(removed(longer, list.length)).toEqual(list);
      }),
    );
  });

  it('of options are lettered by their place, the tick going with the text', () => {
    const { options } = toForm(aChoiceQuestion());
    expect(lettered(moved(options, 1, -1))).toMatchObject([
      { label: 'A', text: '梯度检查点', isRight: true },
      { label: 'B', text: '加大批量', isRight: false },
      { label: 'C' },
    ]);
  });
});

describe('a draft', () => {
  const like = toForm(aReadQuestion());
  const draft = { basis: 'b', form: { ...like, stem: '改到一半' } };

  it('is what was typed', () => {
    expect(readDraft(JSON.stringify(draft), like)).toEqual(draft);
  });

  it.each([
    '',
    'half a sen',
    'null',
    '[]',
    '{"basis":"b"}',
    '{"basis":"b","form":{"stem":"x"}}',
    JSON.stringify({ ...draft, basis: 1 }),
    JSON.stringify({ ...draft, form: { ...like, options: 'A' } }),
  ])('is none when it is %j', (text) => {
    expect(readDraft(text, like)).toBeNull();
  });
});
