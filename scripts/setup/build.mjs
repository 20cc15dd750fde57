// Builds the production app when its sources changed; built-in modules only.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hash, isStamped, root, say, stop } from './install.mjs';

const SOURCES = ['app', 'lib', 'next.config.js', 'tsconfig.json', 'proxy.ts', 'instrumentation.ts'];
const NOT_BUILT = /\.(test|long\.test|browser\.test)\.tsx?$|\/(__snapshots__|testing|_testing)\//;

function filesBelow(name) {
  try {
    return readdirSync(path.join(root, name), { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) =>
        entry.isDirectory() ? filesBelow(`${name}/${entry.name}`) : [`${name}/${entry.name}`],
      );
  } catch (error) {
    if (error.code === 'ENOTDIR') return [name];
    if (error.code === 'ENOENT') return [];
    throw error;
  }
}

function sourceStamp(installed) {
  const files = SOURCES.flatMap(filesBelow).filter((file) => !NOT_BUILT.test(file));
  return hash(installed, ...files.flatMap((file) => [file, readFileSync(path.join(root, file))]));
}

/** Builds unless `.next` stands for these very sources; says what it does. */
export function ensureBuilt(installed) {
  const file = path.join(root, '.next/viva-built');
  const stamp = sourceStamp(installed);
  if (isStamped(file, stamp)) return;
  say('building the app (about a minute) …');
  const result = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (result.status !== 0) stop('the build failed (the lines above say where).');
  writeFileSync(file, stamp);
  say('the app is built.');
}
