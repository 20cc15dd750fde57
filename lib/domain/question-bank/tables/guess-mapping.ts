import { questionLikeness } from '../reading/likeness';
import { difficultyOf, lettersOf, splitOptions } from './cells';
import { roleOfName } from './column-names';
import { type ColumnMapping, type ColumnRole, type Table, tableOf } from './table';

/** Rows looked at: enough to tell, whatever the size of the table. */
const SAMPLE = 200;
/** Roles that only one column can have; of several, the first named so keeps it. */
const SINGLE: ReadonlySet<ColumnRole> = new Set([
  'question',
  'context',
  'answer',
  'options',
  'correct',
  'difficulty',
]);

/** What a second column of the name holds, so that nothing is lost: `instruction` and `input`, two answers. */
const SECOND: Partial<Record<ColumnRole, ColumnRole>> = { question: 'context', answer: 'explanation' };

interface Column {
  index: number;
  cells: string[];
  /** Mean number of characters of cells that are not empty. */
  length: number;
  /** Share of rows that have a cell here. */
  filled: number;
  asks: number;
}

function columnsOf({ columns, rows }: Table): Column[] {
  const sample = rows.slice(0, SAMPLE);
  return columns.map((_, index) => {
    const cells = sample.map((row) => row[index]?.trim() ?? '').filter((cell) => cell !== '');
    const mean = (measure: (cell: string) => number): number =>
      cells.reduce((sum, cell) => sum + measure(cell), 0) / Math.max(1, cells.length);
    return {
      index,
      cells,
      length: mean((cell) => cell.length),
      filled: cells.length / Math.max(1, sample.length),
      asks: mean((cell) => questionLikeness(cell.split('\n', 1)[0] ?? '')),
    };
  });
}

function share(column: Column, isSuch: (cell: string) => boolean): number {
  return column.cells.length === 0 ? 0 : column.cells.filter(isSuch).length / column.cells.length;
}

/**
 * Which column holds what: by its name, and where names say nothing by what stands in it. `confidence` is high when names say
 * where questions and answers are, and falls with everything that is only guessed from the contents.
 */
export function guessMapping(table: Table): ColumnMapping {
  const columns = columnsOf(table);
  const roles = table.columns.map((name): ColumnRole | null => roleOfName(name));
  settleLetters(roles, columns);
  settleDoubles(roles, columns, table.rows);
  const isNamed = (role: ColumnRole) => roles.includes(role);
  const byName = { question: isNamed('question'), answer: hasAnswer(roles) };
  fillFromContents(roles, columns);
  return { roles: roles.map((role) => role ?? 'ignored'), confidence: confidenceOf(byName, roles, columns) };
}

function hasAnswer(roles: readonly (ColumnRole | null)[]): boolean {
  return roles.some((role) => role === 'answer' || role === 'option' || role === 'options');
}

/** "A" heads an option among B and C, and the answer beside a "Q"; "答案" holds the key where its cells are letters. */
function settleLetters(roles: (ColumnRole | null)[], columns: readonly Column[]): void {
  const options = columns.filter(({ index }) => roles[index] === 'option');
  if (options.length === 1 && options[0]) roles[options[0].index] = 'answer';
  const hasOptions = roles.filter((role) => role === 'option').length > 1 || roles.includes('options');
  for (const column of columns) {
    const isLetters = share(column, (cell) => lettersOf(cell) !== null) >= 0.8;
    const role = roles[column.index];
    if (hasOptions && role === 'answer' && isLetters) roles[column.index] = 'correct';
    if (!hasOptions && role === 'correct') roles[column.index] = 'answer';
  }
}

/**
 * Of several columns named alike the one with most to read keeps the role. Columns that never stand in one row with it are
 * the same in another word (records written by several hands) and keep it as well.
 */
function settleDoubles(roles: (ColumnRole | null)[], columns: readonly Column[], rows: Table['rows']): void {
  for (const role of SINGLE) {
    const score = (column: Column) =>
      role === 'question' ? column.filled + column.asks : column.filled + Math.min(1, column.length / 1_000);
    const same = columns.filter(({ index }) => roles[index] === role);
    const kept: Column[] = [];
    for (const column of same.sort((a, b) => score(b) - score(a))) {
      if (kept.length === 0 || takeTurns([...kept, column], rows)) kept.push(column);
      else roles[column.index] = SECOND[role] ?? null;
    }
  }
}

function takeTurns(columns: readonly Column[], rows: Table['rows']): boolean {
  const filledIn = (row: readonly string[]) => columns.filter(({ index }) => row[index]?.trim()).length;
  return (
    columns.every(({ filled }) => filled > 0) && rows.slice(0, SAMPLE).every((row) => filledIn(row) <= 1)
  );
}

