/** What ShellCheck says of a script. */
import { spawnSync } from 'node:child_process';

/** Its findings, one a line; empty where there are none. Throws where ShellCheck is not there: nothing is then known. */
export function findShellFaults(script: string): string {
  const { error, status, stdout, stderr } = spawnSync('shellcheck', ['--norc', '--format=gcc', '-'], {
    input: script,
    encoding: 'utf8',
  });
  if (error !== undefined)
    throw new Error(
      `ShellCheck cannot be run (${error.message}). Install it: apt-get install shellcheck, or brew install shellcheck.`,
    );
  // 0: nothing found, 1: something found; the rest means that it did not get to look.
  if (status !== 0 && status !== 1) throw new Error(`ShellCheck failed: ${stderr}`);
  return stdout;
}
