import { Tokenizer } from '@huggingface/tokenizers';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import { LOCAL_DIMENSIONS } from './local-protocol';

/** What bge-small-zh-v1.5 was trained on, [CLS] and [SEP] included. */
const MAX_TOKENS = 512;
/** Padded tokens in one run of the model: short enough that a query never waits long behind documents. */
const TOKENS_PER_RUN = 2048;
const TEXTS_PER_RUN = 32;

type TensorConstructor = new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => Tensor;

/** Turns texts into sentence vectors with a BERT encoder: the first token's state, L2-normalised. */
export class BertEncoder {
  private readonly tokenizer: Tokenizer;

  constructor(
    private readonly session: InferenceSession,
    private readonly TensorType: TensorConstructor,
    tokenizerJson: object,
  ) {
    this.tokenizer = new Tokenizer(tokenizerJson, {});
  }

  /** One vector of 512 numbers per text, in order, one after the other. */
  async encode(texts: readonly string[]): Promise<Float32Array> {
    const values = new Float32Array(texts.length * LOCAL_DIMENSIONS);
    const inputs = texts.map((text, position) => ({ position, ids: this.tokenIds(text) }));
    // Sorted by length, so that little is spent on padding.
    inputs.sort((left, right) => left.ids.length - right.ids.length);
    for (const batch of batchesOf(inputs)) {
      const states = await this.run(batch.map(({ ids }) => ids));
      batch.forEach(({ position }, row) => {
        values.set(firstTokenVector(states, row), position * LOCAL_DIMENSIONS);
      });
    }
    return values;
  }

  private tokenIds(text: string): number[] {
    // The vocabulary is lower case and the tokenizer does not lower: "LoRA" would become one [UNK].
    const { ids } = this.tokenizer.encode(text.toLowerCase());
    const separator = ids.at(-1);
    return ids.length <= MAX_TOKENS || separator === undefined
      ? ids
      : [...ids.slice(0, MAX_TOKENS - 1), separator];
  }

  private async run(rows: readonly number[][]): Promise<Tensor> {
    const width = Math.max(...rows.map((row) => row.length));
    const dims = [rows.length, width];
    const size = rows.length * width;
    const [ids, mask] = [new BigInt64Array(size), new BigInt64Array(size)];
    rows.forEach((row, index) => {
      row.forEach((id, column) => {
        ids[index * width + column] = BigInt(id);
        mask[index * width + column] = 1n;
      });
    });
    const output = await this.session.run({
      input_ids: new this.TensorType('int64', ids, dims),
      attention_mask: new this.TensorType('int64', mask, dims),
      token_type_ids: new this.TensorType('int64', new BigInt64Array(size), dims),
    });
    const states = output.last_hidden_state;
    if (!states) throw new Error('The model gave no last_hidden_state');
    return states;
  }
}

function* batchesOf<T extends { ids: readonly number[] }>(sorted: readonly T[]): Generator<T[]> {
  let batch: T[] = [];
  for (const input of sorted) {
    const isFull = batch.length === TEXTS_PER_RUN || (batch.length + 1) * input.ids.length > TOKENS_PER_RUN;
    if (isFull && batch.length > 0) {
      yield batch;
      batch = [];
    }
    batch.push(input);
  }
  if (batch.length > 0) yield batch;
}

function firstTokenVector(states: Tensor, row: number): Float32Array {
  const [, width = 0, dimensions = 0] = states.dims;
  if (dimensions !== LOCAL_DIMENSIONS) throw new Error(`The model gives ${dimensions} dimensions, not 512`);
  const start = row * width * dimensions;
  const vector = states.data.slice(start, start + dimensions);
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum) || 1;
  return vector.map((value) => value / length);
}
