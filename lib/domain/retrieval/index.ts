export { Bm25Index } from './bm25';
export { entriesOfQuestion, entryOfPassage } from './entries';
export {
  EMPTY_GLOSSARY,
  expandedQuery,
  type Glossary,
  parseGlossary,
  queryTerms,
} from './glossary';
export { combineParts, fuseLexicalAndSemantic, LOOKUP } from './hybrid';
export type * from './model';
export { tokenise } from './tokenise';
