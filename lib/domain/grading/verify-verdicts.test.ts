import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote } from './evidence';
import type { KeyPoint, Verdict } from './model';
import { type VerdictsReply, verdictsReplySchema } from './verdicts.prompt';
import { verifyVerdicts } from './verify-verdicts';

const points: KeyPoint[] = [
  { id: 'p1', text: '冻结原始权重', weight: 2, core: true },
  { id: 'p2', text: '训练低秩矩阵', weight: 1, core: true },
];
const turns = [{ text: '先把原始权重冻结住。' }, { prompt: '训练什么？', text: '训练两个低秩矩阵。' }];

function reply(
  items: Partial<VerdictsReply['points'][number]>[],
  rest: Partial<VerdictsReply> = {},
): VerdictsReply {
  const whole = items.map((item) => ({
    id: 'p1',
    quote: '',
    verdict: 'missing' as Verdict,
    note: '',
    ...item,
  }));
  return { points: whole, falseClaims: [], flags: [], referenceDoubt: '', ...rest };
}

function verdictsOf(given: VerdictsReply): (string | null)[][] {
  return verifyVerdicts(given, points, turns).points.map((point) => [point.verdict, point.quote]);
}

describe('verifyVerdicts', () => {
  it.each<[string, VerdictsReply, (string | null)[][]]>([
    [
      'quotes from any turn',
      reply([
        { id: 'p1', verdict: 'covered', quote: '原始权重，冻结' },
        { id: 'p2', verdict: 'partial', quote: '两个低秩矩阵' },
      ]),
      [
        ['covered', '原始权重冻结'],
        ['partial', '两个低秩矩阵'],
      ],
    ],
    [
      'an invented quote',
      reply([{ verdict: 'covered', quote: '冻结了所有层' }]),
      [
        ['missing', null],
        ['missing', null],
      ],
    ],
    [
      'no quote',
      reply([{ verdict: 'contradicted', quote: '' }]),
      [
        ['missing', null],
        ['missing', null],
      ],
    ],
    [
      'a quote from a follow-up question',
      reply([{ verdict: 'covered', quote: '训练什么' }]),
      [
        ['missing', null],
        ['missing', null],
      ],
    ],
    [
      'missing with a quote',
      reply([{ verdict: 'missing', quote: '冻结住' }]),
      [
        ['missing', null],
        ['missing', null],
      ],
    ],
    [
      'an unknown id',
      reply([{ id: 'p9', verdict: 'covered', quote: '冻结住' }]),
      [
        ['missing', null],
        ['missing', null],
      ],
    ],
    [
      'nothing',
      reply([]),
      [
        ['missing', null],
        ['missing', null],
      ],
    ],
    [
      'twice the same point: the worse',
      reply([
        { verdict: 'covered', quote: '冻结住' },
        { verdict: 'contradicted', quote: '原始权重' },
      ]),
      [
        ['contradicted', '原始权重'],
        ['missing', null],
      ],
    ],
    [
      'an id in another case',
      reply([{ id: ' P1', verdict: 'covered', quote: '冻结住' }]),
      [
        ['covered', '冻结住'],
        ['missing', null],
      ],
    ],
  ])('%s', (_, given, expected) => {
    expect(verdictsOf(given)).toEqual(expected);
  });

  it('keeps false claims with a quote, once each', () => {
    const falseClaims = [
      { quote: '两个低秩矩阵', reason: '不对' },
      { quote: '两个 低秩矩阵', reason: '再说一次' },
      { quote: '没说过的话', reason: '编的' },
    ];
    expect(verifyVerdicts(reply([], { falseClaims }), points, turns).falseClaims).toEqual([
      { quote: '两个低秩矩阵', reason: '不对' },
    ]);
  });

  it('flags a doubted reference and repeats the other flags once', () => {
    const verified = verifyVerdicts(
      reply([], { flags: ['injection', 'injection'], referenceDoubt: '公式错了' }),
      points,
      turns,
    );
    expect(verified.flags).toEqual(['injection', 'reference-doubted']);
    expect(verified.referenceDoubt).toBe('公式错了');
  });

  it('gives nothing for the question read out', () => {
    const question = '请解释 LoRA 为什么要冻结原始权重并只训练低秩矩阵？';
    const echo = verifyVerdicts(
      reply([{ verdict: 'covered', quote: '冻结原始权重并只训练低秩矩阵' }]),
      points,
      [{ text: question }],
      question,
    );
    expect(echo.points[0]?.verdict).toBe('missing');
    const term = verifyVerdicts(
      reply([{ verdict: 'covered', quote: '冻结原始权重' }]),
      points,
      [{ text: '因为冻结原始权重' }],
      question,
    );
    expect(term.points[0]?.verdict).toBe('covered');
  });

  it('whatever is replied: every point once, and no credit without words of the answer', () => {
    const item = fc.record({
      id: fc.constantFrom('p1', 'p2', 'p3', ''),
      quote: fc.oneof(fc.string(), fc.constantFrom('冻结住', '低秩', '，', '的')),
      verdict: fc.constantFrom<Verdict>('covered', 'partial', 'missing', 'contradicted'),
      note: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 6 }), (items) => {
        const verified = verifyVerdicts(reply(items), points, turns).points;
        expect(verified.map((point) => point.pointId)).toEqual(['p1', 'p2']);
        for (const point of verified) {
          expect(point.quote === null).toBe(point.verdict === 'missing');
          if (point.quote !== null)
            expect(turns.some((turn) => findQuote(turn.text, point.quote ?? ''))).toBe(true);
        }
      }),
    );
  });
});

describe('the reply schema', () => {
  const whole = {
    points: [{ id: 'p1', quote: null, verdict: 'missing' }],
    falseClaims: [],
    flags: [],
    referenceDoubt: null,
  };
  it.each<[string, unknown, boolean]>([
    ['null for nothing', whole, true],
    ['another case', { ...whole, points: [{ id: 'p1', quote: 'x', verdict: 'Covered ' }] }, true],
    ['unknown flags', { ...whole, flags: ['none'] }, true],
    ['points alone', { points: whole.points }, true],
    ['numbers beside', { ...whole, score: 250, points: [{ ...whole.points[0], score: -3 }] }, true],
    [
      'another verdict',
      { ...whole, points: [{ id: 'p1', quote: '', verdict: 'full marks', note: '' }] },
      false,
    ],
    ['a number for a verdict', { ...whole, points: [{ id: 'p1', quote: '', verdict: 1, note: '' }] }, false],
    ['no points', { falseClaims: [], flags: [], referenceDoubt: '' }, false],
    ['a list', [], false],
  ])('%s', (_, value, isRead) => {
    expect(verdictsReplySchema.safeParse(value).success).toBe(isRead);
  });
});

describe('quotes that nobody said', () => {
  const flagsOf = (...quotes: string[]) =>
    verifyVerdicts(
      reply(quotes.map((quote, index) => ({ id: `p${index + 1}`, verdict: 'covered', quote }))),
      points,
      turns,
    ).flags;

  it.each([
    [['更新全部参数', '换掉词表'], ['low-confidence']],
    [['更新全部参数'], ['low-confidence']],
    [['原始权重冻结', '换掉词表'], []],
    [[], []],
  ])('%j leave the grade doubtful when there are no others: %j', (quotes, flags) => {
    expect(flagsOf(...quotes)).toEqual(flags);
  });
});
