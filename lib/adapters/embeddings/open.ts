import { isAppError } from '../../domain/errors';
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
      return { ...hashing('The local model is not there yet, so hashing embeds.'), lacksWeights: true };
    }
    // The promise is kept, not what comes of it: two who ask at once must not start two threads.
    local ??= openLocalEmbedder(options.modelsDir);
    try {
      return { embedder: await local, lacksWeights: false };
    } catch (error) {
      local = null;
      const reason = isNotInstalled(error) ? 'onnxruntime-node is not installed' : messageOf(error);
      return hashing(`The local model cannot run (${reason}), so hashing embeds.`);
    }
  }

  async function openEndpoint(endpoint: EndpointOptions): Promise<OpenedEmbedder> {
    try {
      return { embedder: await openEndpointEmbedder(endpoint), lacksWeights: false };
    } catch (error) {
      return hashing(`${messageOf(error)} Hashing embeds until it does.`);
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

function hashing(detail?: string): OpenedEmbedder {
  const opened: OpenedEmbedder = { embedder: openHashingEmbedder(), lacksWeights: false };
  return detail === undefined ? opened : { ...opened, detail };
}

function isNotInstalled(error: unknown): boolean {
  const cause = isAppError(error) ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
