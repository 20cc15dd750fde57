import { isAppError } from '../../../domain/errors';
import { LARGEST_FILE_BYTES } from '../../../domain/question-bank';
import type { OpenedDocument } from '../../../ports';
import { readCollection } from './anki-collection';
import { isAnkiPackage, notesByType, readAnkiPackage } from './anki-package';
import { type ArchiveEntry, openArchive, type UnpackingBudget, unpackingBudget } from './archive';
import { contentsOf } from './archive-documents';
import { type Conversion, NO_ENCODING, type TextConversion } from './conversion';
import { docxToMarkdown } from './docx';
import { isOds, readOds } from './ods';
import { pdfToMarkdown } from './pdf';
import { conversionIssue, encrypted, refusal, tooLarge } from './refusals';
import { type Opened, tableDocuments } from './table-documents';
import { convertText } from './text-file';
import { readXlsx } from './xlsx';

interface Opening {
  /** Largest text, bytes. */
  maxBytes: number;
  budget: UnpackingBudget;
  /** Inside an archive already. */
  isInside: boolean;
}

/** A document of the file, and its path inside when the file is an archive. */
type Found = { inner?: string } & ({ conversion: Conversion } | { name: string; error: Error });

/**
 * Every document in a file, as text. What kind of file it is, its first bytes say before its name does. What cannot be
 * opened is refused with the reason, and the others go on. Throws only on a bug.
 */
export async function openFile(bytes: Uint8Array, name: string, maxBytes: number): Promise<OpenedDocument[]> {
  const opening = { maxBytes, budget: unpackingBudget(), isInside: false };
  const found = await findDocuments(bytes, name, opening).catch((error: unknown) => [failed(name, error)]);
  return found.flatMap((each) => {
    try {
      return opened(each, maxBytes);
    } catch (error) {
      return opened(
        failed('conversion' in each ? each.conversion.name : each.name, error, each.inner),
        maxBytes,
      );
    }
  });
}

/** An expected refusal, or markup nested so deep that no reader can follow it; anything else is a bug. */
function failed(name: string, error: unknown, inner?: string): Found {
  const place = inner === undefined ? {} : { inner };
  if (isAppError(error)) return { ...place, name, error };
  if (!(error instanceof RangeError)) throw error;
  const message = `${name} is nested too deep to be read. Split it into smaller documents and import those.`;
  return { ...place, name, error: refusal('document-too-complex', name, message, error) };
}

function opened(found: Found, maxBytes: number): OpenedDocument[] {
  const place = found.inner === undefined ? {} : { inner: found.inner };
  if ('error' in found) {
    const code = isAppError(found.error) ? found.error.code : 'document-unreadable';
    const issue = { code, severity: 'error', line: 1, message: found.error.message } as const;
    return [{ state: 'refused', name: found.name, issue, ...place }];
  }
  const { conversion } = found;
  const documents = 'text' in conversion ? [textDocument(conversion)] : tableDocuments(conversion, maxBytes);
  return documents.map((document) => {
    if (Buffer.byteLength(document.text) > maxBytes) throw tooLarge(document.name, maxBytes);
    return { ...document, ...place };
  });
}

function textDocument({ name, encoding, fileKind, text, issues }: TextConversion): Opened {
  return { state: 'opened', name, encoding, fileKind, text, issues };
}

const startsWith = (bytes: Uint8Array, prefix: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64))
    .toString('latin1')
    .startsWith(prefix);

async function findDocuments(bytes: Uint8Array, name: string, opening: Opening): Promise<Found[]> {
  if (bytes.byteLength > LARGEST_FILE_BYTES) throw tooLarge(name, LARGEST_FILE_BYTES);
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06'))
    return findInZip(bytes, name, opening);
  if (startsWith(bytes, '%PDF-') || startsWith(bytes, '\xef\xbb\xbf%PDF-')) {
    const conversion = {
      name,
      fileKind: 'pdf' as const,
      encoding: NO_ENCODING,
      ...(await pdfToMarkdown(bytes, name)),
    };
    return [{ conversion }];
  }
  if (startsWith(bytes, 'SQLite format 3\0'))
    return asFound(notesByType(await readCollection(bytes, name), name));
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) throw oldOffice(bytes, name);
  return [{ conversion: await convertText(bytes, name, opening.maxBytes) }];
}

