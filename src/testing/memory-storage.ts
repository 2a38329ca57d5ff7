/** The browser's storage in memory, with as much room as a test wants. */
export class MemoryStorage {
  private readonly texts = new Map<string, string>();

  /** `room`: characters of keys and values together. */
  constructor(private readonly room = Number.POSITIVE_INFINITY) {}

  get length(): number {
    return this.texts.size;
  }

  key(place: number): string | null {
    return [...this.texts.keys()][place] ?? null;
  }

  getItem(key: string): string | null {
    return this.texts.get(key) ?? null;
  }

  setItem(key: string, text: string): void {
    const others = [...this.texts].filter(([known]) => known !== key);
    const taken = others.reduce((sum, [known, value]) => sum + known.length + value.length, 0);
    if (taken + key.length + text.length > this.room) throw new Error('QuotaExceededError');
    this.texts.set(key, text);
  }

  removeItem(key: string): void {
    this.texts.delete(key);
  }

  /** All that it holds, by key. */
  toJSON(): Record<string, string> {
    return Object.fromEntries(this.texts);
  }
}
