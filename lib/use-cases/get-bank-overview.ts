import { type BankOverview, facetsOf, type Question } from '../domain/question-bank';
import type { BankStore } from '../ports';

/** The bank at a glance: documents, and over those switched on the topics and kinds one can be asked about. */
export async function getBankOverview({ bank }: { bank: BankStore }): Promise<BankOverview> {
  const [documents, questions] = [await bank.listDocuments(), await bank.listQuestions()];
  return {
    documents: documents.map((document) => ({
      id: document.id,
      name: document.name,
      isEnabled: document.isEnabled,
      importedAt: document.importedAt,
      questions: document.questionCount,
      choice: document.choiceCount,
      passages: document.passageCount,
    })),
    topics: countTopics(questions),
    kinds: (['open', 'choice'] as const)
      .map((kind) => ({ kind, questions: questions.filter((question) => question.kind === kind).length }))
      .filter((entry) => entry.questions > 0),
    facets: facetsOf(questions),
    questions: questions.length,
  };
}

/** A question counts once for every heading of its path. Ties stay in the order of the documents. */
function countTopics(questions: readonly Question[]): BankOverview['topics'] {
  const counts = new Map<string, number>();
  for (const question of questions)
    for (const topic of new Set(question.topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, questions: count }))
    .sort((a, b) => b.questions - a.questions);
}
