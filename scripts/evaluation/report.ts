import {
  agreement,
  constantRmse,
  correlationOf,
  type Judged,
  levelOf,
  macroF1,
  mean,
  quadraticWeightedKappa,
  rmse,
  withinQuestion,
} from './metrics';
import { calibrationGain, interval } from './resampling';

/** One answer of a set, graded. */
export interface GradedRow extends Judged {
  answer: string;
  /** Null: the grader could not grade it; it is left out of every figure but the share. */
  state: 'graded' | 'ungraded';
  milliseconds: number;
  tokens: number;
}

export interface SetFigures {
  set: string;
  answers: number;
  questions: number;
  ungraded: number;
  r: number;
  rInterval: [number, number];
  rWithin: number;
  qwk: number;
  qwkInterval: [number, number];
  rmse: number;
  constantRmse: number;
  exact: number;
  adjacent: number;
  up: number;
  down: number;
  macroF1: number;
  /** r of the answer's length alone: a grader must be far above it. */
  lengthR: number;
  calibrated: { calibrated: number; constant: number } | null;
  /** Of answers that people put on each of the six levels: how many there are and their mean machine score. */
  byLevel: { level: number; answers: number; meanScore: number }[];
  millisecondsPerAnswer: number;
  tokensPerAnswer: number;
}

export function figuresOf(set: string, all: readonly GradedRow[]): SetFigures {
  const rows = all.filter((row) => row.state === 'graded');
  return {
    set,
    answers: all.length,
    questions: new Set(all.map((row) => row.question)).size,
    ungraded: all.length - rows.length,
    r: correlationOf(rows),
    rInterval: interval(rows, correlationOf),
    rWithin: withinQuestion(rows),
    qwk: quadraticWeightedKappa(rows),
    qwkInterval: interval(rows, quadraticWeightedKappa),
    rmse: rmse(rows),
    constantRmse: constantRmse(rows),
    ...agreement(rows),
    macroF1: macroF1(rows),
    lengthR: correlationOf(rows.map((row) => ({ ...row, machine: row.answer.length }))),
    calibrated: calibrationGain(rows),
    byLevel: byLevel(rows),
    millisecondsPerAnswer: mean(all.map((row) => row.milliseconds)),
    tokensPerAnswer: mean(all.map((row) => row.tokens)),
  };
}

function byLevel(rows: readonly Judged[]): SetFigures['byLevel'] {
  return [0, 1, 2, 3, 4, 5].map((level) => {
    const group = rows.filter((row) => levelOf(row.human) === level);
    return { level, answers: group.length, meanScore: mean(group.map((row) => row.machine)) };
  });
}

const number = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(3));
const range = ([low, high]: [number, number]) => `${number(low)}–${number(high)}`;

/** The figures as Markdown tables. */
export function asMarkdown(grader: string, sets: readonly SetFigures[]): string {
  const head =
    '| set | answers | r (95 %) | r within a question | QWK (95 %) | RMSE | constant | exact | within one | 2+ up / down | macro-F1 | length alone r | ungraded |';
  const rows = sets.map(
    (set) =>
      `| ${set.set} | ${set.answers} to ${set.questions} | ${number(set.r)} (${range(set.rInterval)}) | ${number(set.rWithin)} | ${number(set.qwk)} (${range(set.qwkInterval)}) | ${number(set.rmse)} | ${number(set.constantRmse)} | ${number(set.exact)} | ${number(set.adjacent)} | ${set.up} / ${set.down} | ${number(set.macroF1)} | ${number(set.lengthR)} | ${set.ungraded} |`,
  );
  return [
    `# Agreement with people: ${grader}`,
    '',
    head,
    `|${' --- |'.repeat(13)}`,
    ...rows,
    '',
    ...levels(sets),
    '',
    ...costs(sets),
  ].join('\n');
}

function levels(sets: readonly SetFigures[]): string[] {
  const rows = sets.map(
    (set) =>
      `| ${set.set} | ${set.byLevel.map(({ answers, meanScore }) => `${number(meanScore)} (${answers})`).join(' | ')} |`,
  );
  return [
    'Mean machine score (answers) by the level people gave:',
    '',
    '| set | 0 | 1 | 2 | 3 | 4 | 5 |',
    `|${' --- |'.repeat(7)}`,
    ...rows,
  ];
}

function costs(sets: readonly SetFigures[]): string[] {
  const rows = sets.map(
    (set) =>
      `| ${set.set} | ${set.calibrated ? `${number(set.calibrated.calibrated)} / ${number(set.calibrated.constant)}` : '–'} | ${set.millisecondsPerAnswer.toFixed(1)} | ${set.tokensPerAnswer.toFixed(0)} |`,
  );
  return [
    'Calibrated on 20 answers (medians over 200 draws), time and tokens:',
    '',
    '| set | RMSE on the rest / constant | ms per answer | tokens per answer |',
    `|${' --- |'.repeat(4)}`,
    ...rows,
  ];
}
