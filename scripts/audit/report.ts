import type { Question, ReferenceDoubt } from '../../lib/domain/question-bank';
import type { App } from '../../lib/wiring';

/** What became of one question, as the app tells it. */
export type AuditedQuestion =
  ReturnType<NonNullable<App['doubts']['audit']>> extends AsyncIterable<infer Audited> ? Audited : never;

type Asked = Pick<Question, 'id' | 'stem' | 'documentName'>;

/** What an audit did. Tokens as the endpoint counts them; it names no price, so none is made up. */
export interface AuditTotals {
  audited: number;
  doubted: number;
  failed: { id: string; stem: string; reason: string }[];
  inputTokens: number;
  outputTokens: number;
}

export const NO_TOTALS: AuditTotals = { audited: 0, doubted: 0, failed: [], inputTokens: 0, outputTokens: 0 };

export function countIn(totals: AuditTotals, audited: AuditedQuestion): AuditTotals {
  const { question, usage } = audited;
  const tokens = {
    inputTokens: totals.inputTokens + (usage?.inputTokens ?? 0),
    outputTokens: totals.outputTokens + (usage?.outputTokens ?? 0),
  };
  if (audited.state === 'failed')
    return {
      ...totals,
      ...tokens,
      failed: [...totals.failed, { id: question.id, stem: question.stem, reason: audited.reason }],
    };
  return {
    ...totals,
    ...tokens,
    audited: totals.audited + 1,
    doubted: totals.doubted + (audited.doubts.length > 0 ? 1 : 0),
  };
}

export function asJson(question: Asked, doubts: readonly ReferenceDoubt[]): string {
  return JSON.stringify({
    questionId: question.id,
    stem: question.stem,
    source: question.documentName,
    doubts: doubts.map(({ source, code, reason, quote, state }) => ({ source, code, reason, quote, state })),
  });
}

export function asText(question: Asked, doubts: readonly ReferenceDoubt[]): string {
  const lines = doubts.map(({ reason, quote }) => `  - ${reason}${quote === '' ? '' : `  [${quote}]`}`);
  return [`${question.stem}  (${question.documentName})`, ...lines].join('\n');
}

/** What is said in the end; questions that failed are named with the call that asks about them again. */
export function summaryOf({ audited, doubted, failed, inputTokens, outputTokens }: AuditTotals): string[] {
  const lines = [
    `${audited} references audited, ${doubted} doubted; ${inputTokens} tokens in, ${outputTokens} out.`,
  ];
  if (failed.length === 0) return lines;
  return [
    ...lines,
    `${failed.length} could not be audited:`,
    ...failed.map(({ id, stem, reason }) => `  ${id}  ${reason}  ${stem}`),
    `Again: npm run -s audit -- ${failed.map(({ id }) => `--question ${id}`).join(' ')}`,
  ];
}
