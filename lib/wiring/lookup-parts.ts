import { readFileSync } from 'node:fs';
import { openEmbeddingModels } from '../adapters/embeddings';
import { openVectorIndexes } from '../adapters/vector-index';
import type { Config } from '../config';
import { type Glossary, parseGlossary } from '../domain/retrieval';
import type { EmbeddingModels, VectorIndexes } from '../ports';

/** The parts of look-up one by one, so that each can be measured without a bank. */
export interface LookupParts {
  embeddingModels(choice: Config['embeddings']): EmbeddingModels;
  vectorIndexes: VectorIndexes;
  exactIndexes: VectorIndexes;
  glossary: Glossary;
}

/** Opens them by configuration, with indexes kept in a folder of one's own. */
export async function openLookupParts(
  config: Pick<Config, 'modelsDir' | 'glossaryFile' | 'embeddingEndpoint'>,
  indexDir: string,
): Promise<LookupParts> {
  return {
    embeddingModels: (choice) =>
      openEmbeddingModels({ choice, modelsDir: config.modelsDir, endpoint: config.embeddingEndpoint }),
    vectorIndexes: await openVectorIndexes({ dir: indexDir }),
    exactIndexes: await openVectorIndexes({ dir: indexDir, engine: 'exact' }),
    glossary: parseGlossary(JSON.parse(readFileSync(config.glossaryFile, 'utf8'))),
  };
}
