/** A binary heap: the least element by the comparison comes out first. */
export class PriorityQueue<T> {
  private readonly heap: T[] = [];

  constructor(private compare: (a: T, b: T) => number) {}

  push(item: T): void {
    this.heap.push(item);
    this.rise(this.heap.length - 1);
  }

  pop(): T | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (this.heap.length > 0 && last !== undefined) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  /** Orders what is in it, and all that comes, by another comparison. */
  reorder(compare: (a: T, b: T) => number): void {
    this.compare = compare;
    this.heap.sort(compare);
  }

  /** Nothing precedes what is not there, nor is it preceded. */
  private precedes(i: number, j: number): boolean {
    const [a, b] = [this.heap[i], this.heap[j]];
    return a !== undefined && b !== undefined && this.compare(a, b) < 0;
  }

  private swap(i: number, j: number): void {
    const [a, b] = [this.heap[i], this.heap[j]];
    if (a === undefined || b === undefined) return;
    this.heap[i] = b;
    this.heap[j] = a;
  }

  private rise(start: number): void {
    let i = start;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.precedes(i, parent)) return;
      this.swap(i, parent);
      i = parent;
    }
  }

  private sink(start: number): void {
    let i = start;
    for (;;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (this.precedes(child, least)) least = child;
      }
      if (least === i) return;
      this.swap(i, least);
      i = least;
    }
  }
}
