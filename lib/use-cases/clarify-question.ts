import {
  clarifyPrompt,
  type ExplainedTerm,
  explanationOf,
  termsAskedFor,
  termsToExplain,
  writeClarification,
} from '../domain/follow-up';
import { areNearEqualQuestions } from '../domain/question-bank';
import { EMPTY_GLOSSARY, type Glossary } from '../domain/retrieval';
import type { BankSearch, ChatModel, QuestionSoFar, ReplyEvent } from '../ports';
import { examinerContext, isSafeToSay } from './examiner-context';
import { type FoundSource, findSources } from './find-sources';
import { limitOf, WORDING_MS } from './time-limit';

/** Reasoning models spend most of it on thinking; the reply itself is a few lines. */
const MAX_TOKENS = 4000;

export interface ClarifyPorts {
  chat: ChatModel | null;
  search: BankSearch;
  /** Names of things in the field; absent: none is known. */
  glossary?: Glossary;
}

/**
 * Says what a question means, from other places of the bank; neither its own reference nor that of a near-equal question
 * is shown. A model's text is held back until it is whole: only then can code see that it gives no key point away.
 */
export async function* clarifyQuestion(
  ports: ClarifyPorts,
  input: { soFar: QuestionSoFar; asked: string },
  signal?: AbortSignal,
): AsyncIterable<ReplyEvent> {
  const { question, language } = input.soFar;
  const context = examinerContext(input.soFar);
  const isSafe = (text: string) => isSafeToSay(text, context);
  const explained = await explainTerms(ports, input, isSafe);
  const sources = explained.map(({ found }) => found.view);
  const fromModel = ports.chat === null ? null : await askModel(ports.chat, input, explained, signal);
  const isUsable = fromModel !== null && isSafe(fromModel);
  yield {
    type: 'delta',
    text: isUsable ? fromModel : writeClarification(question, explained, language),
  };
  yield { type: 'end', state: 'complete', origin: isUsable ? 'model' : 'offline', sources };
}

interface FoundTerm extends ExplainedTerm {
  found: FoundSource;
}

async function explainTerms(
  ports: ClarifyPorts,
  { soFar: { question }, asked }: { soFar: QuestionSoFar; asked: string },
  isSafe: (text: string) => boolean,
): Promise<FoundTerm[]> {
  const terms = [...termsAskedFor(asked), ...termsToExplain(question.stem, ports.glossary ?? EMPTY_GLOSSARY)];
  const found = await Promise.all(
    terms.map(async (term): Promise<FoundTerm | undefined> => {
      const sources = await findSources(ports, term.text, [question.id]);
      return sources
        .filter(({ asks, excerpt }) => !areNearEqualQuestions(asks, question) && isSafe(excerpt.text))
        .flatMap((source) => {
          const said = explanationOf(source.excerpt, term);
          return said === null ? [] : [{ term: term.text, said, excerpt: source.excerpt, found: source }];
        })
        .at(0);
    }),
  );
  return withoutParts(found.filter((term) => term !== undefined));
}

/** One explanation of a thing: 梯度检查点, and not 检查点 as well, nor the same place twice. */
function withoutParts(found: readonly FoundTerm[]): FoundTerm[] {
  return found.filter(
    ({ term, excerpt }, index) =>
      !found.some(
        (other, place) =>
          place !== index &&
          (isWithin(term, other.term) || (place < index && other.excerpt.text === excerpt.text)),
      ),
  );
}

function isWithin(part: string, whole: string): boolean {
  return part.length < whole.length && whole.toLowerCase().includes(part.toLowerCase());
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
