import { describe, expect, it } from 'vitest';
import { aQuestion } from '../../testing';
import { EMPTY_GLOSSARY } from '../retrieval';
import { DoubtFinder, deriveKeyPoints, type GradingTask, gradeOffline } from '.';

/** Characters per text: what is quadratic takes minutes at this size, what is linear or bounded a second or two. */
const SIZE = 60_000;
/** Milliseconds. */
const PATIENCE = 20_000;

/** One thing over and over: what backtracking, pairs of words and turning words without end are slow on. */
const PIECES = [
  '不',
  '汉',
  '汉不',
  '大不',
  ' ',
  '\t\n',
  '，',
  '。',
  '[',
  '(',
  '"',
  '\\',
  '*',
  '- ',
  '# ',
].concat(['1. ', 'a ', 'ab', 'PPO (', '对，', '谢谢，']);

const QUESTION = '什么是缓存？它会变快吗？';
const REFERENCE = '缓存把数据放在近处，读取更快，不会增加延迟。';

function fill(piece: string): string {
  return `题${piece.repeat(Math.ceil(SIZE / piece.length))}完`;
}

function scoreOf(reference: string, answer: string): number {
  const task: GradingTask = {
    question: QUESTION,
    kind: 'open',
    references: [reference],
    turns: [{ text: answer }],
    language: 'zh',
  };
  return gradeOffline(task).score;
}

describe('one thing over and over', () => {
  it.each(PIECES)(
    'is graded as an answer: %j',
    (piece) => expect(scoreOf(REFERENCE, fill(piece))).toBeLessThan(0.3),
    PATIENCE,
  );

  it.each(PIECES)(
    'is graded by as a reference: %j',
    (piece) => expect(scoreOf(fill(piece), REFERENCE)).toBeLessThan(0.5),
    PATIENCE,
  );

  it.each(PIECES)(
    'has few key points: %j',
    (piece) => expect(deriveKeyPoints(QUESTION, fill(piece)).length).toBeLessThanOrEqual(16),
    PATIENCE,
  );

  it.each(PIECES)(
    'has no abbreviation expanded wrongly: %j',
    (piece) => {
      const finder = new DoubtFinder(EMPTY_GLOSSARY);
      finder.addQuestion(aQuestion({ answer: fill(piece) }));
      finder.close();
      expect(finder.doubtsOf(0)).toEqual([]);
    },
    PATIENCE,
  );
});
