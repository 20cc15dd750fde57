import type { BankIndex, ModelWeights, WeightsProgress } from '../ports';

/**
 * Fetches the local embedding model's weights and lets the index use them. Returns whether anything was fetched:
 * false means that they were there already.
 * @throws AppError unavailable when they cannot be had; see `ModelWeights.fetch`.
 */
export async function fetchModelWeights(
  ports: { weights: ModelWeights; index: Pick<BankIndex, 'refresh'> },
  onProgress: (progress: WeightsProgress) => void,
  signal?: AbortSignal,
): Promise<boolean> {
  if (ports.weights.state().kind === 'present') return false;
  await ports.weights.fetch(onProgress, signal);
  await ports.index.refresh();
  return true;
}
