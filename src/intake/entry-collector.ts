/** Gathers the entries of one file: names stay unique, and only one of them is the server. */
import type { Catalog, Entry } from '../engine/model';
import type { IntakeProblem } from './intake-result';

const MAX_PROBLEMS = 1000;

export class EntryCollector {
  readonly entries: Entry[] = [];
  readonly problems: IntakeProblem[] = [];
  private readonly names = new Set<string>();
  private server: string | undefined;

  constructor(private readonly catalog: Catalog) {}

  report(problem: IntakeProblem): void {
    if (this.problems.length < MAX_PROBLEMS) this.problems.push(problem);
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
    this.names.add(name);
    this.entries.push(name === entry.name ? entry : { ...entry, name });
  }

  private uniqueName(name: string): string {
    if (!this.names.has(name)) return name;
    let number = 2;
    while (this.names.has(`${name} (${number})`)) number += 1;
    return `${name} (${number})`;
  }
}
