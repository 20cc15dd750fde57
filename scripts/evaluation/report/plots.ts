import type { EvaluatedSet } from '../evaluate-sets';
import type { SetFigures } from '../figures';
import type { ReliabilityBin } from '../reliability';
import type { Canvas } from './canvas';

/** Seen by itself a plot says what is on its axes; the page says what it means. */
const SIZE = { width: 330, height: 300, marginLeft: 44, marginBottom: 40 };
const UNIT = [0, 1] as const;
const DIAGONAL = [
  [0, 0],
  [1, 1],
] as const;

/** Machine scores of all answers by the level that people gave: boxes, with each answer as a dot behind. */
export function scoresByLevel({ Plot, draw }: Canvas, { rows }: EvaluatedSet): string {
  const graded = rows.filter((row) => row.state === 'graded');
  const points = graded.map((row, index) => ({
    level: Math.round(row.human * 5),
    machine: row.machine,
    // Dots of one level are spread sideways, always the same way.
    beside: Math.round(row.human * 5) + (((index * 7919) % 61) / 61 - 0.5) * 0.55,
  }));
  return draw({
    ...SIZE,
    x: { domain: [-0.5, 5.5], ticks: [0, 1, 2, 3, 4, 5], tickFormat: 'd', label: 'level by people' },
    y: { domain: UNIT, label: 'score by the machine', grid: true },
    marks: [
      Plot.dot(points, { x: 'beside', y: 'machine', r: 1.6, fill: 'currentColor', fillOpacity: 0.18 }),
      Plot.line(
        [0, 1, 2, 3, 4, 5].map((level) => [level, level / 5]),
        { stroke: 'currentColor', strokeDasharray: '3,3', strokeOpacity: 0.6 },
      ),
      ...boxes(Plot, points),
    ],
  });
}

/** Quartiles, median and mean of each level. (Plot's own box mark wants a band scale, which dots beside it do not.) */
function boxes(Plot: Canvas['Plot'], points: readonly { level: number; machine: number }[]) {
  const levels = [0, 1, 2, 3, 4, 5].flatMap((level) => {
    const scores = points
      .filter((point) => point.level === level)
      .map(({ machine }) => machine)
      .sort((a, b) => a - b);
    const at = (share: number) => scores[Math.round(share * (scores.length - 1))] ?? Number.NaN;
    if (scores.length === 0) return [];
    return [{ x1: level - 0.3, x2: level + 0.3, low: at(0.25), middle: at(0.5), high: at(0.75) }];
  });
  return [
    Plot.rect(levels, {
      x1: 'x1',
      x2: 'x2',
      y1: 'low',
      y2: 'high',
      stroke: 'var(--accent)',
      fill: 'var(--accent)',
      fillOpacity: 0.15,
    }),
    Plot.link(levels, {
      x1: 'x1',
      x2: 'x2',
      y1: 'middle',
      y2: 'middle',
      stroke: 'var(--accent)',
      strokeWidth: 2.5,
    }),
  ];
}

/** What people gave to answers of about the same machine score; on the diagonal the two scales are one. */
export function reliabilityCurve({ Plot, draw }: Canvas, { reliability }: SetFigures): string {
  const most = Math.max(...reliability.map(({ answers }) => answers));
  const radius = ({ answers }: ReliabilityBin) => 3 + 7 * Math.sqrt(answers / most);
  return draw({
    ...SIZE,
    x: { domain: UNIT, label: 'score by the machine', grid: true },
    y: { domain: UNIT, label: 'mean score by people', grid: true },
    r: { type: 'identity' },
    marks: [
      Plot.line(DIAGONAL, { stroke: 'currentColor', strokeDasharray: '3,3', strokeOpacity: 0.6 }),
      Plot.line(reliability, { x: 'meanMachine', y: 'meanHuman', stroke: 'var(--accent)', strokeWidth: 1.5 }),
      Plot.dot(reliability, {
        x: 'meanMachine',
        y: 'meanHuman',
        r: radius,
        fill: 'var(--accent)',
        fillOpacity: 0.75,
      }),
    ],
  });
}

/** r and QWK of every set with their intervals, and r of the answer's length alone. */
export function agreementBars({ Plot, draw }: Canvas, sets: readonly SetFigures[]): string {
  const bars = sets.flatMap((set) => [
    { set: set.set, figure: 'r', value: set.r, low: set.rInterval[0], high: set.rInterval[1] },
    { set: set.set, figure: 'QWK', value: set.qwk, low: set.qwkInterval[0], high: set.qwkInterval[1] },
  ]);
  const lengths = sets.map((set) => ({ set: set.set, figure: 'r', value: set.lengthR }));
  return draw({
    width: 700,
    height: 60 + 62 * sets.length,
    marginLeft: 54,
    marginRight: 170,
    x: {
      domain: [Math.min(0, ...bars.map(({ low }) => low), ...lengths.map(({ value }) => value)), 1],
      grid: true,
      label: null,
    },
    y: { label: null, domain: ['r', 'QWK'] },
    fy: { label: null, domain: sets.map(({ set }) => set) },
    marks: [
      Plot.barX(bars, { fy: 'set', y: 'figure', x: 'value', fill: 'var(--accent)', fillOpacity: 0.75 }),
      Plot.link(bars, {
        fy: 'set',
        y: 'figure',
        x1: 'low',
        x2: 'high',
        stroke: 'currentColor',
        strokeWidth: 1.5,
      }),
      Plot.tickX(lengths, { fy: 'set', y: 'figure', x: 'value', stroke: 'var(--warn)', strokeWidth: 3 }),
      Plot.ruleX([0], { stroke: 'currentColor' }),
    ],
  });
}
