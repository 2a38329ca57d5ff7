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
    if (this.heap.length > 0) {
      this.heap[0] = last as T;
      this.sink(0);
    }
    return first;
  }

  /** Orders what is in it, and all that comes, by another comparison. */
  reorder(compare: (a: T, b: T) => number): void {
    this.compare = compare;
    this.heap.sort(compare);
  }

  /** What is at a place that the heap has. */
  private at(i: number): T {
    return this.heap[i] as T;
  }

  private precedes(i: number, j: number): boolean {
    return this.compare(this.at(i), this.at(j)) < 0;
  }

  private swap(i: number, j: number): void {
    const item = this.at(i);
    this.heap[i] = this.at(j);
    this.heap[j] = item;
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
        if (child < this.heap.length && this.precedes(child, least)) least = child;
      }
      if (least === i) return;
      this.swap(i, least);
      i = least;
    }
  }
}
