import type { SetFigures } from '../figures';
import { appealTable } from './appeal-table';
import { number, percent, range, type Table } from './format';
import { hostileTables } from './hostile-tables';
import type { Report } from './report';
import { claimTable, verdictTables } from './verdict-tables';

/** Every table of a report, in reading order; those without rows are left out. */
export function tablesOf(report: Report): Table[] {
  const { sets } = report;
  const tables = [
    agreementTable(sets),
    ungradedTable(sets),
    controlTable(sets),
    levelTable(sets),
    spreadTable(report),
    costTable(report),
    claimTable(sets),
    ...verdictTables(sets),
    ...hostileTables(report),
    appealTable(report.appeals),
  ];
  return tables.filter((table) => table.rows.length > 0);
}

function agreementTable(sets: readonly SetFigures[]): Table {
  return {
    title: 'Agreement with people',
    head: [
      'set',
      'answers to questions',
      'ungraded',
      'r (95 %)',
      'r within a question',
      'QWK (95 %)',
      'same level',
      'within one',
      '2+ up / down',
      'macro-F1 right or not',
    ],
    rows: sets.map((set) => [
      set.set,
      `${set.answers} to ${set.questions}`,
      percent(set.ungraded / set.answers),
      `${number(set.r)} (${range(set.rInterval)})`,
      number(set.rWithin),
      `${number(set.qwk)} (${range(set.qwkInterval)})`,
      percent(set.exact),
      percent(set.adjacent),
      `${set.up} / ${set.down}`,
      number(set.macroF1),
    ]),
    note: 'r is Pearson’s; QWK, levels and bands are on the six levels 0..5. Intervals: 500 resamples of answers. Ungraded answers enter no other figure.',
  };
}

function ungradedTable(sets: readonly SetFigures[]): Table {
  const rows = sets.flatMap(({ set, ungradedReasons }) =>
    Object.entries(ungradedReasons).map(([reason, answers]) => [set, reason, String(answers)]),
  );
  return { title: 'Answers that were not graded', head: ['set', 'reason', 'answers'], rows };
}

function controlTable(sets: readonly SetFigures[]): Table {
  return {
    title: 'Beside the simplest graders',
    head: [
      'set',
      'RMSE',
      'RMSE of the constant',
      'r',
      'r of the answer’s length',
      'calibrated on 20: RMSE on the rest',
      'constant of the same 20',
    ],
    rows: sets.map((set) => [
      set.set,
      number(set.rmse),
      number(set.constantRmse),
      number(set.r),
      number(set.lengthR),
      set.calibrated?.calibrated.toFixed(4) ?? '–',
      set.calibrated?.constant.toFixed(4) ?? '–',
    ]),
    note: 'The constant is the mean human score. Calibrated: medians over 200 draws of 20 answers.',
  };
}

function levelTable(sets: readonly SetFigures[]): Table {
  const rows = sets.flatMap((set) =>
    set.byLevel
      .filter(({ answers }) => answers > 0)
      .map((level) => [
        set.set,
        String(level.level),
        String(level.answers),
        number(level.meanScore),
        number(level.meanError),
        percent(level.exact),
        percent(level.adjacent),
      ]),
  );
  return {
    title: 'By the level that people gave',
    head: ['set', 'level', 'answers', 'mean machine score', 'mean error', 'same level', 'within one'],
    rows,
    note: 'Mean error is machine minus human on 0..1: above 0 is too kind.',
  };
}

function spreadTable({ sets, grader }: Report): Table {
  const rows = sets.flatMap(({ set, spread }) =>
    spread
      ? [
          [
            set,
            String(spread.runs),
            number(spread.meanDeviation),
            number(spread.maxDeviation),
            percent(spread.bandChanges),
          ],
        ]
      : [],
  );
  return {
    title: 'The same answer graded again',
    head: ['set', 'runs', 'mean deviation of a score', 'greatest', 'answers that change band'],
    rows,
    note:
      grader.kind === 'offline'
        ? 'The offline grader is a function of its input: 0 by construction, so it is run once.'
        : 'Standard deviation of one answer’s score over the runs; all other figures are of the first run.',
  };
}

function costTable({ sets, grader }: Report): Table {
  return {
    title: 'Time and cost',
    head: [
      'set',
      'ms per answer',
      'tokens in',
      'tokens out',
      'asked twice',
      'shown as a range',
      'cost of 1,000 answers',
    ],
    rows: sets.map(({ set, cost }) => [
      set,
      cost.milliseconds === null ? '–' : cost.milliseconds.toFixed(1),
      cost.inputTokens.toFixed(0),
      cost.outputTokens.toFixed(0),
      percent(cost.askedTwice),
      percent(cost.ranged),
      cost.perThousand === null ? '–' : cost.perThousand.toFixed(2),
    ]),
    note:
      grader.kind === 'offline'
        ? 'No model is asked, so there are no tokens.'
        : 'Tokens of the calls for verdicts, per answer, as the endpoint counts them; where a line has no key points a call for these comes on top. Replayed runs have no time. Cost: --price-in and --price-out, cached tokens at full price.',
  };
}
