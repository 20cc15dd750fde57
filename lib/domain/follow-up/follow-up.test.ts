import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grade, KeyPoint, PointVerdict } from '../grading';
import { blankKeyTerms, choosePointToProbe, findLeak, isLeakFree, writeFollowUp, writeHint } from '.';
import { pointKindOf } from './point-kind';
import { keyTermsOf } from './terms';

const question = 'LoRA 为什么能省显存？';
const texts = [
  '冻结预训练权重，只训练低秩矩阵 A 和 B',
  '优化器状态只为少量可训练参数保存，因此显存随之变小',
  '推理前可以把 BA 合并回原权重，不增加延迟',
  '通常取 r = 8 或 16，再由 lora_alpha 缩放',
  'Gradient checkpointing trades compute for activation memory',
];
const points: KeyPoint[] = texts.map((text, index) => ({ id: `p${index + 1}`, text, weight: 1, core: true }));

function verdict(pointId: string, kind: PointVerdict['verdict'], weight = 1, core = true): PointVerdict {
  const point = points.find((candidate) => candidate.id === pointId)?.text ?? '';
  return {
    pointId,
    point,
    core,
    weight,
    verdict: kind,
    quote: kind === 'missing' ? null : '会变慢',
    note: '',
  };
}

function gradeOf(verdicts: PointVerdict[]): Grade {
  return { score: 0, band: 0, points: verdicts, falseClaims: [], flags: [], grader: { kind: 'offline' } };
}

describe('findLeak', () => {
  it.each([
    ['想想冻结预训练权重这件事', '冻结预训练权重', [], true],
    ['想想 冻结「预训练」权重', '冻结预训练权重', [], true],
    ['想想预训练权重', '冻结预训练权重', [], false],
    ['想想冻结预训练权重这件事', '冻结预训练权重', ['我会冻结预训练权重'], false],
    ['think of trading compute for memory', 'it trades compute for memory', [], true],
    ['think of memory and compute', 'it trades compute for memory', [], false],
  ])('%s against %s (known %j)', (text, point, known, expected) => {
    expect(findLeak(text, [point], known) !== null).toBe(expected);
  });
});

describe('hints', () => {
  const request = { question, points, answers: [], language: 'zh' as const };

  it('step 1 says how many and what they are about', () => {
    expect(writeHint({ ...request, step: 1 })).toMatch(/还有 5 个要点/);
  });

  it('count what only adds apart, as the card does', () => {
    const mixed = points.map((point, index) => ({ ...point, core: index < 3 }));
    expect(writeHint({ ...request, points: mixed, step: 1 })).toContain(
      '还有 3 个要点可以说，另有 2 个加分点',
    );
    expect(writeHint({ ...request, points: mixed, step: 1, language: 'en' })).toContain(
      '3 points, and 2 bonus points are still open',
    );
    expect(writeHint({ ...request, points: mixed, step: 2 })).toContain('4. （加分）');
    const bonus = points.map((point) => ({ ...point, core: false }));
    expect(writeHint({ ...request, points: bonus, step: 1 })).toContain('还有 5 个要点');
  });

  it('step 2 names the kind and the beginning of each', () => {
    const hint = writeHint({ ...request, step: 2 });
    expect(hint.split('\n')).toHaveLength(6);
    expect(hint).toContain('冻结预');
  });

  it('steps 1 and 2 give no point away, whatever was said', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(1 as const, 2 as const),
        fc.subarray(points, { minLength: 1 }),
        fc.subarray(texts),
        (step, open, said) => {
          const hint = writeHint({ ...request, points: open, answers: said, step });
          return isLeakFree(hint, open, question, said);
        },
      ),
    );
  });

  it('step 3 keeps every key term blanked', () => {
    const hint = writeHint({ ...request, step: 3 });
    for (const term of texts.flatMap((text) => keyTermsOf(text, [question])))
      expect(hint).not.toContain(term.text);
    expect(hint).toContain('＿＿');
  });

  it('blanks identifiers, numbers and names, and leaves the small words standing', () => {
    expect(blankKeyTerms('通常取 r = 8，再由 lora_alpha 缩放', [])).toBe('通常取 ＿＿ = ＿＿，再由 ＿＿');
  });
});

describe('follow-ups', () => {
  it('aim at a contradicted core point first, then the heaviest missing one', () => {
    const open = [verdict('p1', 'missing', 1), verdict('p2', 'missing', 3), verdict('p3', 'contradicted')];
    expect(choosePointToProbe(gradeOf(open))?.pointId).toBe('p3');
    expect(choosePointToProbe(gradeOf(open), ['p3'])?.pointId).toBe('p2');
  });

  it('leave bonus points and covered points alone', () => {
    expect(
      choosePointToProbe(gradeOf([verdict('p1', 'covered'), verdict('p2', 'missing', 1, false)])),
    ).toBeNull();
  });

  it.each(points.map((point) => [point.id]))('never say the point they aim at: %s', (id) => {
    for (const kind of ['missing', 'partial', 'contradicted'] as const) {
      for (const language of ['zh', 'en'] as const) {
        const followUp = writeFollowUp({
          question,
          target: verdict(id, kind),
          rubric: { points },
          answers: ['会变慢'],
          language,
        });
        expect(isLeakFree(followUp.text, points, question, ['会变慢'])).toBe(true);
        expect(followUp.about).not.toBe('');
      }
    }
  });
});

describe('pointKindOf', () => {
  it.each([
    ['调用 `get_peft_model`', 'call'],
    ['秩一般取 8', 'number'],
    ['首先清洗数据', 'step'],
    ['因为只更新少量参数', 'reason'],
    ['奖励模型是指给回答打分的模型', 'definition'],
    ['温和的说法', 'fact'],
  ])('%s is %s', (text, kind) => {
    expect(pointKindOf(text)).toBe(kind);
  });
});

describe('a long text', () => {
  it('is taken apart once, whoever wrote it', () => {
    // Minutes with a segmenter that is given all of it, or with every word compared with every other.
    const long = '低秩 LoRA，'.repeat(10_000);
    expect(keyTermsOf(long, ['低秩']).every(({ text }) => text === 'LoRA')).toBe(true);
    const wide = {
      ...(points[0] as KeyPoint),
      text: Array.from({ length: 2000 }, (_, n) => `项${n}、`).join(''),
    };
    expect(writeHint({ question, points: [wide], answers: [long], step: 1, language: 'zh' })).toContain(
      '1 个',
    );
  });
});
