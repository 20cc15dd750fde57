import OpenAI, { APIError } from 'openai';
import { AppError, withoutKeys } from '../../domain/errors';
import type { EmbeddingModel } from '../../ports';
import { normalise } from './normalise';

export interface EndpointOptions {
  model: string;
  /** Ends with the version, as in http://127.0.0.1:11434/v1. Absent: OpenAI's own. */
  baseUrl?: string;
  /** Absent for local servers that need none. Never logged. */
  apiKey?: string;
  /** Milliseconds for one request. Default 30,000. */
  timeoutMs?: number;
}

const OPENAI_URL = 'https://api.openai.com/v1';
/** Characters of the endpoint's own words that are shown. */
const LONGEST_DETAIL = 300;
/** Texts a request; within what every known provider takes. */
const BATCH = 64;
/** Characters a text: providers refuse inputs over about 8,000 tokens instead of cutting them. */
const MAX_CHARACTERS = 6000;

/**
 * Any OpenAI-compatible embedder. Asks for one vector to learn the dimension.
 * @throws AppError unavailable `embedder-unreachable` or `embedder-reply-unreadable`.
 */
export async function openEndpointEmbedder(options: EndpointOptions): Promise<EmbeddingModel> {
  const client = new OpenAI({
    // Everything is given, so that the client reads nothing from the environment by itself; it insists on a key.
    baseURL: options.baseUrl ?? OPENAI_URL,
    apiKey: options.apiKey ?? 'none',
    organization: null,
    project: null,
    webhookSecret: null,
    // Its log lines may hold texts and keys.
    logLevel: 'off',
    timeout: options.timeoutMs ?? 30_000,
    // 408, 409, 429 and 5xx are repeated with back-off, honouring Retry-After.
    maxRetries: 3,
    ...(options.apiKey ? {} : { defaultHeaders: { Authorization: null } }),
  });
  const embed = (texts: string[]) => requestVectors(client, options, texts);
  const [probe] = await embed(['Viva']);
  return {
    id: `endpoint:${options.model}`,
    kind: 'endpoint',
    dimensions: probe?.length ?? 0,
    embedQuery: async (text) => (await embed([text]))[0] ?? [],
    async embedDocuments(texts) {
      const vectors: number[][] = [];
      for (let start = 0; start < texts.length; start += BATCH) {
        vectors.push(...(await embed(texts.slice(start, start + BATCH))));
      }
      return vectors;
    },
  };
}

async function requestVectors(
  client: OpenAI,
  { model, apiKey }: EndpointOptions,
  texts: string[],
): Promise<number[][]> {
  // Empty inputs are refused by most servers.
  const input = texts.map((text) => text.slice(0, MAX_CHARACTERS) || ' ');
  const reply = await client.embeddings
    .create({ model, input, encoding_format: 'float' })
    .catch((error: unknown) => {
      throw unreachable(error, apiKey);
    });
  return readVectors(reply.data, texts.length);
}

function unreachable(error: unknown, key: string | undefined): AppError {
  const words = withoutKeys(error instanceof Error ? error.message : String(error), key);
  const said = words.slice(0, LONGEST_DETAIL);
  const message = `The embedding endpoint did not answer: ${said}`;
  // An error that the endpoint sent may hold the key: no more of it is kept, and logged, than these words.
  const isSent = error instanceof APIError && error.status !== undefined;
  return new AppError('unavailable', 'embedder-unreachable', message, {
    details: { said },
    ...(!isSent && { cause: error }),
  });
}

function readVectors(data: unknown, expected: number): number[][] {
  const rows = Array.isArray(data) ? (data as { index?: number; embedding?: unknown }[]) : [];
  const ordered = [...rows].sort((left, right) => (left.index ?? 0) - (right.index ?? 0));
  const vectors = ordered.map((row) => row.embedding).filter(isVector);
  const width = vectors[0]?.length;
  if (vectors.length !== expected || vectors.some((vector) => vector.length !== width)) {
    const message = `The embedding endpoint sent ${vectors.length} usable vectors for ${expected} texts; check EMBEDDING_MODEL.`;
    throw new AppError('unavailable', 'embedder-reply-unreadable', message, { isRetryable: false });
  }
  return vectors.map((vector) => normalise(vector));
}

function isVector(value: unknown): value is number[] {
  return Array.isArray(value) && value.length > 0 && value.every((part) => Number.isFinite(part));
}
