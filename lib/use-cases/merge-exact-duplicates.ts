import { findExactDuplicates, keptApartTest, type MergeNote, type Question } from '../domain/question-bank';
import type { BankStore, MergeStore } from '../ports';

/** What became of one duplicate. */
export interface MergedDuplicate {
  question: Question;
  /** The question it counts as from now on. */
  into: Question;
}

/**
 * Merges questions that stand in the bank twice, word for word, except those that a person split. Run again it finds
 * nothing to do; look-up must follow the bank afterwards.
 * @returns what was merged, in bank order of the questions that stay
 */
export async function mergeExactDuplicates(ports: {
  bank: Pick<BankStore, 'listQuestions'>;
  merges: Pick<MergeStore, 'merge' | 'listKeptApart'>;
}): Promise<MergedDuplicate[]> {
  const [questions, keptApart] = await Promise.all([
    ports.bank.listQuestions(),
    ports.merges.listKeptApart(),
  ]);
  const merged: MergedDuplicate[] = [];
  for (const { into, duplicates } of findExactDuplicates(questions, keptApartTest(keptApart))) {
    await ports.merges.merge(
      duplicates.map(({ id }) => id),
      into.id,
    );
    merged.push(...duplicates.map((question) => ({ question, into })));
  }
  return merged;
}

/**
 * What to tell about one document: its questions that became one with another. Told where the duplicate stands; where the
 * one that stays does when the duplicate is in none of the documents of this import.
 */
export function mergeNotes(
  merged: readonly MergedDuplicate[],
  documentId: string,
  imported: readonly string[],
): MergeNote[] {
  return merged.flatMap(({ question, into }) => {
    if (question.documentId === documentId) return [noteOn(question, into)];
    const isTold = imported.includes(question.documentId);
    return into.documentId === documentId && !isTold ? [noteOn(into, question)] : [];
  });
}

function noteOn(own: Question, other: Question): MergeNote {
  return {
    questionId: own.id,
    stem: own.stem,
    line: own.lines.start,
    withId: other.id,
    withDocument: other.documentName,
    withLine: other.lines.start,
  };
}
