// `npm test`: installs if needed, then runs every check and ends with one line `N passed, N failed, N skipped`.
// `--long` runs the long suites instead. Built-in modules only.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { findChromium } from './setup/chromium.mjs';
import { ensureInstalled, requireNode, root, say } from './setup/install.mjs';

// The app runs from 20.9 on; Vite, which runs the tests, does not.
requireNode(19);
const isLong = process.argv.includes('--long');
const installed = ensureInstalled();
const reports = mkdtempSync(path.join(tmpdir(), 'viva-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

function run(name, file, args, env = {}) {
  say(`${name} …`);
  const started = Date.now();
  const result = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
  });
  say(`${name}: ${result.status === 0 ? 'fine' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`);
  return result.status === 0;
}

/** A check without a count of its own counts as one. */
function check(name, file, args) {
  total[run(name, file, args) ? 'passed' : 'failed'] += 1;
}

function suite(name, args, env) {
  const output = path.join(reports, `${name.replaceAll(/\W+/g, '-')}.json`);
  const isFine = run(
    name,
    'node_modules/vitest/vitest.mjs',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`, ...args],
    env,
  );
  const counts = readCounts(output);
  total.passed += counts.passed;
  // A run that dies (or fails outside a test) must not look green.
  total.failed += isFine ? counts.failed : Math.max(counts.failed, 1);
  total.skipped += counts.skipped;
  return counts;
}

function readCounts(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    };
  } catch (error) {
    say(`no report was written: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function browserSuite() {
  const chromium = findChromium();
  if (!chromium) {
    say(
      'browser tests are skipped: no Chromium was found. Install one (Debian: apt-get install -y chromium), or name it in CHROMIUM_PATH.',
    );
  } else {
    ensureBuilt(installed);
  }
  const { skipped } = suite('browser tests', ['--config', 'vitest.browser.config.ts'], {
    CHROMIUM_PATH: chromium ?? '',
  });
  if (process.env.VIVA_REQUIRE_BROWSER && (!chromium || skipped > 0)) {
    say('browser tests were skipped although VIVA_REQUIRE_BROWSER is set.');
    total.failed += 1;
  }
}

if (isLong) {
  // Some of them kill the served app.
  ensureBuilt(installed);
  suite('long tests', ['--config', 'vitest.long.config.ts']);
} else {
  check('format and lint', 'node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']);
  check('route types', 'node_modules/next/dist/bin/next', ['typegen']);
  check('types', 'node_modules/typescript/bin/tsc', ['--noEmit']);
  check('unused code', 'node_modules/knip/bin/knip.js', []);
  suite('unit, contract and architecture tests', []);
  browserSuite();
}
rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed === 0 ? 0 : 1);
