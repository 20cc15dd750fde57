import type { Grader } from '../../../lib/domain/grading';
import type { AppealTally } from '../../../lib/domain/interview';
import type { SetFigures } from '../figures';
import type { SuiteFigures } from '../hostile/suite';
import { markdownTable } from './format';
import { tablesOf } from './tables';

/** All that an evaluation found. */
export interface Report {
  grader: Grader;
  sets: SetFigures[];
  /** Empty when not measured. */
  suite: SuiteFigures[];
  /** Of the person's own interviews; empty when not asked for. */
  appeals: AppealTally[];
}

export function titleOf({ grader, sets }: Report): string {
  if (sets.length === 0) return 'What you objected to';
  return `How far ${grader.kind === 'offline' ? 'the offline grader' : (grader.model ?? 'the model')} agrees with people`;
}

export function asMarkdown(report: Report): string {
  return [`# ${titleOf(report)}`, '', ...tablesOf(report).map(markdownTable)].join('\n').trimEnd();
}
