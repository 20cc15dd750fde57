export { openVectorIndexes, type VectorIndexOptions } from './open';
