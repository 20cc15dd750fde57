import type { Draft } from './assemble';
import { readKey } from './choice';
import { questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';
import { tableCells } from './table-cells';

const QUESTION_HEAD =
  /^(?:常见|面试|高频|考察)?(?:问题|题目|题干|面试题|追问|试题)(?:内容|描述|名称|标题)?$|^(?:interview\s+)?(?:questions?|q|prompt|front|正面)(?:\s(?:title|text|name))?$/iu;
const ANSWER_HEAD = /答|要点|解析|answer|response|solution|^a$|back|背面|explanation/iu;

/** "A", "选项 B", "Option C": a column of options. */
const OPTION_HEAD = /^(?:选项|option|choice)?\s*([A-H])$/iu;
/** Mean likeness of the stems that makes questions of the rows, with and without a column of answers. */
const LIKELY = 0.4;
const SURE = 0.8;
/** Fewer rows without answers are no list of questions. */
const FEWEST_BARE = 3;

/** Columns by number; `answer` is -1 where there is none. */
interface Columns {
  question: number;
  answer: number;
  options: readonly { label: string; column: number }[];
}

/** What a table's head says of its columns; null when none holds questions. */
function readColumns(head: readonly string[]): Columns | null {
  const heads = head.map((cell) => cell.replace(/[*_`]/gu, '').trim());
  const options = heads.flatMap((name, column) => {
    const label = OPTION_HEAD.exec(name)?.[1]?.toUpperCase();
    return label === undefined ? [] : [{ label, column }];
  });
  const question = heads.findIndex((name) => QUESTION_HEAD.test(name));
  const isOption = (column: number): boolean =>
    options.length >= 2 && options.some((option) => option.column === column);
  const answer = heads.findIndex(
    (name, column) => column !== question && !isOption(column) && ANSWER_HEAD.test(name),
  );
  return question < 0 ? null : { question, answer, options };
}

/** Whether a table's first row names a column of questions. */
export function namesColumns(source: string): boolean {
  return readColumns(tableCells(source)) !== null;
}

/** Pasted without a head: the first column asks, the second answers. */
const BARE_COLUMNS: Columns = { question: 0, answer: 1, options: [] };

/** A list drawn as a table: its head asks like the other rows. */
const ONE_COLUMN: Columns = { question: 0, answer: -1, options: [] };
/** The row that Markdown draws below a table's head. */
const RULER = /^[\s|:-]+$/u;

/** A row of a table that is a question; `index` is its line. */
export interface TableQuestion {
  draft: Draft;
  index: number;
}

/** Rows of tables that have a column of questions and one of answers; in plain text (`isPlain`) they were pasted. */
export function tableQuestions(
  lines: readonly Line[],
  isPlain: boolean,
  isFree: (index: number) => boolean,
): TableQuestion[] {
  const found: TableQuestion[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line?.kind !== 'table' || !line.isBlockStart) continue;
    const cells = tableCells(line.source);
    const named = readColumns(cells);
    const isList = !isPlain && named === null && cells.length === 1;
    const columns = named ?? (isPlain ? BARE_COLUMNS : isList ? ONE_COLUMN : null);
    const head = !isPlain && !isList ? 2 : named === null ? 0 : 1;
    let end = index + 1;
    while (lines[end]?.kind === 'table' && lines[end]?.isBlockStart === false) end += 1;
    if (columns !== null && isFree(index))
      for (const row of rows(lines, index + head, end, columns)) found.push(row);
    index = end - 1;
  }
  return found;
}

function rows(lines: readonly Line[], start: number, end: number, columns: Columns): TableQuestion[] {
  const drafts = lines.slice(start, end).flatMap((line) => {
    const row = tableCells(line.source);
    const stem = readMark(row[columns.question] ?? '', false).title;
    if (stem === '' || RULER.test(line.source)) return [];
    const draft: Draft = {
      kind: 'open',
      stem,
      answer: row[columns.answer] ?? '',
      topics: [],
      lines: { start: line.number, end: line.number },
    };
    return [
      { draft: columns.options.length < 2 ? draft : asChoice(draft, row, columns), index: line.number - 1 },
    ];
  });
  const likeness =
    drafts.reduce((sum, { draft }) => sum + questionLikeness(draft.stem), 0) / Math.max(1, drafts.length);
  const hasLinks = drafts.filter(({ draft }) => /\]\(/u.test(draft.stem)).length * 2 > drafts.length;
  if (columns.answer < 0 && columns.options.length < 2)
    return drafts.length >= FEWEST_BARE && !hasLinks && likeness >= SURE ? drafts : [];
  return columns.options.length >= 2 || likeness >= LIKELY ? drafts : [];
}

/** A row with a column for each option. */
function asChoice(draft: Draft, row: readonly string[], columns: Columns): Draft {
  const options = columns.options
    .map(({ label, column }) => ({ label, text: row[column] ?? '' }))
    .filter((option) => option.text !== '');
  const found = options.map((option) => ({ ...option, isMarked: false }));
  const key = readKey(draft.answer, found);
  if (options.length < 2) return draft;
  const right = options.filter((option) => key?.correct.includes(option.label) === true);
  return {
    ...draft,
    kind: 'choice',
    options,
    answer: right.map((option) => option.text).join('\n'),
    ...(key === null ? {} : { correct: key.correct }),
  };
}
