import {
  ARCHIVE_EXTENSIONS,
  DOCUMENT_EXTENSIONS,
  documentName,
  extensionOf,
} from '../../../domain/question-bank';
import type { ArchiveEntry } from './archive';
import { refusal } from './refusals';

/** Documents taken from one archive at most. */
const MOST_DOCUMENTS = 1_000;

/** What one archive gives: documents to read, and entries that are refused with the reason. */
export interface ArchiveContents {
  documents: { entry: ArchiveEntry; name: string }[];
  refused: { name: string; error: Error }[];
  /** Names of what is no document. */
  leftOut: string[];
}

/** Throws AppError invalid: archive-empty, archive-bomb. */
export function contentsOf(entries: readonly ArchiveEntry[], name: string): ArchiveContents {
  const visible = entries.filter(({ path }) => !isHidden(path));
  const refused = visible.flatMap((entry) => refusedEntry(entry, name));
  const safe = visible.filter(({ danger }) => danger === undefined);
  const wanted = safe.filter(({ path }) => DOCUMENT_EXTENSIONS.includes(extensionOf(path)));
  if (wanted.length > MOST_DOCUMENTS)
    throw refusal('archive-bomb', name, `${name} holds more than ${MOST_DOCUMENTS} documents. Split it.`);
  const archives = safe.filter(({ path }) => ARCHIVE_EXTENSIONS.includes(extensionOf(path)));
  refused.push(...archives.map(({ path }) => ({ name: documentName(path), error: nested(path, name) })));
  if (wanted.length + refused.length === 0)
    throw refusal('archive-empty', name, `${name} holds no document of a kind that can be read.`);
  const top = sharedFolder(wanted.map(({ path }) => path));
  const taken = new Set([...wanted, ...archives]);
  return {
    documents: [...wanted]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map((entry) => ({ entry, name: documentName(entry.path.slice(top.length).replaceAll('/', ' - ')) })),
    refused,
    leftOut: safe.filter((entry) => !taken.has(entry)).map(({ path }) => path),
  };
}

/** What operating systems and version control put beside documents. */
function isHidden(path: string): boolean {
  return path
    .split('/')
    .some((part) => /^(?:\.(?!\.?$).*|__MACOSX|node_modules|Thumbs\.db|desktop\.ini)$/iu.test(part));
}

/** The folders that all paths begin with; with its slash. */
function sharedFolder(paths: readonly string[]): string {
  const [first = '', ...rest] = paths;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  while (folder !== '' && !rest.every((path) => path.startsWith(folder)))
    folder = folder.slice(0, folder.slice(0, -1).lastIndexOf('/') + 1);
  return folder;
}

const DANGERS: Record<NonNullable<ArchiveEntry['danger']>, { code: string; why: string }> = {
  path: { code: 'archive-path', why: 'its path leads out of the archive' },
  symlink: { code: 'archive-path', why: 'it is a link to another place' },
  encrypted: { code: 'document-encrypted', why: 'it is protected by a password' },
  bomb: { code: 'archive-bomb', why: 'it unpacks to far more than any text does' },
};

function refusedEntry({ path, danger }: ArchiveEntry, name: string): ArchiveContents['refused'] {
  if (danger === undefined) return [];
  const { code, why } = DANGERS[danger];
  const shown = path.slice(0, 200);
  return [
    {
      name: documentName(path),
      error: refusal(code, name, `The entry “${shown}” of ${name} is not read: ${why}.`),
    },
  ];
}

function nested(path: string, name: string): Error {
  return refusal(
    'archive-nested',
    name,
    `The entry “${path.slice(0, 200)}” of ${name} is an archive itself. Unpack it and import its documents.`,
  );
}
