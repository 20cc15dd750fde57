import { type Notice, noticeOf } from '../domain/errors';
import type { Glossary } from '../domain/retrieval';
import type {
  BankIndex,
  BankStore,
  EmbeddingModels,
  Logger,
  ModelWeights,
  OpenedEmbedder,
  VectorCache,
  VectorIndexes,
} from '../ports';
import type { LexicalIndex, SemanticIndex } from './index-snapshot';
import { contentHashOf, refreshLexicalIndex, refreshSemanticIndex } from './refresh-index';
import { type SearchScope, searchPassages, searchQuestions } from './search-questions';

export interface BankIndexPorts {
  bank: Pick<BankStore, 'revision' | 'listQuestions' | 'listPassages'>;
  embeddingModels: EmbeddingModels;
  vectorIndexes: VectorIndexes;
  vectors: VectorCache;
  weights: ModelWeights;
  logger: Logger;
}

/** Milliseconds that closing gives a running refresh. */
const CLOSE_MS = 1000;

/** The live index: what serves now, and at most one refresh at a time that puts something better in its place. */
class LiveIndex implements BankIndex {
  private lexical: LexicalIndex | null = null;
  private semantic: SemanticIndex | null = null;
  private opened: OpenedEmbedder | null = null;
  private failure: Notice | null = null;
  private reading: Promise<LexicalIndex> | null = null;
  private running: Promise<void> | null = null;
  private queued: Promise<void> | null = null;
  private readonly ending = new AbortController();

  constructor(
    private readonly ports: BankIndexPorts,
    private readonly glossary: Glossary,
  ) {}

  async questions(text: string, limit: number) {
    return searchQuestions(this.ports, await this.scope(), text, limit);
  }

  async passages(text: string, limit: number) {
    return searchPassages(this.ports, await this.scope(), text, limit);
  }

  async refresh(): Promise<void> {
    // Nothing follows a bank that is being closed.
    if (this.ending.signal.aborted) return;
    if (!this.running) {
      this.running = this.run().finally(() => {
        this.running = null;
      });
      return this.running;
    }
    // The running one may have read the bank before the change that this call is about.
    this.queued ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.queued = null;
        return this.refresh();
      });
    return this.queued;
  }

  async fetchMissingWeights(): Promise<void> {
    const { weights, logger } = this.ports;
    this.opened ??= await this.ports.embeddingModels.open();
    if (!this.opened.lacksWeights || weights.state().kind === 'present') return;
    try {
      await weights.fetch(() => undefined, this.ending.signal);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      logger.info({ reason }, 'model weights not fetched; hashing embeds (npm run model tries again)');
      return;
    }
    logger.info({}, 'model weights fetched; the index is being rebuilt');
    await this.refresh();
  }

  status(): ReturnType<BankIndex['status']> {
    const entries = Object.values(this.lexical?.entries ?? {}).reduce((sum, list) => sum + list.length, 0);
    const weights = this.ports.weights.state();
    const notices = [this.failure, this.opened?.notice, this.ports.vectorIndexes.notice].filter(
      (notice) => notice != null,
    );
    return {
      embedderId: (this.semantic?.embedder ?? this.opened?.embedder)?.id ?? 'none',
      state: this.state(weights.kind === 'fetching'),
      entries,
      index: this.ports.vectorIndexes.kind,
      ...(notices.length > 0 && { notices }),
    };
  }

  async close(): Promise<void> {
    this.ending.abort();
    await this.ports.embeddingModels.close();
    // A refresh that runs ends by itself once its embedder is gone; one that waits for an endpoint is not waited for.
    const ended = this.running?.catch(() => undefined);
    if (!ended) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, CLOSE_MS);
    });
    await Promise.race([ended, patience]);
    clearTimeout(timer);
  }

  private state(isFetching: boolean): ReturnType<BankIndex['status']>['state'] {
    if (this.running) return 'building';
    if (isFetching) return 'fetching';
    if (this.failure !== null) return 'failed';
    return this.lexical ? 'ready' : 'building';
  }

  private async run(): Promise<void> {
    try {
      const lexical = await this.followBank();
      this.opened = await this.ports.embeddingModels.open();
      const { embedder } = this.opened;
      const isCurrent =
        this.semantic?.embedder.id === embedder.id && this.semantic.contentHash === contentHashOf(lexical);
      if (!isCurrent) this.semantic = await refreshSemanticIndex(this.ports, lexical, embedder);
      this.failure = null;
    } catch (error) {
      this.failure = noticeOf(error);
      throw error;
    }
  }

  /** The words of the bank at its present revision or a later one; searches need not wait for vectors. */
  private async followBank(): Promise<LexicalIndex> {
    const revision = await this.ports.bank.revision();
    let { lexical } = this;
    // A reading that somebody else began may have begun before the last change.
    while (!lexical || lexical.revision < revision) lexical = await this.read();
    return lexical;
  }

  private read(): Promise<LexicalIndex> {
    this.reading ??= refreshLexicalIndex(this.ports, this.lexical)
      .then((lexical) => {
        this.lexical = lexical;
        return lexical;
      })
      .finally(() => {
        this.reading = null;
      });
    return this.reading;
  }

  /** Another process may have changed the bank: the words follow at once, the vectors behind the answer. */
  private async scope(): Promise<SearchScope> {
    const before = this.lexical;
    const lexical = await this.followBank();
    if (lexical !== before && !this.running && !this.ending.signal.aborted) {
      this.refresh().catch((error: unknown) => {
        if (this.ending.signal.aborted) return;
        this.ports.logger.warn({ error }, 'index not refreshed; the old one serves');
      });
    }
    return { lexical, semantic: this.semantic, glossary: this.glossary };
  }
}

/** Makes the live index; it is empty until the first search or refresh. */
export function createBankIndex(ports: BankIndexPorts, options: { glossary: Glossary }): BankIndex {
  return new LiveIndex(ports, options.glossary);
}
