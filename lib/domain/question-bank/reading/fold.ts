import type { Line } from './line';

const ANSWER_HINT =
  /答案|解答|解析|点击|展开|查看|折叠|answer|solution|explanation|hint|show|reveal|click|spoiler|Ответ/iu;
const SUMMARY = /<summary[^<>]*>\s*(.*?)\s*(?:<\/summary>|$)/iu;

/** Whether a summary only says that the answer is folded away. */
export function isAnswerHint(summary: string): boolean {
  return summary.length <= 40 && ANSWER_HINT.test(summary) && !/[?？]/u.test(summary);
}

/** The text of a `<summary>` that begins on this line; null when there is none. */
export function summaryText(line: Line): string | null {
  return SUMMARY.exec(line.text)?.[1] ?? null;
}
