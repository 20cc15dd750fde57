import type {
  ColumnMapping,
  ImportPreview,
  ImportResult,
  PreviewDocument,
  ReadingCorrection,
} from '@/lib/domain/question-bank';
import { getJson, jsonInit, RequestError, readBody, send, sendJson } from './http';

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

/** A document of a preview as the person saw it: what a change of it names. */
export type SeenDocument = Pick<PreviewDocument, 'name' | 'basis'>;

/** Reads one document again, with these corrections in place of the earlier ones. */
export async function correctDocument(
  id: string,
  { name, basis }: SeenDocument,
  corrections: readonly ReadingCorrection[],
): Promise<CorrectedDocument> {
  const body = { document: name, corrections, basis };
  const path = `/api/imports/${encodeURIComponent(id)}/corrections`;
  return (await sendJson<{ document: CorrectedDocument }>('PUT', path, body)).document;
}

/** `keepBoth`: names that stay beside the document of the same name instead of replacing it. */
export function confirmImport(
  { id, documents }: ImportPreview,
  keepBoth: readonly string[],
): Promise<ImportResult> {
  const seen = documents.flatMap(({ name, basis }) => (basis ? [{ document: name, basis }] : []));
  return sendJson('POST', `/api/imports/${encodeURIComponent(id)}/confirm`, { keepBoth, seen });
}

/** Whether the server refused a change because the import is not any more what the person saw. */
export function isChangedMeanwhile(error: unknown): error is RequestError {
  return error instanceof RequestError && error.code === 'import-changed-meanwhile';
}

/** Reads a table of an import again, by the columns that a person chose. */
export async function remapImport(
  id: string,
  { name, basis }: SeenDocument,
  mapping: Pick<ColumnMapping, 'roles' | 'isFirstRowData'>,
): Promise<PreviewDocument> {
  const path = `/api/imports/${encodeURIComponent(id)}/mapping`;
  const read = await sendJson<{ document: PreviewDocument }>('PATCH', path, {
    document: name,
    mapping,
    basis,
  });
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
