import type { Grader } from '../../../lib/domain/grading';
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
}

export function titleOf({ grader }: Report): string {
  return `How far ${grader.kind === 'offline' ? 'the offline grader' : (grader.model ?? 'the model')} agrees with people`;
}

export function asMarkdown(report: Report): string {
  return [`# ${titleOf(report)}`, '', ...tablesOf(report).map(markdownTable)].join('\n').trimEnd();
}