function fillFromContents(roles: (ColumnRole | null)[], columns: readonly Column[]): void {
  const free = () => columns.filter(({ index, cells }) => roles[index] === null && cells.length > 0);
  if (!roles.includes('correct')) {
    const letters = free().find((column) => share(column, (cell) => lettersOf(cell) !== null) >= 0.9);
    if (letters && columns.length > 2) roles[letters.index] = 'correct';
  }
  for (const column of free()) if (isCounter(column)) roles[column.index] = 'ignored';
  if (!roles.includes('question')) {
    const best = mostAsking(free());
    if (best) roles[best.index] = 'question';
  }
  if (!hasAnswer(roles)) fillAnswer(roles, free(), columns);
}

function fillAnswer(roles: (ColumnRole | null)[], free: readonly Column[], columns: readonly Column[]): void {
  const options = free.find((column) => share(column, (cell) => splitOptions(cell).length > 2) >= 0.8);
  if (options && roles.includes('correct')) {
    roles[options.index] = 'options';
    return;
  }
  const question = roles.indexOf('question');
  const after = free.filter(({ index }) => index > question);
  const candidates = after.length > 0 ? after : free;
  const cells = roles.includes('correct') ? candidates.filter(({ length }) => length < 200) : [];
  if (cells.length >= 2 && cells.length <= 8) {
    for (const { index } of cells) roles[index] = 'option';
    return;
  }
  const longest = candidates.reduce<Column | null>(
    (best, column) =>
      best === null || column.length * column.filled > best.length * best.filled ? column : best,
    null,
  );
  const explained = columns[roles.indexOf('explanation')];
  // What explains a term is the answer to it where nothing else says as much.
  const fullest = explained !== undefined && explained.length > (longest?.length ?? 0) ? explained : longest;
  if (fullest) roles[fullest.index] = 'answer';
}

/** 1, 2, 3 …, or figures that say how hard something is: no text that anyone is asked for. */
function isCounter(column: Column): boolean {
  return share(column, (cell) => /^[#\s]*\d+[.、)]?$/u.test(cell) || difficultyOf(cell) !== undefined) >= 0.9;
}

/** The column that asks most; where none asks, the first of short texts before longer ones. */
function mostAsking(free: readonly Column[]): Column | null {
  const full = free.filter(({ filled }) => filled >= 0.5);
  const best = full.reduce<Column | null>((a, b) => (a === null || b.asks > a.asks + 0.05 ? b : a), null);
  return best ?? free[0] ?? null;
}

function confidenceOf(
  byName: { question: boolean; answer: boolean },
  roles: readonly (ColumnRole | null)[],
  columns: readonly Column[],
): number {
  const question = columns[roles.indexOf('question')];
  if (question === undefined || !hasAnswer(roles)) return 0;
  if (byName.question && byName.answer) return 0.95;
  const base = byName.question || byName.answer ? 0.7 : 0.3;
  return Math.min(0.9, base + 0.4 * question.asks * question.filled);
}

/** Whether the first row holds names: by what they say, or because nothing below a short first row is like it. */
export function looksLikeHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const named = first.filter((cell) => roleOfName(cell) !== null).length;
  const isShort = first.every((cell) => cell.length <= 40 && !/[?？。\n]/u.test(cell));
  if (!isShort || first.filter((cell) => cell.trim() !== '').length < Math.min(2, first.length)) return false;
  if (named >= Math.min(2, first.length)) return true;
  const asksBelow = rest.slice(0, SAMPLE).some((row) => row.some((cell) => questionLikeness(cell) === 1));
  return named > 0 && (asksBelow || rest.length > 2);
}

/** Rows above the names: a title, a note on how to fill the sheet in. */
const MOST_TITLE_ROWS = 5;

/** Rows of any file as a table: the row of names found, what stands above it as the title. */
export function tableOfRows(rows: readonly (readonly string[])[]): { table: Table; title?: string } {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const width = Math.max(0, ...filled.slice(0, SAMPLE).map((row) => row.length));
  const header = filled.slice(0, MOST_TITLE_ROWS).findIndex((row, index) => {
    const padded = [...row, ...Array.from({ length: Math.max(0, width - row.length) }, () => '')];
    return looksLikeHeader(padded, filled.slice(index + 1));
  });
  const above = filled.slice(0, Math.max(0, header));
  const isTitle = above.every((row) => row.filter((cell) => cell.trim() !== '').length === 1);
  if (header < 0 || !isTitle) return { table: tableOf([], filled) };
  const title = above.flat().join(' ').trim();
  return { table: tableOf(filled[header] ?? [], filled.slice(header + 1)), ...(title !== '' && { title }) };
}
