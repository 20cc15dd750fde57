import { promisesQuestions } from './likeness';
import type { Line } from './line';

/** Lines of front matter looked at. */
const MOST_FRONT_MATTER = 60;

/** What a document calls itself. */
export interface DocumentTitle {
  text: string;
  /** It says that questions follow. */
  promises: boolean;
}

/** Its first heading or line, unless only its front matter or its name promises questions. */
export function titleOf(lines: readonly Line[], headings: readonly number[], name: string): DocumentTitle {
  const own = (lines[headings[0] ?? -1] ?? lines.find((line) => line.kind !== 'blank'))?.text ?? '';
  if (promisesQuestions(own)) return { text: own, promises: true };
  const stated = lines
    .slice(0, MOST_FRONT_MATTER)
    .filter((line) => line.kind === 'frontmatter')
    .map((line) => /^(?:title|categor(?:y|ies)|tags?)\s*[:=]\s*(.+)$/iu.exec(line.text)?.[1] ?? '');
  const promising = [...stated, name].find(promisesQuestions);
  return { text: promising ?? own, promises: promising !== undefined };
}
