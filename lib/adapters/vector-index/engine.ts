import type { VectorIndex } from '../../ports';

/** An index that is being filled, or was. */
export interface EngineIndex extends VectorIndex {
  /** Adds one vector; at most as many as `create` was told. */
  add(id: string, vector: readonly number[]): void;
  write(file: string): Promise<void>;
}

/** One way to search vectors. */
export interface Engine {
  readonly kind: VectorIndex['kind'];
  create(dimensions: number, size: number): EngineIndex;
  /** Reads what `write` wrote; the file is known to be undamaged. */
  read(file: string, dimensions: number, ids: readonly string[]): Promise<EngineIndex>;
}
