import { discussPrompt, keyTermsOf, writeDiscussion, writeGradeAccount } from '../domain/follow-up';
import { complainsOfGrade } from '../domain/interview';
import { questionText } from '../domain/question-bank';
import type { BankSearch, ChatModel, QuestionSoFar, ReplyEvent } from '../ports';
import { examinerContext } from './examiner-context';
import { type FoundSource, findSources, MAX_SOURCES } from './find-sources';

/** Reasoning models spend most of it on thinking; the reply itself is a few lines. */
const MAX_TOKENS = 4000;

/**
 * Answers a question about a graded answer from the retrieved passages, sources named; the grade stays as it is.
 * Without a model the best passages are shown, and that no model is configured; a complaint is answered from the grade.
 * A stream that breaks off ends as cut.
 */
export async function* discussAnswer(
  ports: { chat: ChatModel | null; search: BankSearch },
  input: { soFar: QuestionSoFar; asked: string },
  signal?: AbortSignal,
): AsyncIterable<ReplyEvent> {
  const { question, language, grade } = input.soFar;
  if (ports.chat === null && grade && complainsOfGrade(input.asked)) {
    yield { type: 'delta', text: writeGradeAccount(grade, language) };
    yield { type: 'end', state: 'complete', origin: 'offline', sources: [] };
    return;
  }
  const found = await sourcesFor(ports, questionText(question), input.asked);
  const sources = found.map(({ view }) => view);
  if (ports.chat === null) {
    const excerpts = found.map(({ excerpt }) => excerpt);
    yield { type: 'delta', text: writeDiscussion(input.asked, excerpts, language) };
    yield { type: 'end', state: 'complete', origin: 'offline', sources };
    return;
  }
  yield* streamDiscussion(ports.chat, input, found, signal);
}

/** Where the person brings up something new (“那 QLoRA 呢？”), what is said about that comes before what is near the question. */
async function sourcesFor(
  ports: { search: BankSearch },
  question: string,
  asked: string,
): Promise<FoundSource[]> {
  const terms = keyTermsOf(asked, [question]).map(({ text }) => text.toLowerCase());
  const speaksOf = ({ excerpt }: FoundSource) => {
    const text = `${excerpt.title}\n${excerpt.text}`.toLowerCase();
    return terms.some((term) => text.includes(term));
  };
  const [asIs, near] = await Promise.all([
    terms.length === 0 ? [] : findSources(ports, asked, []),
    findSources(ports, `${question}\n${asked}`, []),
  ]);
  const found = new Map([...asIs.filter(speaksOf), ...near].map((source) => [source.view.id, source]));
  return [...found.values()].slice(0, MAX_SOURCES);
}

async function* streamDiscussion(
  chat: ChatModel,
  { soFar, asked }: { soFar: QuestionSoFar; asked: string },
  found: readonly FoundSource[],
  signal?: AbortSignal,
): AsyncIterable<ReplyEvent> {
  const excerpts = found.map(({ excerpt }) => excerpt);
  const messages = discussPrompt.render({
    ...examinerContext(soFar),
    asked,
    excerpts,
    ...(soFar.grade && { grade: soFar.grade }),
  });
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
