/** Lines that a model grades at the same time. */
const AT_ONCE = 4;

/** The largest batch that a run allows: what is recorded or replayed goes one by one, so that its order is the same. */
export function batchSize(isLlm: boolean, isKept: boolean): number {
  return isLlm && !isKept ? AT_ONCE : 1;
}

/** Works on items a batch at a time and yields the results in the items' order. */
export async function* inBatches<Item, Result>(
  items: readonly Item[],
  size: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  for (let start = 0; start < items.length; start += size)
    yield* await Promise.all(items.slice(start, start + size).map(work));
}
