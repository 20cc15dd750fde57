import { APIError } from 'openai';
import type { ChatModelCapabilities } from '../../ports';
import { isFiltered, isTooLong } from './failure';

type TokenLimit = 'max_tokens' | 'max_completion_tokens';

/** What an endpoint was found to accept. Begins with the best and is relaxed when a request is refused. */
export interface Accepted {
  structuredOutput: ChatModelCapabilities['structuredOutput'];
  temperature: boolean;
  streamOptions: boolean;
  /** Names of the output limit still to try, the one in use first; empty = none is sent. */
  tokenLimits: TokenLimit[];
}

/** OpenAI's own newer models know only max_completion_tokens; most other servers only max_tokens. */
function initiallyAccepted(isOpenAi: boolean): Accepted {
  return {
    structuredOutput: 'json-schema',
    temperature: true,
    streamOptions: true,
    tokenLimits: isOpenAi ? ['max_completion_tokens', 'max_tokens'] : ['max_tokens', 'max_completion_tokens'],
  };
}

/** The features that a request makes use of; only these can be the reason for its refusal. */
export interface Uses {
  json: boolean;
  temperature: boolean;
  streamOptions: boolean;
  tokenLimit: boolean;
}

/** Remembers per endpoint what it accepts; `send` is tried with less until the endpoint takes it. */
export class Negotiation {
  #accepted: Accepted;

  constructor(isOpenAi: boolean) {
    this.#accepted = initiallyAccepted(isOpenAi);
  }

  get structuredOutput(): Accepted['structuredOutput'] {
    return this.#accepted.structuredOutput;
  }

  /** Only what has led to a success is remembered: a request refused for its own sake must not cost a feature. */
  async send<T>(uses: Uses, send: (accepted: Accepted) => Promise<T>): Promise<T> {
    let accepted = this.#accepted;
    for (;;) {
      try {
        const result = await send(accepted);
        this.#accepted = accepted;
        return result;
      } catch (error) {
        const less = error instanceof APIError ? relaxed(accepted, uses, error) : null;
        if (!less) throw error;
        accepted = less;
      }
    }
  }
}

/** What to try after a refusal: the feature it names, else the likeliest one; null when nothing is left to drop. */
function relaxed(accepted: Accepted, uses: Uses, error: APIError): Accepted | null {
  if (![400, 415, 422, 501].includes(error.status ?? 0) || isTooLong(error) || isFiltered(error)) return null;
  const text = `${error.param ?? ''} ${error.message}`.toLowerCase();
  const can = {
    limit: uses.tokenLimit && accepted.tokenLimits.length > 0,
    temperature: uses.temperature && accepted.temperature,
    streamOptions: uses.streamOptions && accepted.streamOptions,
    format: uses.json && accepted.structuredOutput !== 'text',
  };
  if (can.temperature && text.includes('temperature')) return { ...accepted, temperature: false };
  if (can.limit && /max_(completion_)?tokens|max tokens/.test(text)) return nextLimit(accepted);
  if (can.streamOptions && /stream_options|include_usage/.test(text))
    return { ...accepted, streamOptions: false };
  if (can.format) return simplerFormat(accepted);
  if (can.streamOptions) return { ...accepted, streamOptions: false };
  if (can.temperature) return { ...accepted, temperature: false };
  return can.limit ? nextLimit(accepted) : null;
}

function nextLimit(accepted: Accepted): Accepted {
  return { ...accepted, tokenLimits: accepted.tokenLimits.slice(1) };
}

function simplerFormat(accepted: Accepted): Accepted {
  return {
    ...accepted,
    structuredOutput: accepted.structuredOutput === 'json-schema' ? 'json-object' : 'text',
  };
}
