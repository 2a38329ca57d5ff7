/** What has another output said of a part of this name? */
import type { Entry } from '../engine/model';
import type { EntryGroup } from './entry-group';

/** Names that are remembered at most. */
export const MAX_NAMES = 200_000;

/** Platforms let a name be taken once in each namespace. */
export const NAMING_LABEL = 'namespace';

const nameOf = ({ component }: Entry, name: string) => `${component}\n${name}`;
const identityOf = ({ component, labels }: Entry, name: string) =>
  `${component}\n${name}\n${labels?.[NAMING_LABEL] ?? ''}`;

export interface Told {
  /** It, or one that is like it but for name and count. */
  readonly entry: Entry;
  readonly count: number;
  /** A file may hold several. */
  readonly output: number;
  readonly fileName: string;
  /** What a chart has by itself. */
  readonly isDefault: boolean;
  /** Where it is kept. */
  readonly group: EntryGroup;
}

export class ToldNames {
  private readonly told = new Map<string, Told>();
  /** What charts have by themselves, in whatever namespace. */
  private readonly defaults = new Map<string, Told>();

  get isEmpty(): boolean {
    return this.told.size === 0;
  }

  /** A chart and what it has installed are one, also where one of the outputs does not tell the namespace. */
  find(entry: Entry, name: string, isDefault: boolean): Told | undefined {
    const same = this.told.get(identityOf(entry, name));
    if (same !== undefined) return same;
    if (!isDefault && this.defaults.size === 0) return undefined;
    const alike = isDefault ? this.findInAnyNamespace(entry, name) : this.defaults.get(nameOf(entry, name));
    const namespaces = [entry, alike?.entry].map((one) => one?.labels?.[NAMING_LABEL]);
    return namespaces.includes(undefined) ? alike : undefined;
  }

  /** Charts are few: for each all is gone through. */
  private findInAnyNamespace(entry: Entry, name: string): Told | undefined {
    const start = `${nameOf(entry, name)}\n`;
    for (const [identity, told] of this.told) if (identity.startsWith(start)) return told;
    return undefined;
  }

  /** `by` is told of the same part, and better. */
  replace(name: string, before: Told, by: Told): void {
    this.defaults.delete(nameOf(by.entry, name));
    this.told.set(identityOf(before.entry, name), by);
    this.told.set(identityOf(by.entry, name), by);
  }

  /** What was told first is kept; `false` where no more is remembered. */
  tell(name: string, told: Told): boolean {
    const identity = identityOf(told.entry, name);
    if (this.told.has(identity)) return true;
    if (this.told.size >= MAX_NAMES) return false;
    this.told.set(identity, told);
    if (told.isDefault) this.defaults.set(nameOf(told.entry, name), told);
    return true;
  }
}
