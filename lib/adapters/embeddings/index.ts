export { type EndpointOptions, openEndpointEmbedder } from './endpoint';
export { openHashingEmbedder } from './hashing';
export { openLocalEmbedder } from './local';
export { type ModelWeightsOptions, openModelWeights } from './model-weights';
export { type EmbeddingOptions, openEmbeddingModels } from './open';
