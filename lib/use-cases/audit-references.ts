import { AppError } from '../domain/errors';
import {
  type AuditFault,
  auditPrompt,
  faultsFrom,
  referenceOf,
  type TokenUsage,
  type UngradedReason,
} from '../domain/grading';
import { stableId } from '../domain/ids';
import { type Question, questionText, type ReferenceDoubt, referenceBasis } from '../domain/question-bank';
import type { BankSearch, BankStore, ChatModel, Clock, DoubtStore } from '../ports';
import { findSources } from './find-sources';
import { isoNow } from './iso-now';
import { jsonRequest } from './json-request';
import { sideBySide } from './side-by-side';

/** Reasoning models spend most of it on thinking; the reply itself is a tenth of this. */
const MAX_TOKENS = 8000;
/** Questions that are asked about side by side; more would run into a provider's limits. */
const AT_ONCE = 4;

export interface AuditPorts {
  bank: Pick<BankStore, 'listQuestions' | 'findDocumentByName'>;
  doubts: Pick<DoubtStore, 'saveDoubts' | 'clearOpenDoubts'>;
  search: BankSearch;
  chat: ChatModel;
  clock: Clock;
}

export interface AuditOptions {
  /** Name or id of the only document to look at. */
  document?: string;
  /** Ids of the only questions to look at: those that failed before. */
  questionIds?: readonly string[];
  /** At most so many questions. */
  limit?: number;
  /** Starts nothing new once raised; what was found is kept. */
  signal?: AbortSignal;
}

/** What became of one question, told as soon as it is stored. */
export type AuditedQuestion =
  | { state: 'audited'; question: Question; doubts: ReferenceDoubt[]; usage?: TokenUsage }
  | { state: 'failed'; question: Question; reason: UngradedReason; message: string; usage?: TokenUsage };

/**
 * Lets the model check each reference against what it knows and what the rest of the bank says, four at a time, and
 * stores each result before it tells of it. A call that fails is told as failed and never guessed.
 * @throws AppError not-found `document-not-found`, `question-not-found` when none of those that are named is there
 */
export async function* auditReferences(
  ports: AuditPorts,
  options: AuditOptions = {},
): AsyncGenerator<AuditedQuestion> {
  const questions = (await questionsToAudit(ports.bank, options)).slice(0, options.limit);
  const audit = (question: Question, ending: AbortSignal) => auditOne(ports, question, ending);
  yield* sideBySide(questions, AT_ONCE, audit, options.signal);
}

async function questionsToAudit(bank: AuditPorts['bank'], options: AuditOptions): Promise<Question[]> {
  const { document, questionIds } = options;
  const named = document ? await bank.findDocumentByName(document) : null;
  const questions = await bank.listQuestions({
    ...(document && { documentIds: [named?.id ?? document] }),
    ...(questionIds && { ids: questionIds }),
  });
  if (document && questions.length === 0)
    throw new AppError('not-found', 'document-not-found', 'The bank has no such document with questions.');
  if (questionIds && questions.length === 0)
    throw new AppError('not-found', 'question-not-found', 'The bank has none of these questions.');
  return questions.filter((question) => auditedText(question) !== '');
}

/** Of a choice question also the right option: its letter may be wrong. */
function auditedText(question: Question): string {
  if (question.kind !== 'choice') return referenceOf(question);
  return [question.answer, question.explanation ?? ''].filter((part) => part.trim() !== '').join('\n\n');
}

async function auditOne(
  ports: AuditPorts,
  question: Question,
  signal: AbortSignal,
): Promise<AuditedQuestion> {
  const reply = await askModel(ports, question, signal);
  const usage = reply.usage ? { usage: reply.usage } : {};
  if (reply.state === 'failed')
    return { state: 'failed', question, reason: reply.reason, message: reply.message, ...usage };
  const at = isoNow(ports.clock);
  const doubts = faultsFrom(reply.value, auditedText(question)).map((fault) =>
    doubtOf(question, fault, ports.chat.model, at),
  );
  await ports.doubts.saveDoubts(doubts);
  await ports.doubts.clearOpenDoubts(
    'model',
    [question.id],
    doubts.map(({ id }) => id),
  );
  return { state: 'audited', question, doubts, ...usage };
}

async function askModel(ports: AuditPorts, question: Question, signal: AbortSignal) {
  const options = (question.options ?? []).map(({ label, text }) => `${label}. ${text}`);
  const asked = [questionText(question), ...options].join('\n');
  const sources = await findSources(ports, question.stem, [question.id]);
  const language = /\p{Script=Han}/u.test(asked + question.answer) ? 'zh' : 'en';
  return ports.chat.completeJson(
    jsonRequest(
      auditPrompt,
      {
        question: asked,
        reference: auditedText(question),
        others: sources.map(({ excerpt }) => excerpt),
        language,
      },
      { temperature: 0, maxOutputTokens: MAX_TOKENS, signal },
    ),
  );
}

/** The same words doubted again are the same doubt, however the reason is worded: a dismissed one stays dismissed. */
export function doubtOf(
  question: Question,
  { code, reason, quote }: Omit<AuditFault, 'code'> & { code: string },
  model: string,
  at: string,
): ReferenceDoubt {
  const basisHash = referenceBasis(question);
  return {
    id: stableId('x', 'model', question.id, basisHash, code, quote),
    questionId: question.id,
    basisHash,
    source: 'model',
    code,
    reason,
    quote,
    state: 'open',
    model,
    at,
  };
}
