import type { Language } from '../grading';
import type { Question } from '../question-bank';
import type { SourceView } from './view';

const NO_REFERENCE: Record<Language, string> = {
  zh: '题库里没有这道题的参考答案。',
  en: 'The bank holds no reference answer to this question.',
};

/** The reference as a reply: of a choice question the right option, then why. Verbatim Markdown. */
export function revealReference(
  question: Question,
  language: Language,
): { text: string; sources: SourceView[] } {
  const { kind, correct, answer, explanation = '' } = question;
  const right = kind === 'choice' && correct !== undefined ? `**${correct}** ${answer}` : answer;
  const text = [right, explanation].filter((part) => part.trim() !== '').join('\n\n');
  return { text: text || NO_REFERENCE[language], sources: text ? [sourceOf(question, answer)] : [] };
}

function sourceOf(question: Question, excerpt: string): SourceView {
  const { id, stem, documentName, lines } = question;
  return { kind: 'question', id, title: stem, document: documentName, lines, excerpt };
}
