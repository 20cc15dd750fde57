import { promisesQuestions } from './likeness';
import type { Line } from './line';

/** Lines of front matter looked at. */
const MOST_FRONT_MATTER = 60;

/** What the document calls itself: its first heading or line, unless only its front matter or its name promises questions. */
export function titleOf(lines: readonly Line[], headings: readonly number[], name: string): string {
  const own = (lines[headings[0] ?? -1] ?? lines.find((line) => line.kind !== 'blank'))?.text ?? '';
  if (promisesQuestions(own)) return own;
  const stated = lines
    .slice(0, MOST_FRONT_MATTER)
    .filter((line) => line.kind === 'frontmatter')
    .map((line) => /^(?:title|categor(?:y|ies)|tags?)\s*[:=]\s*(.+)$/iu.exec(line.text)?.[1] ?? '');
  return [...stated, name].find(promisesQuestions) ?? own;
}
