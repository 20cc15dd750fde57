export { Bm25Index } from './bm25';
export { entriesOfQuestion, entryOfPassage } from './entries';
export {
  EMPTY_GLOSSARY,
  expandedQuery,
  type Glossary,
  parseGlossary,
  queryTerms,
  thingsNamed,
} from './glossary';
export { combineParts, fuseLexicalAndSemantic, LOOKUP } from './hybrid';
export type * from './model';
export { type QuestionComparer, questionComparer, stemProfiles } from './same-question/compare';
export { tokenise } from './tokenise';
