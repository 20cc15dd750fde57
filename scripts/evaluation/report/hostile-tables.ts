import { groupBy } from '../group-by';
import type { HostileFigures } from '../hostile/measure';
import { percent, type Table } from './format';
import type { Report } from './report';

export function hostileTables({ sets, suite }: Report): Table[] {
  return [
    {
      title: 'Hostile answers made from the sets',
      head: [
        'set',
        'attack',
        'attacks',
        'ungraded',
        'in the two lowest bands',
        'pairs',
        'honest answer above',
      ],
      rows: [
        ...sets.flatMap(({ set, hostile }) => hostile.filter(isMade).map((figures) => rowOf(set, figures))),
        ...(sets.length > 1 ? overAll(sets.map(({ hostile }) => hostile)) : []),
      ],
      note: 'Pairs: an attack and an answer to which people gave full marks on the same question; ties count for the attack. A negated reference is made by the rules of scripts/evaluation/hostile/negation-rules.ts.',
    },
    {
      title: 'Attack suite with its honest twins',
      head: [
        'attack',
        'pairs',
        'ungraded',
        'in the two lowest bands',
        'twin in the two highest',
        'twin above',
      ],
      rows: suite.map(({ kind, pairs, ungraded, lowest, twinHighest, above }) => [
        kind,
        String(pairs),
        String(ungraded),
        percent(lowest),
        percent(twinHighest),
        percent(above),
      ]),
    },
  ];
}

function isMade({ attacks, ungraded }: HostileFigures): boolean {
  return attacks + ungraded > 0;
}

function rowOf(set: string, { kind, attacks, ungraded, lowest, pairs, above }: HostileFigures): string[] {
  return [set, kind, String(attacks), String(ungraded), percent(lowest), String(pairs), percent(above)];
}

/** All sets together, each attack and each pair counting once. */
function overAll(sets: readonly (readonly HostileFigures[])[]): string[][] {
  const byKind = groupBy(sets.flat().filter(isMade), ({ kind }) => kind);
  return [...byKind].map(([kind, figures]) => {
    const sum = (of: (one: HostileFigures) => number) =>
      figures.reduce((total, one) => total + (of(one) || 0), 0);
    const [attacks, pairs] = [sum((one) => one.attacks), sum((one) => one.pairs)];
    return rowOf('all', {
      kind,
      attacks,
      pairs,
      ungraded: sum((one) => one.ungraded),
      lowest: sum((one) => one.lowest * one.attacks) / attacks,
      above: sum((one) => one.above * one.pairs) / pairs,
    });
  });
}
