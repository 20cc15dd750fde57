export { documentName, freeDocumentName } from './document-name';
export type * from './model';
export { identifyPassages, type ReconcileInput, type Reconciliation, reconcileDocument } from './reconcile';
export type * from './view';
