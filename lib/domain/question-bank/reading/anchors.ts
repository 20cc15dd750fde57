import type { LineAnchor } from '../model';
import type { Line } from './line';

/** Finds the lines that corrections are tied to. */
export class Anchors {
  /** Where each text stands, ascending; built when the first line has moved. */
  private byText: Map<string, number[]> | null = null;

  constructor(private readonly lines: readonly Line[]) {}

  /** The index of the line: where it was, else the nearest with the same text; undefined when there is none. */
  find({ line, text }: LineAnchor): number | undefined {
    const wanted = text.trim();
    const index = line - 1;
    if (this.lines[index]?.source.trim() === wanted) return index;
    this.byText ??= this.gather();
    const same = wanted === '' ? [] : (this.byText.get(wanted) ?? []);
    return same.reduce<number | undefined>(
      (best, at) => (best === undefined || Math.abs(at - index) < Math.abs(best - index) ? at : best),
      undefined,
    );
  }

  private gather(): Map<string, number[]> {
    const byText = new Map<string, number[]>();
    for (const [index, line] of this.lines.entries()) {
      const text = line.source.trim();
      const known = byText.get(text);
      if (known === undefined) byText.set(text, [index]);
      else known.push(index);
    }
    return byText;
  }
}
