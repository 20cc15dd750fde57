import { describe, expect, it } from 'vitest';
import { type GradingTask, gradeOffline } from '..';
import { beyondOf } from './beyond';
import { conceptIndexWith, read } from './reading';

const INDEX = conceptIndexWith();
const QUESTION = '早停法怎么防止过拟合？';
const REFERENCE =
  '训练时看验证集上的损失，连续几轮不再下降就停下来，保留最好的那一轮参数，模型便不会记住训练集的噪声。';

function beyond(answer: string, reference = REFERENCE) {
  return beyondOf({ reading: read(answer, INDEX) }, read(`${QUESTION}\n${reference}`, INDEX));
}

describe('what an answer asserts beside question and reference', () => {
  it('counts terms of the field that nobody asked for', () => {
    expect(beyond('验证集损失几轮不降就停，留最好的参数').strayTerms).toBe(0);
    expect(beyond('把优化器换成强化学习，量化之后再蒸馏').strayTerms).toBeGreaterThan(0.5);
  });

  it('takes one among many for a remark', () => {
    const remark = '验证集损失几轮不降就停，留最好的参数，免得记住训练集的噪声，和正则化一个道理';
    expect(beyond(remark).strayTerms).toBeLessThan(0.15);
  });

  it('does not count words of any subject, nor the part of a known term', () => {
    expect(beyond('比较方便，速度快，成本也不高').strayTerms).toBe(0);
    expect(beyond('先做学习率预热', '学习率预热在开始几步里慢慢升高。').strayTerms).toBe(0);
  });

  it('counts a term in another language or another name as known', () => {
    expect(beyond('看 validation set 的 loss，几轮不降就 early stopping').strayTerms).toBe(0);
  });

  it('counts words of overclaiming, unless the reference says such a thing', () => {
    expect(beyond('必须把所有层都停掉，完全不会过拟合').overclaims).toBeGreaterThan(3);
    expect(beyond('一定时间不降就停').overclaims).toBe(0);
    expect(beyond('不需要再训练', '验证损失不降以后就不用训练了。').overclaims).toBe(0);
  });

  it('is bounded below for a short answer', () => {
    expect(beyond('完全不用').overclaims).toBeLessThanOrEqual(4);
  });
});

describe('the score of an answer with the same words of the reference', () => {
  const scoreOf = (answer: string) => {
    const task: GradingTask = {
      question: QUESTION,
      kind: 'open',
      references: [REFERENCE],
      turns: [{ text: answer }],
      language: 'zh',
    };
    return gradeOffline(task).score;
  };
  const told = '训练的时候看验证集的损失，连续几轮不下降就停，保留最好那轮的参数';

  it('is lower when it goes on with claims of other things', () => {
    const right = `${told}，这样不会把训练集里的噪声记下来。`;
    const wrong = `${told}，而且必须先做量化和蒸馏，学习率越大越好，所有优化器都要换成强化学习。`;
    expect(scoreOf(wrong)).toBeLessThan(scoreOf(right) - 0.1);
  });

  it('keeps at least two fifths for it', () => {
    const wrong = `${told}，量化、蒸馏、剪枝、强化学习、对齐都必须做，完全不需要，越多越好，所有任何一律必然。`;
    expect(scoreOf(wrong)).toBeGreaterThan(0.3 * scoreOf(told));
  });
});
