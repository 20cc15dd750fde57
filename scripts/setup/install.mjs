// Runs before anything is installed: built-in modules only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(new URL('../../', import.meta.url)));

/** One line to the person; standard output stays free for results. */
export function say(text) {
  process.stderr.write(`viva: ${text}\n`);
}

/** Ends the command with a sentence that says what to do. */
export function stop(text) {
  say(text);
  process.exit(1);
}

export function hash(...parts) {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex');
}

/** A stamp lies beside what it stands for, and is written only after success: an aborted step repeats. */
export function isStamped(file, value) {
  return existsSync(file) && readFileSync(file, 'utf8') === value;
}

/** Ends the command unless Node is at least 20.`least`. */
export function requireNode(least = 9) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < least)) {
    stop(
      `Node.js 20.${least} or newer is needed; this is ${process.versions.node}. Install a current Node.js and start again.`,
    );
  }
}

function installStamp() {
  const read = (name) => readFileSync(path.join(root, name));
  return hash(
    read('package.json'),
    read('package-lock.json'),
    process.platform,
    process.arch,
    process.versions.modules,
  );
}

/** Installs from the lockfile unless the installed modules stand for it already; returns the stamp. */
export function ensureInstalled() {
  const file = path.join(root, 'node_modules/.viva-installed');
  const stamp = installStamp();
  if (isStamped(file, stamp)) return stamp;
  say(
    'installing packages from the lockfile (2 to 5 minutes the first time: native parts may be compiled) …',
  );
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    stop(
      'the packages could not be installed (npm said why above). Viva needs better-sqlite3: where no prebuilt file fits, ' +
        'it is compiled, which takes Python 3, make and a C++ compiler (Debian: apt-get install -y python3 make g++; ' +
        'macOS: xcode-select --install). Then run the command again.',
    );
  }
  writeFileSync(file, stamp);
  say('packages are installed.');
  return stamp;
}
