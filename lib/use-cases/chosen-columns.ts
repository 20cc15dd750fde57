import {
  type BankDocument,
  type ChosenColumns,
  type ColumnMapping,
  MAPPING_ISSUES,
  type ReadingIssue,
  type Table,
  tableToMarkdown,
} from '../domain/question-bank';

/** The part of a read document that depends on which column was taken for what. */
interface Mapped {
  text: string;
  issues?: ReadingIssue[];
  table?: Table;
  mapping?: ColumnMapping;
}

/** A table converted by the columns a person chose; what its file did not give up stays said. */
export function mapColumns<Source extends Mapped & { table: Table }>(
  source: Source,
  { roles, isFirstRowData }: Pick<ColumnMapping, 'roles' | 'isFirstRowData'>,
): Source & { issues: ReadingIssue[] } {
  const mapping = { roles, ...(isFirstRowData !== undefined && { isFirstRowData }) };
  const { text, issues } = tableToMarkdown(source.table, mapping);
  const kept = (source.issues ?? []).filter(({ code }) => !MAPPING_ISSUES.has(code));
  return { ...source, text, mapping, issues: [...kept, ...issues] };
}

/** What is remembered of a document's columns: only what a person chose, not what was guessed. */
export function chosenColumns({
  table,
  mapping,
}: Pick<Mapped, 'table' | 'mapping'>): ChosenColumns | undefined {
  if (!table || !mapping || mapping.confidence !== undefined) return undefined;
  const { roles, isFirstRowData } = mapping;
  return { columns: table.columns, roles, ...(isFirstRowData !== undefined && { isFirstRowData }) };
}

/** A document that just arrived, with the columns that were chosen for the one of its name in the bank, if it has the same. */
export function withChosenColumns<Source extends Mapped>(
  source: Source,
  before: BankDocument | null,
): Source {
  const { table } = source;
  const chosen = before?.columnMapping;
  if (!table || !chosen || chosen.columns.join('\n') !== table.columns.join('\n')) return source;
  return mapColumns({ ...source, table }, chosen);
}
