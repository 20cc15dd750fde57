import type { Excerpt } from '../domain/follow-up';
import type { SourceView } from '../domain/interview';
import type { Question } from '../domain/question-bank';
import type { BankSearch } from '../ports';

/** How many places of the bank a reply may draw on. */
export const MAX_SOURCES = 4;

export interface FoundSource {
  view: SourceView;
  excerpt: Excerpt;
  /** What it answers: a question, or the heading of a passage. */
  asks: Pick<Question, 'stem' | 'context'>;
}

/**
 * Places of the bank that bear on a text: passages, and reference answers of other questions. `except` are ids of
 * questions whose answers must stay hidden.
 */
export async function findSources(
  ports: { search: BankSearch },
  text: string,
  except: readonly string[],
): Promise<FoundSource[]> {
  const [passages, questions] = await Promise.all([
    ports.search.passages(text, MAX_SOURCES),
    ports.search.questions(text, MAX_SOURCES + except.length),
  ]);
  const fromPassages = passages.map(({ passage, score }) => ({
    score,
    ...source(
      'passage',
      passage.id,
      passage.headings.at(-1) ?? passage.documentName,
      passage.documentName,
      passage.lines,
      passage.text,
    ),
  }));
  const fromQuestions = questions
    .filter(({ question }) => !except.includes(question.id) && question.answer !== '')
    .map(({ question, score }) => ({
      score,
      ...source(
        'question',
        question.id,
        question.stem,
        question.documentName,
        question.lines,
        question.answer,
      ),
      asks: question,
    }));
  return [...fromPassages, ...fromQuestions].sort((a, b) => b.score - a.score).slice(0, MAX_SOURCES);
}

function source(
  kind: SourceView['kind'],
  id: string,
  title: string,
  document: string,
  lines: SourceView['lines'],
  text: string,
): FoundSource {
  return {
    view: { kind, id, title, document, lines, excerpt: text },
    excerpt: { title, document, text },
    asks: { stem: title },
  };
}
