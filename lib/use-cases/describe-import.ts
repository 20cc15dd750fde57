import { type PreviewDocument, type ReadingIssue, sampleOf } from '../domain/question-bank';
import type { BankStore, PreviewSource } from '../ports';
import { type DocumentPlan, planDocument, type ReadSource } from './plan-document';

/** Of a table a preview shows so many rows, and so many characters of each cell. */
const SAMPLE_ROWS = 5;
const SAMPLE_CELL = 200;

/** What confirming these documents would do to the bank as it is now; one entry per source, in order. */
export async function describeImport(
  ports: { bank: BankStore },
  sources: readonly PreviewSource[],
  now: string,
): Promise<PreviewDocument[]> {
  const seen = new Set<string>();
  const documents: PreviewDocument[] = [];
  for (const source of sources) {
    if (source.state === 'unreadable') {
      documents.push(unreadable(source));
      continue;
    }
    const document = await describeDocument(ports, source, now);
    documents.push(seen.has(source.name) ? countedOnce(document) : document);
    seen.add(source.name);
  }
  return documents;
}

/** One document as the person sees it before confirming. `now` is ISO 8601. */
export async function describeDocument(
  ports: { bank: BankStore },
  source: ReadSource,
  now: string,
): Promise<PreviewDocument> {
  const plan = await planDocument(ports, source, now);
  return {
    name: source.name,
    encoding: source.encoding,
    status: plan.status,
    basis: plan.basis,
    questions: plan.questions,
    retired: plan.retired,
    passages: source.reading.passages,
    issues: [
      ...conflictIssues(source.name, plan),
      ...plan.issues,
      ...(source.issues ?? []),
      ...source.reading.issues,
    ],
    text: source.text,
    ...(source.fileKind && { fileKind: source.fileKind }),
    ...(source.path && { path: source.path }),
    ...(source.table && { table: sampleOf(source.table, SAMPLE_ROWS, SAMPLE_CELL) }),
    ...(source.mapping && { mapping: source.mapping }),
    ...(source.reading.alternatives && { alternatives: source.reading.alternatives }),
    ...(source.corrections && { corrections: source.corrections }),
    ...(source.modelReading && { modelReading: source.modelReading }),
    ...(plan.nameConflict && { nameConflict: plan.nameConflict }),
  };
}

function unreadable(source: Extract<PreviewSource, { state: 'unreadable' }>): PreviewDocument {
  const { name, encoding, issue, path } = source;
  return {
    name,
    encoding,
    status: 'error',
    questions: [],
    retired: [],
    passages: [],
    issues: [issue],
    text: '',
    ...(path && { path }),
  };
}

/** The second copy of a document in one import does nothing more. */
function countedOnce(document: PreviewDocument): PreviewDocument {
  const questions = document.questions.map((question) => ({ ...question, change: 'unchanged' as const }));
  return { ...document, status: 'unchanged', questions, retired: [] };
}

function conflictIssues(name: string, { nameConflict }: DocumentPlan): ReadingIssue[] {
  if (!nameConflict) return [];
  const message = `The bank has another document named ${name}, and none of its ${nameConflict.questions} questions is in this one: they would be retired, unless both are kept.`;
  return [{ code: 'document-name-conflict', severity: 'warning', line: 1, message }];
}
