/**
 * Makes a fresh clone ready: installs packages where they are missing or stale, and finds a browser for the journeys and
 * ShellCheck for the runbooks.
 *
 * Called by the scripts themselves, not by npm's pre-hooks: a user's `ignore-scripts=true` would skip those. Imports
 * `node:` modules only, since nothing else is there yet.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const STAMP = 'node_modules/.causeway-stamp';

/** Runs a command with its output shown; true where it succeeded. */
function succeeds(command, args, options = {}) {
  return spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0;
}

function lockStamp() {
  return createHash('sha256').update(readFileSync('package-lock.json')).update(process.version).digest('hex');
}

/** Installs what the lock file names, unless it is there already. */
export function ensurePackages() {
  const stamp = lockStamp();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp) return;
  console.log('Installing packages (npm ci) …');
  if (!succeeds('npm', ['ci', '--no-audit', '--no-fund'])) {
    console.error(
      'npm ci failed: see its message above. Causeway needs Node 20.19 or later and a package registry.',
    );
    process.exit(1);
  }
  writeFileSync(STAMP, stamp);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findOnPath(names) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  return undefined;
}

function findInstalled() {
  return (
    findOnPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) ??
    [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ].find(isExecutable)
  );
}

/** Asks the distribution for a package, where that can be done: as root on Debian. True where it succeeded. */
function installFromDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log(`Installing ${name} of the distribution (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return succeeds('apt-get', ['update'], { env }) && succeeds('apt-get', ['install', '-y', name], { env });
}

/** Sees to it that ShellCheck is there, where it can be had; where not, the tests that need it fail and say so. */
export function ensureShellcheck() {
  if (findOnPath(['shellcheck']) || installFromDebian('shellcheck')) return;
  console.error(
    'ShellCheck is missing, and tests of runbooks will fail. Install it: it is called shellcheck.',
  );
}

async function findPlaywrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** The path of a Chromium, installing one where there is none. Exits with a message where that fails. */
export async function ensureBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    console.error(`CHROMIUM_PATH is ${named}, which is no program. Unset it or correct it.`);
    process.exit(1);
  }
  const found = findInstalled() ?? (await findPlaywrightsOwn());
  if (found) return found;

  console.log('No Chromium found; asking Playwright for one …');
  if (succeeds('npx', ['playwright', 'install', 'chromium'])) {
    const own = await findPlaywrightsOwn();
    if (own) return own;
  }
  const installed = installFromDebian('chromium') ? findInstalled() : undefined;
  if (installed) return installed;
  console.error('No Chromium could be found or installed. Install one, or set CHROMIUM_PATH to its program.');
  process.exit(1);
}
