/**
 * Does a command look as if it took something away that cannot be had back?
 *
 * A net below what catalogs say themselves: words that remove or overwrite, where they are no part of a longer name or of an
 * option.
 */
const WORDS =
  /(?<![\w./=-])(?:uninstall|purge|destroy|delete|drop|prune|wipe|truncate|rm|rmi|mv|dd|mkfs|restore|downgrade)(?![\w./=-])|>\||\bsed -i\b/;

export function looksDestructive(command: string): boolean {
  return WORDS.test(command);
}

const STOPPING = /(?<![\w./=-])(?:stop|kill|down|drain)(?![\w./=-])|--replicas[= ]0\b/;

/** Whether a command looks as if it ended something that is in use, which then stays down until another one begins it. */
export function looksStopping(command: string): boolean {
  return STOPPING.test(command);
}
