import type { SetFigures } from '../figures';
import { VERDICTS } from '../verdict-agreement';
import { number, percent, type Table } from './format';

export function claimTable(sets: readonly SetFigures[]): Table {
  const rows = sets.flatMap(({ set, claims }) =>
    claims
      ? [
          [
            set,
            `${claims.labelled} of ${claims.answers}`,
            String(claims.found),
            number(claims.precision),
            number(claims.recall),
          ],
        ]
      : [],
  );
  return {
    title: 'Answers that state something wrong',
    head: ['set', 'labelled so', 'found', 'precision', 'recall'],
    rows,
    note: 'Labelled: a person gave the verdict “contradicted” on a key point or, in sets without verdicts, the label “contradictory”. Found: the grader gives such a verdict or a false claim with its quote. Something wrong that no label speaks of counts against the precision, which is therefore a lower bound.',
  };
}

/** One table for each set with a person's verdict on every key point. */
export function verdictTables(sets: readonly SetFigures[]): Table[] {
  return sets.flatMap(({ set, verdicts }) =>
    verdicts
      ? [
          {
            title: `Verdicts on key points: ${set}`,
            head: ['people \\ machine', ...VERDICTS],
            rows: VERDICTS.map((human) => [
              human,
              ...VERDICTS.map((machine) => String(verdicts.confusion[human][machine])),
            ]),
            note: `${verdicts.points} points, ${percent(verdicts.same)} with the same verdict, Cohen’s kappa ${number(verdicts.kappa)}.`,
          },
        ]
      : [],
  );
}
