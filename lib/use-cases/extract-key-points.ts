import {
  authoredPoints,
  deriveKeyPoints,
  joinPoints,
  type KeyPoint,
  keyPointsFrom,
  keyPointsPrompt,
  namesDefinedIn,
  type Rubric,
  referencesOf,
  rubricBasis,
  withChecks,
  withNames,
} from '../domain/grading';
import { stableId } from '../domain/ids';
import { type Question, questionText } from '../domain/question-bank';
import type { BankStore, ChatModel, Clock } from '../ports';
import { isoNow } from './iso-now';
import { jsonRequest } from './json-request';
import { limitOf } from './time-limit';

/** Reasoning models spend most of it on thinking; the reply itself is a tenth of this. */
const MAX_TOKENS = 8000;
/** Milliseconds after which a question is graded by derived points: the person waits for a grade, not for a rubric. */
const EXTRACTION_MS = 45_000;

/**
 * The key points in a reference, split by the model and each checked against the reference by code; null when the
 * model fails or nothing of its reply rests on the reference.
 */
export async function extractKeyPoints(
  ports: { chat: ChatModel },
  input: { question: string; reference: string; signal?: AbortSignal },
): Promise<KeyPoint[] | null> {
  const reply = await ports.chat.completeJson(
    jsonRequest(keyPointsPrompt, input, {
      temperature: 0,
      maxOutputTokens: MAX_TOKENS,
      signal: limitOf(EXTRACTION_MS, input.signal),
    }),
  );
  if (reply.state === 'failed') return null;
  const points = keyPointsFrom(reply.value, input);
  return points.length > 0 ? points : null;
}

export interface RubricPorts {
  bank: Pick<BankStore, 'findRubric' | 'saveRubric' | 'findDocument'>;
  /** Null: no model is configured. */
  chat: ChatModel | null;
  clock: Clock;
}

/**
 * The rubric of a question as it stands now: the points that a person or the document gives; else those the model extracted, once; else
 * points derived from the reference's structure, which are stored too but give way as soon as the model succeeds.
 * Stored rubrics count while question, reference and authored points are what they were. A question without a reference
 * has a rubric without points. Of several references the first gives the points that are asked for, the others what they
 * say beyond it. Abbreviations that its document defines become other names of its points.
 */
export async function ensureRubric(
  ports: RubricPorts,
  question: Question,
  options: { signal?: AbortSignal } = {},
): Promise<Rubric> {
  const basisHash = rubricBasis(question);
  const stored = await ports.bank.findRubric(question.id, basisHash);
  if (stored && stored.source !== 'offline') return stored;
  const authored = authoredPoints(question);
  if (authored.length > 0) return save(ports, { question, basisHash, points: authored, source: 'authored' });
  const [reference = ''] = referencesOf(question);
  const chat = reference ? ports.chat : null;
  const extracted =
    chat && (await extractKeyPoints({ chat }, { question: questionText(question), reference, ...options }));
  if (chat && extracted)
    return save(ports, {
      question,
      basisHash,
      points: extracted,
      source: 'llm',
      promptId: keyPointsPrompt.id,
      model: chat.model,
    });
  if (stored) return stored;
  const points = reference ? deriveKeyPoints(questionText(question), reference) : [];
  return save(ports, { question, basisHash, points, source: 'offline' });
}

/** Key points with what decides each of them and with the other names that the texts give for what they mention. */
export function completePoints(
  question: string,
  points: readonly KeyPoint[],
  texts: readonly string[],
): KeyPoint[] {
  return withNames(withChecks(question, points), namesDefinedIn(texts.join('\n\n')));
}

type Draft = Omit<Rubric, 'id' | 'questionId' | 'createdAt'> & { question: Question };

async function save(ports: RubricPorts, { question, ...draft }: Draft): Promise<Rubric> {
  const references = referencesOf(question);
  const joined =
    references.length > 1 ? joinPoints(questionText(question), draft.points, references) : draft.points;
  const document = await ports.bank.findDocument(question.documentId);
  const points = completePoints(questionText(question), joined, [...references, document?.text ?? '']);
  const rubric: Rubric = {
    // The same points of the same basis are the same rubric, whoever saves them first.
    id: stableId('r', question.id, draft.source, draft.basisHash, JSON.stringify(points)),
    questionId: question.id,
    ...draft,
    points,
    createdAt: isoNow(ports.clock),
  };
  await ports.bank.saveRubric(rubric);
  return rubric;
}
