import type { ReadQuestion } from '../model';
import { readChoice, readOpen } from './answers';
import type { Survey } from './candidates';
import { type Dissection, partText } from './dissect';
import { readKeyPoints, readMistakes } from './key-points';
import type { Line } from './line';
import { readDifficulty } from './metadata';
import { readStem } from './stem';

/** A question before its id is made. */
export type Draft = Omit<ReadQuestion, 'id'>;

/** What the surroundings say about a question. */
export interface Surroundings {
  topics: string[];
  difficulty: number | undefined;
  legend: ReadonlyMap<string, number>;
}

function difficultyOf(found: Dissection, around: Surroundings): number | undefined {
  const own = found.parts.find((part) => part.kind === 'difficulty');
  const emoji = [...found.lead.candidate.mark.emoji]
    .map((sign) => around.legend.get(sign))
    .find((value) => value !== undefined);
  return (own === undefined ? undefined : readDifficulty(own.first ?? '')) ?? emoji ?? around.difficulty;
}

/** Puts a question together from its parts. */
export function assemble(found: Dissection, survey: Survey, around: Surroundings): Draft {
  const { lines } = survey;
  const own = readStem(found, survey);
  const { stem, context } = own;
  const { run } = found;
  const answered = run === null ? readOpen(found, own, lines) : readChoice(found, run, lines);
  const keyPoints = readKeyPoints(partText(found.parts, 'key-points', lines));
  const mistakes = readMistakes(partText(found.parts, 'mistakes', lines));
  const difficulty = difficultyOf(found, around);
  const { stemTail, ...rest } = answered;
  return {
    kind: run === null ? 'open' : 'choice',
    stem: stemTail === '' ? stem : `${stem}\n\n${stemTail}`,
    ...(context === '' ? {} : { context }),
    ...rest,
    topics: around.topics,
    lines: { start: found.lead.candidate.index + 1, end: lastFilled(found, lines) },
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(keyPoints.length === 0 ? {} : { keyPoints }),
    ...(mistakes.length === 0 ? {} : { mistakes }),
  };
}

function lastFilled(found: Dissection, lines: readonly Line[]): number {
  let end = found.lead.end;
  const isEmpty = (line: Line | undefined): boolean =>
    line === undefined ||
    line.kind === 'blank' ||
    line.kind === 'rule' ||
    /^<a\b[^>]*>(?:<\/a>)?$/iu.test(line.text);
  while (end > found.lead.candidate.index + 1 && isEmpty(lines[end - 1])) end -= 1;
  return end;
}
