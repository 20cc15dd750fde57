import type { Line } from './line';
import { lastAtOrBefore } from './sorted';

/** Tells the headings above a line, outer first, of those that are sections. Linear to build, whatever the nesting. */
export class HeadingPaths {
  /** For each section the position of the one that holds it, -1: none. */
  private readonly outer: number[] = [];

  constructor(
    private readonly sections: readonly number[],
    lines: readonly Line[],
  ) {
    const open: number[] = [];
    const depthOf = (position: number): number => lines[sections[position] ?? -1]?.depth ?? 0;
    for (const position of sections.keys()) {
      while (open.length > 0 && depthOf(open.at(-1) ?? -1) >= depthOf(position)) open.pop();
      this.outer.push(open.at(-1) ?? -1);
      open.push(position);
    }
  }

  /** Line indexes of the headings. */
  above(index: number): number[] {
    const path: number[] = [];
    for (let at = lastAtOrBefore(this.sections, index); at >= 0; at = this.outer[at] ?? -1)
      path.push(this.sections[at] ?? -1);
    return path.reverse();
  }
}
