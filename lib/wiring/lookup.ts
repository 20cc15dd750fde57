import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { openEmbeddingModels, openModelWeights } from '../adapters/embeddings';
import { openVectorIndexes } from '../adapters/vector-index';
import type { Config } from '../config';
import { EMPTY_GLOSSARY, type Glossary, parseGlossary } from '../domain/retrieval';
import type { BankIndex, EmbeddingModels, Logger, ModelWeights, VectorCache, VectorIndexes } from '../ports';
import { type BankIndexPorts, createBankIndex } from '../use-cases';

/** What look-up needs of the configuration. */
export type LookupConfig = Pick<
  Config,
  'dataDir' | 'modelsDir' | 'glossaryFile' | 'hubUrl' | 'embeddings' | 'embeddingEndpoint'
>;

/** The live index with its parts; closing the index closes them. */
export interface Lookup {
  index: BankIndex;
  weights: ModelWeights;
}

/** Chooses the parts of look-up and puts them together. Nothing is read or built before the first refresh or search. */
export async function openLookup(
  config: LookupConfig,
  ports: { bank: BankIndexPorts['bank']; vectors: VectorCache; logger: Logger },
): Promise<Lookup> {
  const { logger } = ports;
  const vectorIndexes = await openVectorIndexes({
    dir: path.join(config.dataDir, 'index'),
    onUnkept: (error) =>
      logger.warn({ err: error }, 'vector index not kept; it is built again at the next start'),
  });
  const weights = openModelWeights({ modelsDir: config.modelsDir, hubUrl: config.hubUrl });
  const embeddingModels = embeddingModelsOf(config);
  const glossary = readGlossary(config.glossaryFile);
  return {
    index: createBankIndex({ ...ports, weights, embeddingModels, vectorIndexes }, { glossary }),
    weights,
  };
}

/** The parts alone, for measuring: the configured embedders, a glossary, and indexes kept in a folder of one's own. */
export async function openLookupParts(
  config: LookupConfig,
  indexDir: string,
): Promise<{
  embeddingModels(choice: LookupConfig['embeddings']): EmbeddingModels;
  vectorIndexes: VectorIndexes;
  exactIndexes: VectorIndexes;
  glossary: Glossary;
}> {
  return {
    embeddingModels: (embeddings) => embeddingModelsOf({ ...config, embeddings }),
    vectorIndexes: await openVectorIndexes({ dir: indexDir }),
    exactIndexes: await openVectorIndexes({ dir: indexDir, engine: 'exact' }),
    glossary: readGlossary(config.glossaryFile),
  };
}

function embeddingModelsOf(config: LookupConfig): EmbeddingModels {
  return openEmbeddingModels({
    choice: config.embeddings,
    modelsDir: config.modelsDir,
    endpoint: config.embeddingEndpoint,
  });
}

function readGlossary(file: string): Glossary {
  return existsSync(file) ? parseGlossary(JSON.parse(readFileSync(file, 'utf8'))) : EMPTY_GLOSSARY;
}
