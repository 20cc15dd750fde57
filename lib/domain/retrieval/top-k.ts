/** Keeps the k largest scores it is offered: a binary heap with the smallest kept score at its root. */
export class TopK {
  private readonly keys: number[] = [];
  private readonly scores: number[] = [];

  constructor(private readonly limit: number) {}

  /** The smallest kept score once k are kept, else -Infinity: what a newcomer must beat. */
  get threshold(): number {
    return this.keys.length < this.limit ? Number.NEGATIVE_INFINITY : (this.scores[0] ?? 0);
  }

  offer(key: number, score: number): void {
    if (this.keys.length < this.limit) {
      this.keys.push(key);
      this.scores.push(score);
      this.rise(this.keys.length - 1);
    } else if (this.limit > 0 && score > (this.scores[0] ?? 0)) {
      this.keys[0] = key;
      this.scores[0] = score;
      this.sink();
    }
  }

  /** Best first; equal scores in ascending order of key, so that a ranking is reproducible. */
  ranked(): { key: number; score: number }[] {
    return this.keys
      .map((key, position) => ({ key, score: this.scores[position] ?? 0 }))
      .sort((left, right) => right.score - left.score || left.key - right.key);
  }

  private rise(position: number): void {
    let child = position;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (this.score(parent) <= this.score(child)) return;
      this.swap(parent, child);
      child = parent;
    }
  }

  private sink(): void {
    let parent = 0;
    for (;;) {
      const left = parent * 2 + 1;
      if (left >= this.keys.length) return;
      const child = left + 1 < this.keys.length && this.score(left + 1) < this.score(left) ? left + 1 : left;
      if (this.score(parent) <= this.score(child)) return;
      this.swap(parent, child);
      parent = child;
    }
  }

  private score(position: number): number {
    return this.scores[position] ?? 0;
  }

  private swap(left: number, right: number): void {
    const [key, score] = [this.keys[left] ?? 0, this.score(left)];
    this.keys[left] = this.keys[right] ?? 0;
    this.scores[left] = this.score(right);
    this.keys[right] = key;
    this.scores[right] = score;
  }
}
