import type { ReadQuestion } from '../model';
import { readChoice, readOpen } from './answers';
import type { Survey } from './candidates';
import { type Dissection, partText } from './dissect';
import { readKeyPoints, readMistakes } from './key-points';
import type { Line } from './line';
import { readDifficulty } from './metadata';
import { settle } from './settle';
import { readStem } from './stem';
import { readTags } from './tags';

/** A question before its id is made. */
export type Draft = Omit<ReadQuestion, 'id'>;

/** What the surroundings say about a question. */
export interface Surroundings {
  topics: string[];
  difficulty: number | undefined;
  legend: ReadonlyMap<string, number>;
  /** Tags of the whole document. */
  tags: readonly string[];
}

function difficultyOf(found: Dissection, around: Surroundings): number | undefined {
  const own = found.parts.find((part) => part.kind === 'difficulty');
  const emoji = [...found.lead.candidate.mark.emoji]
    .map((sign) => around.legend.get(sign))
    .find((value) => value !== undefined);
  const rated = readDifficulty(found.lead.candidate.mark.rating);
  const stated = own === undefined ? undefined : readDifficulty(own.first ?? '');
  return stated ?? emoji ?? rated ?? around.difficulty;
}

/** The question's own tags, then the document's. */
function tagsOf(found: Dissection, around: Surroundings): string[] {
  const own = found.parts
    .filter((part) => part.kind === 'tags')
    .flatMap((part) => readTags(part.first ?? ''));
  return [...new Set([...own, ...around.tags])];
}

/** Puts a question together from its parts. */
export function assemble(found: Dissection, survey: Survey, around: Surroundings): Draft {
  const { lines } = survey;
  const own = readStem(found, survey);
  const { run } = found;
  const { stem, answered, context } = settle(
    { ...own, answered: run === null ? readOpen(found, own, lines) : readChoice(found, run, lines) },
    found,
    lines,
  );
  const keyPoints = readKeyPoints(partText(found.parts, 'key-points', lines));
  const mistakes = readMistakes(partText(found.parts, 'mistakes', lines));
  const difficulty = difficultyOf(found, around);
  const tags = tagsOf(found, around);
  const { stemTail, ...rest } = answered;
  return {
    kind: run === null ? 'open' : 'choice',
    stem: stemTail === '' ? stem : `${stem}\n\n${stemTail}`,
    ...(context === '' ? {} : { context }),
    ...rest,
    topics: own.topic === '' ? around.topics : [...around.topics, own.topic],
    ...(tags.length === 0 ? {} : { tags }),
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
