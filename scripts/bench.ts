import { attempt, note, print, UsageError } from './command';

/** A benchmark measures and returns figures; units stand in the names (Ms, Mb, PerSecond, Ratio). */
type Bench = () => Promise<Record<string, unknown>>;

/** Loaded one at a time: each opens what it measures and closes it again. */
const BENCHES: Record<string, () => Promise<{ run: Bench }>> = {
  reading: () => import('./bench/reading'),
  lookup: () => import('./bench/lookup'),
  embedding: () => import('./bench/embedding'),
  overhead: () => import('./bench/overhead'),
  memory: () => import('./bench/memory'),
  tokens: () => import('./bench/tokens'),
};

process.exitCode = await attempt(async () => {
  const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  const unknown = wanted.filter((name) => !(name in BENCHES));
  if (unknown.length > 0)
    throw new UsageError(
      `unknown benchmark ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`,
    );
  const figures: Record<string, unknown> = {};
  for (const [name, load] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    note(`bench: ${name} …`);
    figures[name] = await (await load()).run();
  }
  print(JSON.stringify(figures, null, 2));
  return 0;
});
