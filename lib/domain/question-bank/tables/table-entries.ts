import { answerOfOptions, type BankEntry } from '../exchange/entry';
import type { Option, ReadingIssue } from '../model';
import { letterOf } from '../reading/letters';
import {
  areTopicsCommaParted,
  difficultyOf,
  lettersOf,
  splitItems,
  splitOptions,
  splitTags,
  splitTopics,
} from './cells';
import { foldName, namesWrongOptions } from './column-names';
import { type ColumnMapping, type ColumnRole, dataRows, type Table } from './table';

/** A row by role: several columns of one role in their order. */
type RoleCells = (role: ColumnRole) => string[];

/** How figures in the column of right options are meant: 0 or 1 for the first. */
type FirstIndex = 0 | 1;

/** What holds for every row. */
interface RowRules {
  firstIndex: FirstIndex;
  /** The columns of options hold the wrong ones alone. */
  areWrong: boolean;
  /** Commas part topics. */
  hasTopicCommas: boolean;
}

export interface TableEntries {
  entries: BankEntry[];
  /** `line` is the row, 1 = the first below the column names. */
  issues: ReadingIssue[];
}

/** Each row as a question of the bank, cells verbatim (white space around them aside). A row without a question is an issue. */
export function entriesOfTable(table: Table, mapping: ColumnMapping): TableEntries {
  const rows = withTopicsBelow(dataRows(table, mapping), mapping);
  const rules: RowRules = {
    firstIndex: firstIndexOf(rows, mapping, table.columns),
    areWrong: areWrongOptions(mapping, table.columns),
    hasTopicCommas: areTopicsCommaParted(rows.flatMap((row) => cellsOf(row, mapping)('topic'))),
  };
  const entries: BankEntry[] = [];
  const issues: ReadingIssue[] = [];
  for (const [index, row] of rows.entries()) {
    const cells = cellsOf(row, mapping);
    const stem = joined(cells('question'));
    if (stem !== '') entries.push(entryOfRow(stem, cells, rules));
    else if (row.some((cell, column) => mapping.roles[column] !== 'ignored' && cell.trim() !== ''))
      issues.push({
        code: 'row-without-question',
        severity: 'warning',
        line: index + 1,
        message: `Row ${index + 1} has no question and was left out.`,
      });
  }
  return { entries, issues };
}

function cellsOf(row: readonly string[], { roles }: ColumnMapping): RoleCells {
  return (role) => roles.flatMap((each, column) => (each === role ? [row[column]?.trim() ?? ''] : []));
}

function joined(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== '').join('\n\n');
}

function entryOfRow(stem: string, cells: RoleCells, rules: RowRules): BankEntry {
  const { firstIndex, areWrong, hasTopicCommas } = rules;
  const options = areWrong ? withRight(optionsOf(cells), cells) : optionsOf(cells);
  const said = options.length > 1 ? choiceOf(options, cells, firstIndex) : openOf(cells, areWrong);
  const context = joined(cells('context'));
  const tags = cells('tags').flatMap(splitTags);
  const keyPoints = cells('key-points').flatMap(splitItems);
  const mistakes = cells('mistakes').flatMap(splitItems);
  const difficulty = cells('difficulty')
    .map(difficultyOf)
    .find((figure) => figure !== undefined);
  return {
    stem,
    ...(context !== '' && { context }),
    ...said,
    ...(difficulty !== undefined && { difficulty }),
    topics: cells('topic').flatMap((cell) => splitTopics(cell, hasTopicCommas)),
    ...(tags.length > 0 && { tags }),
    ...(keyPoints.length > 0 && { keyPoints: keyPoints.map((text) => ({ text, weight: 1, core: true })) }),
    ...(mistakes.length > 0 && { mistakes }),
  };
}

function openOf(cells: RoleCells, areWrong: boolean): Pick<BankEntry, 'kind' | 'answer' | 'explanation'> {
  const explanation = joined(cells('explanation'));
  // Without options the key is the answer: 对, 42, a name.
  const offered = areWrong ? [] : [...cells('option'), ...cells('options')];
  const answer = joined(cells('answer')) || joined([...cells('correct'), ...offered]);
  return { kind: 'open', answer, ...(explanation !== '' && { explanation }) };
}

function optionsOf(cells: RoleCells): Option[] {
  const single = cells('option');
  const found =
    single.length > 0
      ? single.map((text, index) => ({ label: letterOf(index), text: withoutLabel(text, letterOf(index)) }))
      : cells('options').flatMap(splitOptions);
  const options = found.filter(({ text }) => text !== '');
  const labels = new Set(options.map(({ label }) => label));
  const isLabelled = labels.size === options.length && !labels.has(undefined);
  return options.map(({ label, text }, index) => ({
    label: isLabelled && label !== undefined ? label : letterOf(index),
    text,
  }));
}

