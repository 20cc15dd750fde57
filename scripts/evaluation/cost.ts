import type { GradedRow } from './graded-row';
import { mean } from './metrics';

/** What a million tokens cost, in any currency. */
export interface Prices {
  input: number;
  output: number;
}

export interface CostFigures {
  /** Per answer. Null when replayed: the time of a replay says nothing about the model. */
  milliseconds: number | null;
  /** Of all calls for verdicts, as the endpoint counts them; a call for key points comes on top where a line has none. */
  inputTokens: number;
  outputTokens: number;
  /** Shares of answers for which the model was asked for verdicts twice, and whose two readings stay apart. */
  askedTwice: number;
  ranged: number;
  /** Of a thousand answers, cached input at full price; null without prices. */
  perThousand: number | null;
}

export function costFigures(
  rows: readonly GradedRow[],
  options: { prices: Prices | null; isReplayed: boolean },
): CostFigures {
  const inputTokens = mean(rows.map((row) => row.inputTokens));
  const outputTokens = mean(rows.map((row) => row.outputTokens));
  const { prices } = options;
  return {
    milliseconds: options.isReplayed ? null : mean(rows.map((row) => row.milliseconds)),
    inputTokens,
    outputTokens,
    askedTwice: rows.filter((row) => row.wasAskedTwice).length / rows.length,
    ranged: rows.filter((row) => row.hasRange).length / rows.length,
    perThousand: prices && (inputTokens * prices.input + outputTokens * prices.output) / 1000,
  };
}
