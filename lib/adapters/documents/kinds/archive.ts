import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { LARGEST_FILE_BYTES } from '../../../domain/question-bank';
import { damaged, encrypted, refusal, tooLarge } from './refusals';

/** Entries listed at most: an Anki package with its sounds has thousands, an attack millions. */
const MOST_ENTRIES = 20_000;
/**
 * Deflate cannot do better than 1032 : 1, and text rarely better than 20 : 1; a sheet of equal rows reaches some 100.
 * Looked at from a megabyte on, below which it does no harm.
 */
const HIGHEST_RATIO = 300;
const RATIO_COUNTS_FROM = 1024 * 1024;

/** What may still be unpacked; shared by everything that one file holds, archives within archives included. */
export interface UnpackingBudget {
  bytesLeft: number;
}

export function unpackingBudget(): UnpackingBudget {
  return { bytesLeft: LARGEST_FILE_BYTES };
}

export interface ArchiveEntry {
  /** With `/` between its parts, as the archive names it. Never used as a path on disk. */
  path: string;
  /** Uncompressed, as the archive says: checked while it is read. */
  size: number;
  /** Why it is left alone whatever it holds; absent: it may be read. */
  danger?: 'path' | 'symlink' | 'encrypted' | 'bomb';
  /** Throws AppError invalid: document-too-large, document-damaged, document-encrypted, archive-bomb. */
  read(maxBytes?: number): Promise<Uint8Array>;
}

/** Lists a ZIP archive. Throws AppError invalid: document-damaged, archive-bomb. */
export async function openArchive(
  bytes: Uint8Array,
  name: string,
  budget: UnpackingBudget,
): Promise<ArchiveEntry[]> {
  const zip = await openZip(bytes, name);
  if (zip.entryCount > MOST_ENTRIES) throw bomb(name, `it has ${zip.entryCount} entries`);
  const entries = await listEntries(zip, name);
  return entries
    .map((entry) => ({ entry, path: pathOf(entry) }))
    .filter(({ path }) => !path.endsWith('/'))
    .map(({ entry, path }) => {
      const danger = dangerOf(entry, path);
      return {
        path,
        size: entry.uncompressedSize,
        ...(danger && { danger }),
        read: (maxBytes = LARGEST_FILE_BYTES) =>
          readEntry(zip, entry, { name: `${name}/${path}`, maxBytes, budget }),
      };
    });
}

function openZip(bytes: Uint8Array, name: string): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) =>
    // Names are decoded here: one bad name must not end the reading of the others.
    fromBuffer(buffer, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(damaged(name, 'archive', error)) : resolve(zip),
    ),
  );
}

function listEntries(zip: ZipFile, name: string): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', (error: Error) => reject(damaged(name, 'archive', error)));
    zip.readEntry();
  });
}

const UTF8_FLAG = 0x800;

/** Archives made on a Chinese Windows name their entries in GBK without saying so. */
function pathOf(entry: Entry): string {
  const raw: Uint8Array = entry.fileNameRaw;
  if ((entry.generalPurposeBitFlag & UTF8_FLAG) !== 0) return new TextDecoder().decode(raw);
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch {
      // Not this encoding: tried with the next one.
    }
  }
  return new TextDecoder('latin1').decode(raw);
}

const FILE_TYPE = 0o170000;
const SYMLINK = 0o120000;

function dangerOf(entry: Entry, path: string): ArchiveEntry['danger'] {
  if (/^[/\\]|^[a-z]:|\\|\0|(?:^|\/)\.\.(?:\/|$)/iu.test(path)) return 'path';
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMLINK) return 'symlink';
  if (entry.isEncrypted()) return 'encrypted';
  const isLarge = entry.uncompressedSize > RATIO_COUNTS_FROM;
  return isLarge && entry.uncompressedSize > entry.compressedSize * HIGHEST_RATIO ? 'bomb' : undefined;
}

interface ReadLimits {
  /** What messages call the entry. */
  name: string;
  maxBytes: number;
  budget: UnpackingBudget;
}

async function readEntry(zip: ZipFile, entry: Entry, limits: ReadLimits): Promise<Uint8Array> {
  const { name, maxBytes, budget } = limits;
  if (entry.isEncrypted()) throw encrypted(name);
  if (dangerOf(entry, '') === 'bomb') throw bomb(name, 'it unpacks to far more than any text does');
  if (entry.uncompressedSize > maxBytes) throw tooLarge(name, maxBytes);
  const stream = await openStream(zip, entry, name);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      size += part.byteLength;
      budget.bytesLeft -= part.byteLength;
      if (budget.bytesLeft < 0) throw bomb(name, 'its archive unpacks to more than 50 MB');
      parts.push(part);
    }
  } catch (error) {
    stream.destroy();
    throw error instanceof Error && error.name === 'AppError'
      ? error
      : damaged(name, 'part of an archive', error);
  }
  return new Uint8Array(Buffer.concat(parts, size));
}

function openStream(zip: ZipFile, entry: Entry, name: string): Promise<Readable> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(damaged(name, 'part of an archive', error)) : resolve(stream),
    ),
  );
}

function bomb(name: string, why: string): Error {
  return refusal('archive-bomb', name, `${name} is not unpacked: ${why}. Import its documents one by one.`);
}
