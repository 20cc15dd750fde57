import { clarifyPrompt, type ExplainedTerm, termsToExplain, writeClarification } from '../domain/follow-up';
import { areNearEqualQuestions } from '../domain/question-bank';
import type { BankSearch, ChatModel, QuestionSoFar, ReplyEvent } from '../ports';
import { examinerContext, isSafeToSay } from './examiner-context';
import { type FoundSource, findSources } from './find-sources';
import { limitOf, WORDING_MS } from './time-limit';

/** Reasoning models spend most of it on thinking; the reply itself is a few lines. */
const MAX_TOKENS = 4000;

/**
 * Says what a question means, from other places of the bank; neither its own reference nor that of a near-equal question
 * is shown. A model's text is held back until it is whole: only then can code see that it gives no key point away.
 */
export async function* clarifyQuestion(
  ports: { chat: ChatModel | null; search: BankSearch },
  input: { soFar: QuestionSoFar; asked: string },
  signal?: AbortSignal,
): AsyncIterable<ReplyEvent> {
  const { question, language } = input.soFar;
  const context = examinerContext(input.soFar);
  const isSafe = (text: string) => isSafeToSay(text, context);
  const explained = await explainTerms(ports, input.soFar, isSafe);
  const sources = explained.map(({ found }) => found.view);
  const fromModel = ports.chat === null ? null : await askModel(ports.chat, input, explained, signal);
  const isUsable = fromModel !== null && isSafe(fromModel);
  yield {
    type: 'delta',
    text: isUsable ? fromModel : writeClarification(question.stem, explained, language),
  };
  yield { type: 'end', state: 'complete', origin: isUsable ? 'model' : 'offline', sources };
}

interface FoundTerm extends ExplainedTerm {
  found: FoundSource;
}

async function explainTerms(
  ports: { search: BankSearch },
  { question }: QuestionSoFar,
  isSafe: (text: string) => boolean,
): Promise<FoundTerm[]> {
  const terms = termsToExplain(question.stem);
  const found = await Promise.all(
    terms.map(async (term): Promise<FoundTerm | null> => {
      const sources = await findSources(ports, term, [question.id]);
      const best = sources.find(
        ({ asks, excerpt }) =>
          isAbout(excerpt.title, term) &&
          excerpt.text.toLowerCase().includes(term.toLowerCase()) &&
          !areNearEqualQuestions(asks, question) &&
          isSafe(excerpt.text),
      );
      return best ? { term, excerpt: best.excerpt, found: best } : null;
    }),
  );
  return found.filter((term) => term !== null);
}

/** A name is explained wherever it stands; a common word (训练) only where it is the subject. */
function isAbout(title: string, term: string): boolean {
  return /[A-Za-z]/.test(term) || title.includes(term);
}

async function askModel(
  chat: ChatModel,
  { soFar, asked }: { soFar: QuestionSoFar; asked: string },
  explained: readonly FoundTerm[],
  signal?: AbortSignal,
): Promise<string | null> {
  const excerpts = explained.map(({ excerpt }) => excerpt);
  const messages = clarifyPrompt.render({ ...examinerContext(soFar), asked, excerpts });
  let text = '';
  for await (const event of chat.streamText({
    messages,
    promptId: clarifyPrompt.id,
    temperature: 0.2,
    maxOutputTokens: MAX_TOKENS,
    signal: limitOf(WORDING_MS, signal),
  })) {
    if (event.type === 'delta') text += event.text;
    else if (event.state === 'cut') return null;
  }
  return text.trim() === '' ? null : text;
}
