import { LARGEST_DOCUMENT_BYTES, LARGEST_FILE_BYTES } from './limits';

/** File name endings that are taken from a folder or an archive; a file that is named itself is read whatever it is called. */
export const DOCUMENT_EXTENSIONS: readonly string[] = [
  '.md',
  '.markdown',
  '.mdx',
  '.txt',
  '.text',
  '.docx',
  '.docm',
  '.pdf',
  '.html',
  '.htm',
  '.xhtml',
  '.csv',
  '.tsv',
  '.tab',
  '.xlsx',
  '.xlsm',
  '.ods',
  '.json',
  '.jsonl',
  '.ndjson',
  '.apkg',
  '.colpkg',
];

/** Containers of documents. Read when they are named or uploaded, and from a folder; never inside one another. */
export const ARCHIVE_EXTENSIONS: readonly string[] = ['.zip'];

/** What packs its text: the file may be larger than the text it holds. */
const PACKED = new Set([
  '.docx',
  '.docm',
  '.pdf',
  '.xlsx',
  '.xlsm',
  '.ods',
  '.apkg',
  '.colpkg',
  ...ARCHIVE_EXTENSIONS,
]);

/** The largest file of this name that is looked at, bytes. The text in it is held to the limit of a document. */
export function largestFileBytes(name: string): number {
  return PACKED.has(extensionOf(name)) ? LARGEST_FILE_BYTES : LARGEST_DOCUMENT_BYTES;
}

/** The ending of a file name in lower case, with its dot; '' when it has none. */
export function extensionOf(name: string): string {
  return /(?<=.)\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0].toLowerCase() ?? '';
}
