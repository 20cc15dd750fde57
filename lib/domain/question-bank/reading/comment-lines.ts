import { questionLikeness } from './likeness';
import type { Line } from './line';

/**
 * `# 3) save the index` right above a code block is a comment that slipped out of the code, not a chapter. Makes
 * paragraphs of such lines where no other heading of level 1 but the title says that chapters are written so.
 */
export function demoteComments(lines: readonly Line[]): void {
  const headings = lines.filter((line) => line.kind === 'heading');
  const chapters = headings.slice(1).filter((line) => line.depth === 1);
  const isComment = (line: Line): boolean =>
    lines[line.number]?.kind === 'code' && questionLikeness(line.text) < 1;
  if (chapters.length === headings.length - 1 || !chapters.every(isComment)) return;
  for (const line of chapters) {
    line.kind = 'paragraph';
    line.depth = 0;
    line.text = line.source.trim();
    line.column = line.source.length - line.source.trimStart().length;
  }
}
