import { isAppError, type Notice, noticeOf } from '../../domain/errors';
import type { EmbeddingModels, OpenedEmbedder } from '../../ports';
import { type EndpointOptions, openEndpointEmbedder } from './endpoint';
import { openHashingEmbedder } from './hashing';
import { type LocalEmbedder, openLocalEmbedder } from './local';
import { openModelWeights } from './model-weights';

export interface EmbeddingOptions {
  /** `auto`: the endpoint if there is one, else local if its weights are there, else hashing. */
  choice: 'auto' | 'local' | 'hashing' | 'endpoint';
  modelsDir: string;
  endpoint: EndpointOptions | null;
}

/** Opens embedders by configuration. Vendors are loaded only when they are chosen. */
export function openEmbeddingModels(options: EmbeddingOptions): EmbeddingModels {
  let local: Promise<LocalEmbedder> | null = null;
  const weights = openModelWeights({ modelsDir: options.modelsDir, hubUrl: '' });

  async function openLocal(): Promise<OpenedEmbedder> {
    if (weights.state().kind !== 'present') {
      const message = 'The local model is not there yet, so hashing embeds.';
      return { ...hashing({ code: 'local-model-absent', message }), lacksWeights: true };
    }
    // The promise is kept, not what comes of it: two who ask at once must not start two threads.
    local ??= openLocalEmbedder(options.modelsDir);
    try {
      return { embedder: await local, lacksWeights: false };
    } catch (error) {
      local = null;
      return hashing(cannotRun(error));
    }
  }

  async function openEndpoint(endpoint: EndpointOptions): Promise<OpenedEmbedder> {
    try {
      return { embedder: await openEndpointEmbedder(endpoint), lacksWeights: false };
    } catch (error) {
      const { message, ...notice } = noticeOf(error);
      return hashing({ ...notice, message: `${message} Hashing embeds until it does.` });
    }
  }

  return {
    async open() {
      if (options.choice === 'hashing') return hashing();
      if (options.choice !== 'local' && options.endpoint) return openEndpoint(options.endpoint);
      return openLocal();
    },
    async close() {
      const opened = await local?.catch(() => null);
      local = null;
      await opened?.close();
    },
  };
}

function hashing(notice?: Notice): OpenedEmbedder {
  return { embedder: openHashingEmbedder(), lacksWeights: false, ...(notice && { notice }) };
}

function cannotRun(error: unknown): Notice {
  const isMissing = isNotInstalled(error);
  const reason = isMissing ? 'onnxruntime-node is not installed' : noticeOf(error).message;
  return {
    code: isMissing ? 'runtime-missing' : 'local-model-failed',
    message: `The local model cannot run (${reason}), so hashing embeds.`,
    ...(!isMissing && { details: { said: reason } }),
  };
}

function isNotInstalled(error: unknown): boolean {
  const cause = isAppError(error) ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND';
}
