import { afterAll, expect } from 'vitest';
import { openDocumentReader } from '../open';

const reader = openDocumentReader();
afterAll(() => reader.close());

/** Opens a file and reads what is in it, as an import does. */
export async function read(name: string, file: Uint8Array | string) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const documents = await reader.open(bytes, name);
  return Promise.all(
    documents.map(async (document) => {
      if (document.state === 'refused') throw new Error(`${document.name}: ${document.issue.message}`);
      return { ...document, ...(await reader.read(document.text, document.name)), said: document.issues };
    }),
  );
}

export async function readOne(name: string, file: Uint8Array | string) {
  const documents = await read(name, file);
  const [document] = documents;
  if (documents.length !== 1 || !document) throw new Error(`${documents.length} documents`);
  const lines = document.text.split('\n');
  // Whatever a file was: an answer stands in the lines that its question names.
  for (const { kind, answer, lines: at } of document.questions)
    if (kind === 'open') expect(lines.slice(at.start - 1, at.end).join('\n')).toContain(answer);
  return document;
}
