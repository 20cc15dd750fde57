import type { Rubric } from '../domain/grading';
import type { BankDocument, Passage, Question } from '../domain/question-bank';

export interface DocumentSummary extends Omit<BankDocument, 'text'> {
  questionCount: number;
  choiceCount: number;
  passageCount: number;
}

/** All the rows that importing one document writes, in one transaction. */
export interface DocumentChange {
  document: BankDocument;
  /** The whole new state of the document's questions, retired ones included. */
  questions: Question[];
  /** Replaces the document's passages. */
  passages: Passage[];
}

export interface QuestionFilter {
  documentIds?: readonly string[];
  topics?: readonly string[];
  kinds?: readonly ('open' | 'choice')[];
  ids?: readonly string[];
  /** Also questions of switched-off or removed documents and retired ones. Default false. */
  includeInactive?: boolean;
}

export interface BankStore {
  listDocuments(options?: { includeRemoved?: boolean }): Promise<DocumentSummary[]>;
  findDocument(id: string): Promise<BankDocument | null>;
  findDocumentByName(name: string): Promise<BankDocument | null>;
  /** Every question as the document itself says it, edits beside, retired ones included, in document order. */
  questionsOfDocument(documentId: string): Promise<Question[]>;
  saveDocument(change: DocumentChange): Promise<void>;
  setDocumentEnabled(documentId: string, isEnabled: boolean): Promise<void>;
  /** Marks it removed and retires its questions; nothing is deleted. */
  removeDocument(documentId: string, at: string): Promise<void>;
  listQuestions(filter?: QuestionFilter): Promise<Question[]>;
  findQuestion(id: string): Promise<Question | null>;
  countQuestions(): Promise<number>;
  listPassages(): Promise<Passage[]>;
  /** Grows with every change that an index must follow. */
  revision(): Promise<number>;
  /** The newest rubric of a question; of those made from `basisHash` when it is given. */
  findRubric(questionId: string, basisHash?: string): Promise<Rubric | null>;
  saveRubric(rubric: Rubric): Promise<void>;
}
