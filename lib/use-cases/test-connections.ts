import { AppError } from '../domain/errors';
import type { ChatModel, ChatModelCapabilities, Clock, EmbeddingModels } from '../ports';

/** @throws AppError invalid `no-model`; whatever the probe throws when the endpoint cannot be reached */
export async function testChatModel(
  ports: { chat: ChatModel | null },
  signal?: AbortSignal,
): Promise<ChatModelCapabilities> {
  if (ports.chat === null) {
    throw new AppError(
      'invalid',
      'no-model',
      'No model is configured. Set CHAT_MODEL and its address or key in .env, then start Viva again.',
    );
  }
  return ports.chat.probe(signal);
}

/** Embeds one sentence with the embedder that serves now. */
export async function testEmbedder(ports: {
  embeddingModels: EmbeddingModels;
  clock: Clock;
}): Promise<{ id: string; latencyMs: number; dimensions: number }> {
  const { embedder } = await ports.embeddingModels.open();
  const started = ports.clock.now();
  const vector = await embedder.embedQuery('低秩适配为什么能省显存？');
  return { id: embedder.id, latencyMs: ports.clock.now() - started, dimensions: vector.length };
}
