import { readFileSync } from 'node:fs';
import { readDocument } from '../../lib/domain/question-bank';
import { entriesOfQuestion } from '../../lib/domain/retrieval';

export interface Rewording {
  text: string;
  /** Id of the question that it rewords. */
  questionId: string;
  style: string;
}

/** The starter bank's texts and the rewordings of its questions. */
export interface Corpus {
  ids: string[];
  stems: string[];
  answers: string[];
  rewordings: Rewording[];
}

/** Reads the starter bank with the reader of the product. */
export function readCorpus(bankFile: string, paraphraseFile: string): Corpus {
  const { questions } = readDocument(readFileSync(bankFile, 'utf8'), 'starter.md');
  const idOf = new Map(
    questions.flatMap(({ id, stem }) => [
      [id, id],
      [stem, id],
    ]),
  );
  const entries = questions.map((question) =>
    entriesOfQuestion({ ...question, documentId: 'd', documentName: 'd', position: 0, retiredAt: null }),
  );
  const rewordings = readFileSync(paraphraseFile, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): { question: string; text: string; style?: string } => JSON.parse(line))
    .map(({ question, text, style }) => ({
      text,
      style: style ?? 'any',
      questionId: idOf.get(question) ?? '',
    }));
  const unknown = rewordings.filter(({ questionId }) => questionId === '').length;
  if (unknown > 0)
    throw new Error(`${unknown} rewordings name a question that the starter bank does not have`);
  return {
    ids: questions.map(({ id }) => id),
    stems: entries.map((parts) => parts.find(({ part }) => part === 'stem')?.text ?? ''),
    answers: entries.map((parts) => parts.find(({ part }) => part === 'answer')?.text ?? ''),
    rewordings,
  };
}
