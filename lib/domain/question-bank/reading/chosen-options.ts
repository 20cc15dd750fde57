import type { Survey } from './candidates';
import type { Line } from './line';
import { unlettered } from './option-line';
import { findOptionRuns, type OptionRun } from './option-runs';
import type { Lead } from './structure';

/** A choice has at least two options and rarely more than these. */
const MOST_OPTIONS = 8;

/** The first list of single lines, its items taken for options A, B, … */
function listWithin(lines: readonly Line[], start: number, end: number): OptionRun | undefined {
  const items: number[] = [];
  for (let index = start; index < end; index++) {
    const line = lines[index];
    if (line === undefined || (line.kind === 'blank' && items.length === 0)) continue;
    if (line.item !== null) items.push(index);
    else if (line.kind !== 'blank' && items.length > 0) break;
  }
  const [first] = items;
  if (first === undefined || items.length < 2 || items.length > MOST_OPTIONS) return undefined;
  const options = items.map((index, position) => unlettered(lines[index]?.text ?? '', position));
  return { start: first, end: (items.at(-1) ?? first) + 1, style: 'list', options };
}

/** What a person who calls a question a choice means by its options: a run, also one that had no evidence, or a list. */
export function optionsWithin(lead: Lead, survey: Survey): OptionRun | undefined {
  const { index } = lead.candidate;
  const own = survey.lines.slice(index + 1, lead.end);
  const known = survey.runs.find((run) => run.start > index && run.end <= lead.end);
  if (known !== undefined) return known;
  const [raw] = findOptionRuns(own);
  if (raw !== undefined) return { ...raw, start: raw.start + index + 1, end: raw.end + index + 1 };
  return listWithin(survey.lines, index + 1, lead.end);
}
