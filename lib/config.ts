import path from 'node:path';
import { z } from 'zod';
import { AppError } from './domain/errors';

/** An empty variable in a .env file means "not set". */
const optionalText = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().trim().optional(),
);
const optionalUrl = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional(),
);

/** Every environment variable Viva reads, with its default. `.env.example` is checked against this list. */
export const environmentSchema = z.object({
  HOST: z.preprocess((value) => value || undefined, z.string().default('127.0.0.1')),
  PORT: z.preprocess((value) => value || undefined, z.coerce.number().int().min(1).max(65_535).default(3000)),
  DATA_DIR: z.preprocess((value) => value || undefined, z.string().default('data/local')),
  MODELS_DIR: z.preprocess((value) => value || undefined, z.string().default('data/local/models')),
  HF_ENDPOINT: optionalUrl,
  EMBEDDINGS: z.preprocess(
    (value) => value || undefined,
    z.enum(['auto', 'local', 'hashing', 'endpoint']).default('auto'),
  ),
  EMBEDDING_MODEL: optionalText,
  EMBEDDING_BASE_URL: optionalUrl,
  EMBEDDING_API_KEY: optionalText,
  OPENAI_API_KEY: optionalText,
  OPENAI_BASE_URL: optionalUrl,
  CHAT_MODEL: optionalText,
  LOG_LEVEL: z.preprocess(
    (value) => value || undefined,
    z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  ),
});

/** A chat model or an embedder behind an OpenAI-compatible address. */
export interface EndpointConfig {
  model: string;
  /** Absent: the openai client's own default address. */
  baseUrl?: string;
  /** Absent for local servers that need none. Never logged, never sent to a page. */
  apiKey?: string;
}

export interface Config {
  host: string;
  port: number;
  /** Absolute paths. */
  dataDir: string;
  modelsDir: string;
  starterBankFile: string;
  /** Which texts of the starter bank Viva ever came with. */
  bankVersionsFile: string;
  glossaryFile: string;
  hubUrl: string;
  embeddings: 'auto' | 'local' | 'hashing' | 'endpoint';
  embeddingEndpoint: EndpointConfig | null;
  /** Null: no model is configured and Viva grades offline. */
  chat: EndpointConfig | null;
  /** Asked for by commands, never by the environment: keep the model's replies in a folder, or answer from it instead. */
  recordings?: { mode: 'record' | 'replay'; dir: string };
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

type Environment = z.infer<typeof environmentSchema>;

/**
 * Parses the environment once. Relative directories are taken from `root`.
 * @throws AppError invalid `bad-configuration`, naming every variable that is wrong and why.
 */
export function loadConfig(
  environment: Record<string, string | undefined> = process.env,
  root: string = process.cwd(),
): Config {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw misconfigured(lines.join('; '));
  }
  const values = parsed.data;
  const resolve = (directory: string) => path.resolve(/* turbopackIgnore: true */ root, directory);
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: resolve(values.DATA_DIR),
    modelsDir: resolve(values.MODELS_DIR),
    starterBankFile: resolve('data/banks/llm-fine-tuning.zh.md'),
    bankVersionsFile: resolve('data/banks/versions.json'),
    glossaryFile: resolve('data/glossary.json'),
    hubUrl: values.HF_ENDPOINT ?? 'https://huggingface.co',
    embeddings: values.EMBEDDINGS,
    embeddingEndpoint: embeddingEndpoint(values),
    chat: chatEndpoint(values),
    logLevel: values.LOG_LEVEL,
  };
}

function chatEndpoint(values: Environment): EndpointConfig | null {
  if (!values.CHAT_MODEL) {
    // The embedder alone may use the address and the key.
    if (values.EMBEDDING_MODEL || (!values.OPENAI_API_KEY && !values.OPENAI_BASE_URL)) return null;
    throw misconfigured(
      'CHAT_MODEL: name the model to grade with, since OPENAI_API_KEY or OPENAI_BASE_URL is set',
    );
  }
  if (!values.OPENAI_API_KEY && !values.OPENAI_BASE_URL) {
    throw misconfigured('CHAT_MODEL is set, so set OPENAI_API_KEY, or OPENAI_BASE_URL for a local server');
  }
  return { model: values.CHAT_MODEL, baseUrl: values.OPENAI_BASE_URL, apiKey: values.OPENAI_API_KEY };
}

function embeddingEndpoint(values: Environment): EndpointConfig | null {
  if (!values.EMBEDDING_MODEL) {
    if (values.EMBEDDINGS !== 'endpoint') return null;
    throw misconfigured('EMBEDDING_MODEL: name the model, since EMBEDDINGS is "endpoint"');
  }
  return {
    model: values.EMBEDDING_MODEL,
    baseUrl: values.EMBEDDING_BASE_URL ?? values.OPENAI_BASE_URL,
    apiKey: values.EMBEDDING_API_KEY ?? values.OPENAI_API_KEY,
  };
}

function misconfigured(what: string): AppError {
  return new AppError('invalid', 'bad-configuration', `Check these settings in .env: ${what}`);
}
