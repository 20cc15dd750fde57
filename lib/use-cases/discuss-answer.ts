import { discussPrompt, writeDiscussion } from '../domain/follow-up';
import { questionText } from '../domain/question-bank';
import type { BankSearch, ChatModel, QuestionSoFar, ReplyEvent } from '../ports';
import { examinerContext } from './examiner-context';
import { type FoundSource, findSources } from './find-sources';

/** Reasoning models spend most of it on thinking; the reply itself is a few lines. */
const MAX_TOKENS = 4000;

/**
 * Answers a question about a graded answer from the retrieved passages, sources named; the grade stays as it is.
 * Without a model the best passages are shown, and that no model is configured. A stream that breaks off ends as cut.
 */
export async function* discussAnswer(
  ports: { chat: ChatModel | null; search: BankSearch },
  input: { soFar: QuestionSoFar; asked: string },
  signal?: AbortSignal,
): AsyncIterable<ReplyEvent> {
  const { question, language } = input.soFar;
  const found = await findSources(ports, `${questionText(question)}\n${input.asked}`, []);
  const sources = found.map(({ view }) => view);
  if (ports.chat === null) {
    const excerpts = found.map(({ excerpt }) => excerpt);
    yield { type: 'delta', text: writeDiscussion(input.asked, excerpts, language) };
    yield { type: 'end', state: 'complete', origin: 'offline', sources };
    return;
  }
  yield* streamDiscussion(ports.chat, input, found, signal);
}

async function* streamDiscussion(
  chat: ChatModel,
  { soFar, asked }: { soFar: QuestionSoFar; asked: string },
  found: readonly FoundSource[],
  signal?: AbortSignal,
): AsyncIterable<ReplyEvent> {
  const excerpts = found.map(({ excerpt }) => excerpt);
  const messages = discussPrompt.render({ ...examinerContext(soFar), asked, excerpts });
  const end = { type: 'end', origin: 'model', sources: found.map(({ view }) => view) } as const;
  for await (const event of chat.streamText({
    messages,
    promptId: discussPrompt.id,
    temperature: 0.3,
    maxOutputTokens: MAX_TOKENS,
    signal,
  })) {
    if (event.type === 'delta') yield event;
    else if (event.state === 'cut') yield { ...end, state: 'cut', message: event.message };
    else yield { ...end, state: 'complete' };
  }
}