function areWrongOptions({ roles }: ColumnMapping, names: readonly string[]): boolean {
  const columns = roles.flatMap((role, column) => (role === 'option' || role === 'options' ? [column] : []));
  return columns.length > 0 && columns.every((column) => namesWrongOptions(names[column] ?? ''));
}

/** Wrong options with the right one among them, in the order of their words: no place gives it away. None where nothing is right. */
function withRight(wrong: readonly Option[], cells: RoleCells): Option[] {
  const right = [...cells('answer'), ...cells('correct')].find((cell) => cell !== '');
  if (right === undefined) return [];
  const texts = [...new Set([right, ...wrong.map(({ text }) => text)])].sort();
  return texts.map((text, index) => ({ label: letterOf(index), text }));
}

/** "A. 甲" in the column of option A: the letter is the column's. */
function withoutLabel(text: string, letter: string): string {
  return text.replace(new RegExp(`^[（(]?${letter}[)）.、．:：]\\s*`, 'u'), '');
}

function choiceOf(
  options: Option[],
  cells: RoleCells,
  firstIndex: FirstIndex,
): Pick<BankEntry, 'kind' | 'options' | 'correct' | 'answer' | 'explanation'> {
  const answers = cells('answer').filter((cell) => cell !== '');
  const key = [...cells('correct'), ...answers]
    .map((cell) => keyOf(cell, options, firstIndex))
    .find((found) => found !== null);
  const words = answers.filter((cell) => keyOf(cell, options, firstIndex) === null);
  const explanation = joined([...words, ...cells('explanation')]);
  const correct = key ?? undefined;
  return {
    kind: 'choice',
    options,
    ...(correct !== undefined && { correct }),
    answer: answerOfOptions({ options, correct }),
    ...(explanation !== '' && { explanation }),
  };
}

/** The labels that a cell names by letter, by number, or by the words of an option; null when it names none. */
function keyOf(cell: string, options: readonly Option[], firstIndex: FirstIndex): string | null {
  const same = options.filter(({ text }) => text === cell);
  if (same.length === 1) return same[0]?.label ?? null;
  const letters = lettersOf(cell);
  if (letters !== null && [...letters].every((letter) => options.some(({ label }) => label === letter)))
    return letters;
  const figures = cell.split(/[\s,，;；、]+/u);
  if (figures.every((figure) => /^\d$/u.test(figure))) {
    const labels = figures.map((figure) => options[Number(figure) - firstIndex]?.label);
    if (labels.every((label) => label !== undefined)) return labels.join('');
  }
  const labelled = options.find(({ label, text }) => cell.startsWith(label) && cell.endsWith(text));
  if (labelled && /^[A-Z][.、．:：)）]/u.test(cell)) return labelled.label;
  const named = splitItems(cell).map((item) => options.find(({ text }) => text === item)?.label);
  return named.length > 1 && named.every((label) => label !== undefined) ? named.join('') : null;
}

/** Data sets count options from 0, people from 1: told by whether a 0 is ever used, or by the name of the column. */
function firstIndexOf(
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping,
  names: readonly string[],
): FirstIndex {
  const keys = mapping.roles.flatMap((role, column) =>
    role === 'correct' || role === 'answer' ? [column] : [],
  );
  const cellIn = (row: readonly string[], column: number) => row[column]?.trim() ?? '';
  if (rows.some((row) => keys.some((column) => cellIn(row, column) === '0'))) return 0;
  const indexes = keys.filter((column) => /(?:index|idx)$/u.test(foldName(names[column] ?? '')));
  const fits = (row: readonly string[]): boolean => {
    const count = optionsOf(cellsOf(row, mapping)).length;
    return indexes.every((column) => !(Number(cellIn(row, column)) >= count && count > 0));
  };
  return indexes.length > 0 && rows.every(fits) ? 0 : 1;
}

/**
 * A topic that stands once and is meant for the rows below (cells joined in a sheet arrive as one full and many empty
 * ones): filled in where the column is mostly empty and no topic comes twice.
 */
export function withTopicsBelow(rows: readonly string[][], { roles }: ColumnMapping): readonly string[][] {
  const columns = roles.flatMap((role, column) =>
    role === 'topic' && standsOnce(rows, column) ? [column] : [],
  );
  if (columns.length === 0) return rows;
  const current = new Map<number, string>();
  return rows.map((row) => {
    const filled = [...row];
    for (const column of columns) {
      const cell = row[column]?.trim() ?? '';
      if (cell !== '') current.set(column, cell);
      else filled[column] = current.get(column) ?? '';
    }
    return filled;
  });
}

function standsOnce(rows: readonly string[][], column: number): boolean {
  const cells = rows.map((row) => row[column]?.trim() ?? '');
  const topics = cells.filter((cell) => cell !== '');
  return cells[0] !== '' && topics.length < cells.length * 0.6 && new Set(topics).size === topics.length;
}
