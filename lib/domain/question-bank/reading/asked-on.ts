import type { Drafted } from './collect-drafts';
import type { Dissection } from './dissect';
import { summaryText } from './fold';
import { endsInQuestionMark, questionLikeness } from './likeness';
import { indexesOf, type Line } from './line';

/** The first line of a question's follow-ups that asks, and titles of folds within its answer that do. */
function askedIn({ lead, parts }: Dissection, lines: readonly Line[]): number[] {
  const followUps = parts.filter(({ kind }) => kind === 'follow-up');
  const first = followUps.flatMap(indexesOf).find((index) => endsInQuestionMark(lines[index]?.text ?? ''));
  const titles = indexesOf({ start: lead.candidate.stemEnd, end: lead.end }).filter((index) => {
    const line = lines[index];
    const title = line?.kind === 'html' ? summaryText(line) : null;
    return title !== null && endsInQuestionMark(title) && questionLikeness(title) === 1;
  });
  return [...(first === undefined ? [] : [first]), ...titles];
}

/** Lines that ask on within the bounds of questions and are part of no answer. */
export function askedOn(drafted: readonly Drafted[], lines: readonly Line[]): number[] {
  return drafted.flatMap(({ found }) => (found === undefined ? [] : askedIn(found, lines)));
}
