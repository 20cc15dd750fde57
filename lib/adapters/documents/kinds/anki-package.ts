import { LARGEST_FILE_BYTES } from '../../../domain/question-bank';
import { type AnkiCollection, readCollection } from './anki-collection';
import { type NoteLosses, tableOfNotes } from './anki-fields';
import type { ArchiveEntry, UnpackingBudget } from './archive';
import { type Conversion, NO_ENCODING } from './conversion';
import { conversionIssue, damaged, refusal, tooLarge } from './refusals';
import { nameWithPart } from './xlsx';

/** The newest first: a package for new programs carries an old collection that only says "please update". */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'];

export function isAnkiPackage(paths: ReadonlySet<string>): boolean {
  return COLLECTIONS.some((path) => paths.has(path));
}

/** The notes of an Anki package, one document per note type. Media are left out. */
export async function readAnkiPackage(
  entries: readonly ArchiveEntry[],
  name: string,
  budget: UnpackingBudget,
): Promise<Conversion[]> {
  const path = COLLECTIONS.find((each) => entries.some((entry) => entry.path === each));
  const bytes = await entries.find((entry) => entry.path === path)?.read();
  if (bytes === undefined) throw damaged(name, 'Anki package');
  const plain = path === COLLECTIONS[0] ? await unpackZstandard(bytes, name, budget) : bytes;
  return notesByType(await readCollection(plain, name), name);
}

/** In pieces: a small file can claim gigabytes. */
async function unpackZstandard(
  bytes: Uint8Array,
  name: string,
  budget: UnpackingBudget,
): Promise<Uint8Array> {
  const { Decompress } = await import('fzstd');
  const parts: Uint8Array[] = [];
  try {
    const stream = new Decompress((part) => {
      budget.bytesLeft -= part.byteLength;
      if (budget.bytesLeft < 0) throw tooLarge(name, LARGEST_FILE_BYTES);
      parts.push(part);
    });
    for (let at = 0; at < bytes.length; at += 65_536)
      stream.push(bytes.subarray(at, at + 65_536), at + 65_536 >= bytes.length);
  } catch (error) {
    throw error instanceof Error && error.name === 'AppError'
      ? error
      : damaged(name, 'Anki collection', error);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** Throws AppError invalid document-empty when there is no note. */
export function notesByType({ types, notes }: AnkiCollection, name: string): Conversion[] {
  const documents = [...types].flatMap(([id, type]): Conversion[] => {
    const own = notes.filter((each) => each.type === id).map(({ note }) => note);
    if (own.length === 0) return [];
    const losses: NoteLosses = { media: 0 };
    const table = tableOfNotes(type, own, losses);
    const message = `${losses.media} sounds and pictures were left out.`;
    const issues = losses.media > 0 ? [conversionIssue('media-left-out', message)] : [];
    return [
      {
        name: nameWithPart(name, type.name),
        fileKind: 'anki',
        encoding: NO_ENCODING,
        table,
        isFlashcards: true,
        issues,
      },
    ];
  });
  if (documents.length === 0) throw refusal('document-empty', name, `${name} holds no notes.`);
  return documents.length === 1 ? documents.map((document) => ({ ...document, name })) : documents;
}
