import type { AppealTally } from '../../../lib/domain/interview';
import { percent, type Table } from './format';

/** What the person who uses this Viva objected to. */
export function appealTable(appeals: readonly AppealTally[]): Table {
  return {
    title: 'Verdicts in your own interviews',
    head: [
      'grader',
      'answers',
      'verdicts',
      'contested',
      'better on a second look',
      'changed by you',
      'share changed',
      'changed from → to',
    ],
    rows: appeals.map(({ grader, answers, verdicts, contested, bettered, overridden }) => [
      grader,
      String(answers),
      String(verdicts),
      String(contested),
      String(bettered),
      String(overridden.length),
      percent(overridden.length / verdicts),
      changesOf(overridden),
    ]),
    note: 'A verdict is one of a key point, or a false claim. What nobody objected to was not thereby confirmed, and a person may be wrong as well.',
  };
}

function changesOf(overridden: AppealTally['overridden']): string {
  const counts = new Map<string, number>();
  for (const { machine, person } of overridden) {
    const change = `${machine} → ${person}`;
    counts.set(change, (counts.get(change) ?? 0) + 1);
  }
  return [...counts].map(([change, count]) => `${change} ${count}`).join(', ') || '–';
}