function asFound(conversions: readonly Conversion[]): Found[] {
  return conversions.map((conversion) => ({ conversion }));
}

/** Password protection wraps a new Office file in the old container. */
function oldOffice(bytes: Uint8Array, name: string): Error {
  const marker = Buffer.from('EncryptedPackage', 'utf16le');
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marker)) return encrypted(name);
  return refusal(
    'document-binary',
    name,
    `${name} is an old Office document. Save it as .docx or .xlsx and import that.`,
  );
}

async function findInZip(bytes: Uint8Array, name: string, opening: Opening): Promise<Found[]> {
  const entries = await openArchive(bytes, name, opening.budget);
  const paths = new Set(entries.map(({ path }) => path));
  const hasWord = paths.has('word/document.xml');
  const isSheet = await isOds(entries);
  const isPackage = hasWord || paths.has('xl/workbook.xml') || isSheet || isAnkiPackage(paths);
  if (isPackage) refuseDangers(entries, name);
  if (hasWord) {
    const { text, issues } = await docxToMarkdown(entries, name);
    if (text.trim() === '') throw refusal('document-empty', name, `${name} holds no text.`);
    return [{ conversion: { name, fileKind: 'docx', encoding: NO_ENCODING, text, issues } }];
  }
  if (paths.has('xl/workbook.xml')) return asFound(await readXlsx(entries, name));
  if (isSheet) return asFound(await readOds(entries, name));
  if (isAnkiPackage(paths)) return asFound(await readAnkiPackage(entries, name, opening.budget));
  if (paths.has('mimetype') || paths.has('[Content_Types].xml') || paths.has('Index/Document.iwa'))
    throw refusal(
      'document-binary',
      name,
      `${name} is of an office format that is not read. Save it as .docx, .xlsx or .pdf.`,
    );
  if (opening.isInside)
    throw refusal(
      'archive-nested',
      name,
      `${name} is an archive in an archive. Unpack it and import its documents.`,
    );
  return findInArchive(entries, name, opening);
}

/** No program writes such entries into an Office file or a package; none of it is trusted. */
function refuseDangers(entries: readonly ArchiveEntry[], name: string): void {
  const bad = entries.find(({ danger }) => danger === 'path' || danger === 'symlink');
  if (bad)
    throw refusal(
      'archive-path',
      name,
      `${name} is not read: its entry “${bad.path.slice(0, 200)}” leads out of it.`,
    );
}

async function findInArchive(
  entries: readonly ArchiveEntry[],
  name: string,
  opening: Opening,
): Promise<Found[]> {
  const { documents, refused, leftOut } = contentsOf(entries, name);
  const declared = documents.reduce((sum, { entry }) => sum + entry.size, 0);
  if (declared > LARGEST_FILE_BYTES)
    throw refusal('archive-bomb', name, `${name} unpacks to more than 50 MB. Split it and import the parts.`);
  const found: Found[] = refused.map(({ name: entry, error }) => ({ name: entry, error, inner: entry }));
  for (const { entry, name: inside } of documents) {
    const inner = entry.path;
    try {
      const bytes = await entry.read();
      const inSide = await findDocuments(bytes, inside, { ...opening, isInside: true });
      found.push(...inSide.map((each) => ({ ...each, inner })));
    } catch (error) {
      found.push(failed(inside, error, inner));
    }
  }
  return withLeftOut(found, leftOut);
}

/** Told once, with the first document that is read. */
function withLeftOut(found: Found[], leftOut: readonly string[]): Found[] {
  const first = found.find((each) => 'conversion' in each);
  if (leftOut.length === 0 || !first || !('conversion' in first)) return found;
  const named = leftOut.slice(0, 5).join(', ') + (leftOut.length > 5 ? ' …' : '');
  const issue = conversionIssue(
    'entries-left-out',
    `${leftOut.length} files of the archive are no documents: ${named}`,
  );
  const conversion = { ...first.conversion, issues: [...first.conversion.issues, issue] };
  return found.map((each) => (each === first ? { ...each, conversion } : each));
}
