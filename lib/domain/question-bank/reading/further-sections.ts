import type { Candidate } from './candidates';

/** Fewer numbers may go on in another section by chance. */
const FEWEST_COUNTED = 3;
/** "Part.2", "第三天", "Round 2": a section that is called by its number and nothing else. */
const COUNTED_SECTION =
  /^[^\d一二三四五六七八九十]{0,8}(?:\d{1,2}|[一二三四五六七八九十]{1,2})[^\d一二三四五六七八九十]{0,3}$/u;

/** The same for sections that only their numbers tell apart. */
const alikeSection = (shape: string, title: string): string =>
  `${shape} ${title.replace(/\d+|[一二三四五六七八九十]+/gu, '#')}`;

/** What the numbered questions taken so far say of the sections behind them. */
export class FurtherSections {
  /** The number of the last question taken of each shape. */
  private readonly lastNumber = new Map<string, number>();
  /** Sections that are called by a number alone, with the shapes taken in them. */
  private readonly alike = new Set<string>();

  /** Questions of one shape were taken below a title. */
  add(taken: readonly Candidate[], title: string): void {
    const last = taken.at(-1);
    if (last?.carrier !== 'numbered') return;
    this.lastNumber.set(last.shape, last.mark.path[0] ?? 0);
    if (COUNTED_SECTION.test(title)) this.alike.add(alikeSection(last.shape, title));
  }

  /**
   * "11. …" in the section after the one with questions 1 to 10: the document counts its questions through. Or the same
   * numbers in "Part 2" that are questions in "Part 1".
   */
  goesOn(shape: string, group: readonly Candidate[], title: string): boolean {
    const last = this.lastNumber.get(shape) ?? 0;
    const isNext = ({ carrier, mark }: Candidate, at: number): boolean =>
      carrier === 'numbered' && mark.path.join() === String(last + 1 + at);
    return (last >= FEWEST_COUNTED && group.every(isNext)) || this.alike.has(alikeSection(shape, title));
  }
}
