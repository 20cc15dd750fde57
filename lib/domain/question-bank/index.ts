export {
  CONTENT_LIMITS,
  type ContentProblem,
  type ContentProblemCode,
  checkContent,
} from './check-content';
export { type ChoiceRequest, chooseQuestion, countAskable } from './choose-question';
export { DIFFICULTY_LEVELS, type DifficultyLevel, difficultyLevel } from './difficulty';
export { ARCHIVE_EXTENSIONS, DOCUMENT_EXTENSIONS, extensionOf, largestFileBytes } from './document-kinds';
export { documentName, freeDocumentName } from './document-name';
export { referenceBasis } from './doubts';
export {
  comparableStem,
  type DuplicateGroup,
  findExactDuplicates,
  haveSameOptions,
  haveSameSetting,
} from './duplicates';
export {
  changedFields,
  describeHistory,
  type FieldChange,
  type HistoryStep,
  previousEdits,
} from './edit-history';
export {
  applyEdits,
  asWholeChange,
  contentBasis,
  contentOf,
  EDITABLE_FIELDS,
  editsOf,
  isSameContent,
  settleContent,
  withChanges,
  withoutEdits,
} from './edits';
export { type BankEntry, type BankParse, type ExportFormat, entryOf } from './exchange/entry';
export { EXPORT_FORMATS, parseBank } from './exchange/formats';
export { type PresentedLine, presentLines } from './exchange/present-lines';
export { printMarkdownBank } from './exchange/print-markdown';
export { facetsOf } from './facets';
export { LARGEST_DOCUMENT_BYTES, LARGEST_FILE_BYTES } from './limits';
export type * from './model';
export { areNearEqualQuestions } from './near-equal';
export { previewBasis } from './preview-basis';
export { WindowAsker, type WindowRequest } from './proposals/ask-window';
export { isTaken, isVerbatim, startReading, withOutcome, withProposals } from './proposals/combine';
export type * from './proposals/model';
export { planWindows, type ReadingScope } from './proposals/plan-windows';
export { questionText } from './reading/identity';
export { splitLines } from './reading/line';
export { readDocument } from './reading/read-document';
export { identifyPassages, type ReconcileInput, type Reconciliation, reconcileDocument } from './reconcile';
export { keptApartTest, proposalsOf, type SamePair } from './same-pairs';
export { clozeCards } from './tables/cloze';
export { guessMapping, tableOfRows } from './tables/guess-mapping';
export { tableOfJson } from './tables/records';
export { splitTable } from './tables/split-table';
export {
  COLUMN_ROLES,
  type ColumnMapping,
  type ColumnRole,
  hasColumnNames,
  sampleOf,
  type Table,
  tableOf,
} from './tables/table';
export { MAPPING_ISSUES, tableToMarkdown } from './tables/table-to-markdown';
export type * from './view';
