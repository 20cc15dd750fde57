import type {
  ColumnMapping,
  ImportPreview,
  ImportResult,
  PreviewDocument,
  ReadingCorrection,
} from '@/lib/domain/question-bank';
import { getJson, jsonInit, readBody, send, sendJson } from './http';

/** Reads the documents without changing the bank. */
export async function previewFiles(files: readonly File[]): Promise<ImportPreview> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return readBody(await send('/api/imports', { method: 'POST', body: form }));
}

export function previewText(name: string, text: string): Promise<ImportPreview> {
  return sendJson('POST', '/api/imports', { documents: [{ name, text }] });
}

/** A preview that was made before, against the bank as it is now. */
export function getImport(id: string): Promise<ImportPreview> {
  return getJson(`/api/imports/${encodeURIComponent(id)}`);
}

/** A document of a preview without its text, which stays the same however it is read. */
export type CorrectedDocument = Omit<PreviewDocument, 'text'>;

/** Reads one document again, with these corrections in place of the earlier ones. */
export async function correctDocument(
  id: string,
  name: string,
  corrections: readonly ReadingCorrection[],
): Promise<CorrectedDocument> {
  const body = { document: name, corrections };
  const path = `/api/imports/${encodeURIComponent(id)}/corrections`;
  return (await sendJson<{ document: CorrectedDocument }>('PUT', path, body)).document;
}

/** `keepBoth`: names that stay beside the document of the same name instead of replacing it. */
export function confirmImport(id: string, keepBoth: readonly string[]): Promise<ImportResult> {
  return sendJson('POST', `/api/imports/${encodeURIComponent(id)}/confirm`, { keepBoth });
}

/** Reads a table of an import again, by the columns that a person chose. */
export async function remapImport(
  id: string,
  document: string,
  mapping: Pick<ColumnMapping, 'roles' | 'isFirstRowData'>,
): Promise<PreviewDocument> {
  const path = `/api/imports/${encodeURIComponent(id)}/mapping`;
  const read = await sendJson<{ document: PreviewDocument }>('PATCH', path, { document, mapping });
  return read.document;
}

export async function setDocumentEnabled(id: string, isEnabled: boolean): Promise<void> {
  await send(`/api/documents/${encodeURIComponent(id)}`, jsonInit('PATCH', { isEnabled }));
}

/** Removes a document from the bank; its history stays. */
export async function removeDocument(id: string): Promise<void> {
  await send(`/api/documents/${encodeURIComponent(id)}`, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
  });
}
