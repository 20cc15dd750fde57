import type { Draft } from './assemble';
import { questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';

const QUESTION_HEAD =
  /^(?:常见|面试|高频)?(?:问题|题目|题干|面试题|追问|question|questions|q|prompt|front|正面)$/iu;
const ANSWER_HEAD = /答|要点|解析|answer|response|solution|^a$|back|背面|explanation/iu;

function cells(source: string): string[] {
  const parts = source
    .trim()
    .replace(/^\||(?<!\\)\|$/gu, '')
    .split(/(?<!\\)\|/u);
  return parts.map((cell) => cell.trim().replace(/\\\|/gu, '|'));
}

/** A row of a table that is a question; `index` is its line. */
export interface TableQuestion {
  draft: Draft;
  index: number;
}

/** Rows of tables that have a column of questions and one of answers. */
export function tableQuestions(lines: readonly Line[], isFree: (index: number) => boolean): TableQuestion[] {
  const found: TableQuestion[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line?.kind !== 'table' || !line.isBlockStart) continue;
    const heads = cells(line.source).map((head) => head.replace(/[*_`]/gu, '').trim());
    const question = heads.findIndex((head) => QUESTION_HEAD.test(head));
    const answer = heads.findIndex((head, column) => column !== question && ANSWER_HEAD.test(head));
    let end = index + 1;
    while (lines[end]?.kind === 'table' && lines[end]?.isBlockStart === false) end += 1;
    if (question >= 0 && answer >= 0 && isFree(index))
      found.push(...rows(lines, index + 2, end, question, answer));
    index = end - 1;
  }
  return found;
}

function rows(
  lines: readonly Line[],
  start: number,
  end: number,
  question: number,
  answer: number,
): TableQuestion[] {
  const drafts = lines.slice(start, end).flatMap((line) => {
    const row = cells(line.source);
    const stem = readMark(row[question] ?? '', false).title;
    if (stem === '') return [];
    const lineRange = { start: line.number, end: line.number };
    return [
      {
        draft: { kind: 'open' as const, stem, answer: row[answer] ?? '', topics: [], lines: lineRange },
        index: line.number - 1,
      },
    ];
  });
  const likeness =
    drafts.reduce((sum, { draft }) => sum + questionLikeness(draft.stem), 0) / Math.max(1, drafts.length);
  return likeness >= 0.4 ? drafts : [];
}
