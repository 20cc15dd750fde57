export { type ModelWeightsOptions, openModelWeights } from './model-weights';
export { type EmbeddingOptions, openEmbeddingModels } from './open';
