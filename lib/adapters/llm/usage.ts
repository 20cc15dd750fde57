import type { CompletionUsage } from 'openai/resources/completions';
import type { TokenUsage } from '../../domain/grading';

/** The endpoint's own count; undefined when it sends none, or something that is no count. */
export function usageOf(usage: Partial<CompletionUsage> | null | undefined): TokenUsage | undefined {
  const { prompt_tokens: inputTokens, completion_tokens: outputTokens } = usage ?? {};
  if (!isCount(inputTokens) || !isCount(outputTokens)) return undefined;
  const cachedInputTokens = usage?.prompt_tokens_details?.cached_tokens;
  return { inputTokens, outputTokens, ...(isCount(cachedInputTokens) ? { cachedInputTokens } : {}) };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** Both calls of a reply that had to be asked for twice. */
export function sumUsage(a: TokenUsage | undefined, b: TokenUsage | undefined): TokenUsage | undefined {
  if (!a || !b) return a ?? b;
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    cachedInputTokens: (a.cachedInputTokens ?? 0) + (b.cachedInputTokens ?? 0),
  };
}
