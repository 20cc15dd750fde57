export { type FoundQuote, findQuote } from './evidence';
export type * from './model';
export { bandOf, type Score, scoreVerdicts } from './score';
