/** Runbooks as the command line writes them. */
import { run } from '../cli/run';

export const SHELLS = ['dash', 'bash'] as const;

/** What `plan --format script` prints for these arguments, which has to go without a word on standard error. */
export async function writeScript(args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(['plan', ...args, '--format', 'script']);
  if (stderr !== '') throw new Error(stderr);
  return stdout;
}

/** Waypoint from 0.7.2 to 0.11.4 on a platform. */
export function writeWaypointScript(platform: string): Promise<string> {
  const fleet = ['--catalog', 'waypoint', '--inventory', 'public/samples/waypoint.inventory.json'];
  const facts = [`platform=${platform}`, 'config-sources=yes', 'nomad-volume=host'];
  return writeScript([...fleet, '--target', '0.11.4', ...facts.flatMap((fact) => ['--fact', fact])]);
}
