import type { ImportPreview, ImportResult } from '@/lib/domain/question-bank';
import { jsonInit, send, sendJson } from './http';

/** Reads the documents without changing the bank. */
export async function previewFiles(files: readonly File[]): Promise<ImportPreview> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return (await send('/api/imports', { method: 'POST', body: form })).json() as Promise<ImportPreview>;
}

export function previewText(name: string, text: string): Promise<ImportPreview> {
  return sendJson('POST', '/api/imports', { documents: [{ name, text }] });
}

/** `keepBoth`: names that stay beside the document of the same name instead of replacing it. */
export function confirmImport(id: string, keepBoth: readonly string[]): Promise<ImportResult> {
  return sendJson('POST', `/api/imports/${encodeURIComponent(id)}/confirm`, { keepBoth });
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
