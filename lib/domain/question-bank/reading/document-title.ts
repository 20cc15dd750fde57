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

/** A line that says what the document holds: "以下是常见的 Java 面试题", "Questions from …". */
const INTRODUCTION =
  /面试(?:真|考)?题|面试.{0,8}(?:题目|问题)|interview questions|^(?:\S+\s){0,2}questions (?:from|on|about|for|and answers)\b/iu;
/** Longer paragraphs tell of more than that. */
const LONGEST_INTRODUCTION = 120;

/** The first line of text below the title. */
function introduction(lines: readonly Line[]): string {
  const first = lines.find(({ kind }) => !['blank', 'heading', 'frontmatter', 'rule', 'html'].includes(kind));
  const isProse =
    first?.kind === 'paragraph' && first.item === null && first.text.length <= LONGEST_INTRODUCTION;
  return isProse && INTRODUCTION.test(first.text) ? first.text : '';
}

/** Its first heading or line, unless only its front matter, its name or what introduces it promises questions. */
export function titleOf(lines: readonly Line[], headings: readonly number[], name: string): DocumentTitle {
  const own = (lines[headings[0] ?? -1] ?? lines.find((line) => line.kind !== 'blank'))?.text ?? '';
  if (promisesQuestions(own)) return { text: own, promises: true };
  const stated = lines
    .slice(0, MOST_FRONT_MATTER)
    .filter((line) => line.kind === 'frontmatter')
    .map((line) => /^(?:title|categor(?:y|ies)|tags?)\s*[:=]\s*(.+)$/iu.exec(line.text)?.[1] ?? '');
  const promising = [...stated, name].find(promisesQuestions);
  return { text: promising ?? own, promises: promising !== undefined || introduction(lines) !== '' };
}
