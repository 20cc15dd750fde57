import { describe, expect, it } from 'vitest';
import { aReadQuestion } from '../../testing';
import { rubricBasis, taskOf } from './question-task';

const plain = aReadQuestion({ stem: '输出是什么？' });
const coded = { ...plain, context: '```python\nprint(2 ** 3)\n```' };

describe('a question about code', () => {
  it('is graded with its code', () => {
    expect(taskOf(coded, [], [], 'zh').question).toBe('输出是什么？\n\n```python\nprint(2 ** 3)\n```');
    expect(taskOf(plain, [], [], 'zh').question).toBe('输出是什么？');
  });

  it('has another rubric once its code has changed', () => {
    expect(rubricBasis(coded)).not.toBe(rubricBasis(plain));
    expect(rubricBasis(coded)).not.toBe(rubricBasis({ ...coded, context: 'print(2 ** 4)' }));
  });
});
