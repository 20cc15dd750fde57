import type { BankSearch } from './search';

/** The live index over the bank: always searchable, rebuilt behind the scenes, swapped at once. */
export interface BankIndex extends BankSearch {
  /**
   * Follows the bank and the embedder as they are now. Resolves when everything can be searched; calls that come
   * while one runs share the next run. Rejects when the bank cannot be read or vectors cannot be computed; the
   * old index then goes on serving.
   */
  refresh(): Promise<void>;
  /**
   * Fetches the local model's weights when the configuration wants them and they are missing, then refreshes.
   * Being offline is one line in the log, not an error.
   */
  fetchMissingWeights(): Promise<void>;
  close(): Promise<void>;
}
