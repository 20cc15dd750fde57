import { hashText } from '../domain/ids';
import { Bm25Index, entriesOfQuestion, entryOfPassage, type IndexEntry } from '../domain/retrieval';
import type { BankStore, EmbeddingModel, VectorCache, VectorEntry, VectorIndexes } from '../ports';
import type { HashedEntry, LexicalIndex, Part, SemanticIndex } from './index-snapshot';
import { otherWork } from './other-work';

/** Entries worked on before other work gets its turn: some milliseconds. */
const ENTRIES_PER_TURN = 32;
/** Texts embedded and kept at once: what a kill can lose. */
const TEXTS_PER_BATCH = 128;
/** Up to so many changed entries are written into the index that serves; more of them build a new one. */
const CHANGES_IN_PLACE = 256;
/** Share of dead places in an index at which it is built anew. */
const MAX_WASTED = 0.25;

/**
 * The words of the bank as it is now. A few changes are made within the previous index (a search in between passes
 * over owners that it does not know); otherwise a new one is built while the previous one serves.
 */
export async function refreshLexicalIndex(
  ports: { bank: Pick<BankStore, 'revision' | 'listQuestions' | 'listPassages'> },
  previous: LexicalIndex | null,
): Promise<LexicalIndex> {
  const revision = await ports.bank.revision();
  const questions = await ports.bank.listQuestions();
  const passages = await ports.bank.listPassages();
  const all = await hashed(
    [...questions.flatMap(entriesOfQuestion), ...passages.map(entryOfPassage)],
    previous,
  );
  const entries: LexicalIndex['entries'] = { stem: [], answer: [], passage: [] };
  for (const entry of all) entries[entry.part].push(entry);
  return {
    revision,
    questions: new Map(questions.map((question) => [question.id, question])),
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    entries,
    words: {
      stem: await wordsOf('stem', entries, previous),
      answer: await wordsOf('answer', entries, previous),
      passage: await wordsOf('passage', entries, previous),
    },
  };
}

/** Texts that were there before keep their hash. */
async function hashed(entries: readonly IndexEntry[], previous: LexicalIndex | null): Promise<HashedEntry[]> {
  const known = new Map(
    Object.values(previous?.entries ?? {}).flatMap((list) => list.map((entry) => [entry.id, entry])),
  );
  const result: HashedEntry[] = [];
  for (const entry of entries) {
    const same = known.get(entry.id);
    result.push(same?.text === entry.text ? same : { ...entry, textHash: hashText(entry.text) });
    if (result.length % ENTRIES_PER_TURN === 0) await otherWork();
  }
  return result;
}

async function wordsOf(
  part: Part,
  entries: LexicalIndex['entries'],
  previous: LexicalIndex | null,
): Promise<Bm25Index> {
  const before = new Map((previous?.entries[part] ?? []).map((entry) => [entry.ownerId, entry.textHash]));
  const changed = entries[part].filter((entry) => before.get(entry.ownerId) !== entry.textHash);
  const now = new Set(entries[part].map((entry) => entry.ownerId));
  const gone = [...before.keys()].filter((ownerId) => !now.has(ownerId));
  const words = previous?.words[part];
  if (words && changed.length + gone.length <= CHANGES_IN_PLACE && words.wasted < MAX_WASTED) {
    for (const ownerId of gone) words.remove(ownerId);
    for (const entry of changed) words.add(entry.ownerId, entry.text);
    return words;
  }
  const fresh = new Bm25Index();
  for (const [index, entry] of entries[part].entries()) {
    fresh.add(entry.ownerId, entry.text);
    if (index % ENTRIES_PER_TURN === 0) await otherWork();
  }
  return fresh;
}

/**
 * The vectors of the bank by an embedder: the kept indexes when they are of this embedder and these texts, else
 * built from the vectors that are known and the ones that have to be computed.
 */
export async function refreshSemanticIndex(
  ports: { vectors: VectorCache; vectorIndexes: VectorIndexes },
  lexical: LexicalIndex,
  embedder: EmbeddingModel,
): Promise<SemanticIndex> {
  const open = (part: Part) => openVectors(ports, part, lexical.entries[part], embedder);
  return {
    embedder,
    contentHash: contentHashOf(lexical),
    // One after the other: each may fill memory and both cores.
    vectors: { stem: await open('stem'), answer: await open('answer'), passage: await open('passage') },
  };
}

/** Tells the texts of one state of the bank from those of another. */
export function contentHashOf(lexical: LexicalIndex): string {
  return hashText(Object.values(lexical.entries).map(hashOfEntries).join());
}

async function openVectors(
  ports: { vectors: VectorCache; vectorIndexes: VectorIndexes },
  part: Part,
  entries: readonly HashedEntry[],
  embedder: EmbeddingModel,
) {
  const tag = {
    embedderId: embedder.id,
    dimensions: embedder.dimensions,
    contentHash: hashOfEntries(entries),
  };
  const kept = await ports.vectorIndexes.load(part, tag);
  return (
    kept ?? ports.vectorIndexes.build(part, tag, entries.length, vectorsOf(ports.vectors, entries, embedder))
  );
}

function hashOfEntries(entries: readonly HashedEntry[]): string {
  return hashText(entries.map((entry) => `${entry.id} ${entry.textHash}`).join('\n'));
}

/** Batches of vectors in order; what had to be computed is kept before it is given out. */
async function* vectorsOf(
  cache: VectorCache,
  entries: readonly HashedEntry[],
  embedder: EmbeddingModel,
): AsyncGenerator<VectorEntry[]> {
  for (let start = 0; start < entries.length; start += TEXTS_PER_BATCH) {
    const batch = entries.slice(start, start + TEXTS_PER_BATCH);
    const known = await cache.find(embedder.id, [...new Set(batch.map((entry) => entry.textHash))]);
    const missing = new Map(
      batch.filter((entry) => !known.has(entry.textHash)).map((entry) => [entry.textHash, entry.text]),
    );
    if (missing.size > 0) {
      const vectors = await embedder.embedDocuments([...missing.values()]);
      const computed = new Map([...missing.keys()].map((hash, index) => [hash, vectors[index] ?? []]));
      await cache.save(embedder.id, computed);
      for (const [hash, vector] of computed) known.set(hash, vector);
    }
    yield batch.map((entry) => ({ id: entry.ownerId, vector: known.get(entry.textHash) ?? [] }));
  }
}
