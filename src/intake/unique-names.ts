/** How does each entry have a name of its own? An equal one gets a number. */

export class UniqueNames {
  /** With the last number that was tried beside each, so that many equal names don't take ages. */
  private readonly taken = new Map<string, number>();

  take(name: string): string {
    let free = name;
    for (let number = this.taken.get(name) ?? 0; this.taken.has(free); ) {
      number = Math.max(number + 1, 2);
      this.taken.set(name, number);
      free = `${name} (${number})`;
    }
    this.taken.set(free, 0);
    return free;
  }
}
