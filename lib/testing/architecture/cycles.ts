import { importsOf, parse, resolve, type Source } from './sources';

/** Cycles among files by run-time imports: each as the list of paths on it. Depth-first search with three colours. */
export function findCycles(sources: readonly Source[]): string[][] {
  const graph = graphOf(sources);
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push(trail.slice(trail.indexOf(path)));
      return;
    }
    state.set(path, 'open');
    for (const next of graph.get(path) ?? []) visit(next, [...trail, next]);
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path, [path]);
  return cycles;
}

function graphOf(sources: readonly Source[]): Map<string, string[]> {
  const known = new Set(sources.map((source) => source.path));
  return new Map(
    sources.map((source) => {
      const targets = importsOf(parse(source))
        .filter((item) => !item.isTypeOnly)
        .map((item) => resolve(source.path, item.specifier, known))
        .filter((target): target is string => target !== null && known.has(target));
      return [source.path, targets];
    }),
  );
}
