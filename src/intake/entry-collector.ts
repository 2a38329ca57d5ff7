/** Gathers the entries of one file: names stay unique, and only one of them is the server. */
import type { Catalog, Entry } from '../engine/model';
import type { IntakeProblem } from './intake-result';

const MAX_PROBLEMS = 1000;

export class EntryCollector {
  readonly entries: Entry[] = [];
  private readonly listed: IntakeProblem[] = [];
  private notListed = 0;
  /** Names taken, with the last number that was tried beside each, so that many equal names don't take ages. */
  private readonly names = new Map<string, number>();
  private server: string | undefined;

  constructor(private readonly catalog: Catalog) {}

  report(problem: IntakeProblem): void {
    if (this.listed.length < MAX_PROBLEMS) this.listed.push(problem);
    else this.notListed += 1;
  }

  get problems(): readonly IntakeProblem[] {
    if (this.notListed === 0) return this.listed;
    const message = `And ${this.notListed} more problems, which are not listed.`;
    return [...this.listed, { code: 'more-problems', message, isDropped: true }];
  }

  add(entry: Entry, at: Pick<IntakeProblem, 'line' | 'path'>): void {
    if (this.catalog.components[entry.component]?.role === 'server') {
      if (this.server !== undefined) {
        const message = `${entry.name} is a second server beside ${this.server}. Exactly one entry is the server; replicas of it are its count.`;
        this.report({ code: 'second-server', message, ...at, isDropped: true });
        return;
      }
      this.server = entry.name;
    }
    const name = this.uniqueName(entry.name);
    if (name !== entry.name) {
      const message = `The name "${entry.name}" is taken by an earlier row; this one is called "${name}".`;
      this.report({ code: 'renamed', message, ...at, isDropped: false });
    }
    this.entries.push(name === entry.name ? entry : { ...entry, name });
  }

  private uniqueName(name: string): string {
    let free = name;
    for (let number = this.names.get(name) ?? 0; this.names.has(free); ) {
      number = Math.max(number + 1, 2);
      this.names.set(name, number);
      free = `${name} (${number})`;
    }
    this.names.set(free, 0);
    return free;
  }
}
