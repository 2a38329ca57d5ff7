/** What has another output said of a part of this name? */
import type { Entry } from '../engine/model';

/** Names that are remembered at most. */
export const MAX_NAMES = 200_000;

/** Platforms let a name be taken once in each namespace. */
export const NAMING_LABEL = 'namespace';

const identityOf = ({ component, labels }: Entry, name: string) =>
  `${component}\n${name}\n${labels?.[NAMING_LABEL] ?? ''}`;

export interface Told {
  /** It, or one that is like it but for name and count. */
  readonly entry: Entry;
  readonly count: number;
  /** A file may hold several. */
  readonly output: number;
  readonly fileName: string;
}

export class ToldNames {
  private readonly told = new Map<string, Told>();

  get isEmpty(): boolean {
    return this.told.size === 0;
  }

  find(entry: Entry, name: string): Told | undefined {
    return this.told.get(identityOf(entry, name));
  }

  /** What was told first is kept; `false` where no more is remembered. */
  tell(name: string, told: Told): boolean {
    const identity = identityOf(told.entry, name);
    if (this.told.has(identity)) return true;
    if (this.told.size >= MAX_NAMES) return false;
    this.told.set(identity, told);
    return true;
  }
}
