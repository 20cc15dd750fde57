export { type ChoiceRequest, chooseQuestion, countAskable } from './choose-question';
export { documentName, freeDocumentName } from './document-name';
export { LARGEST_DOCUMENT_BYTES } from './limits';
export type * from './model';
export { areNearEqualQuestions } from './near-equal';
export { questionText } from './reading/identity';
export { readDocument } from './reading/read-document';
export { identifyPassages, type ReconcileInput, type Reconciliation, reconcileDocument } from './reconcile';
export type * from './view';
