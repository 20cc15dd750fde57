import { z } from 'zod';
import { readBytes, wrongFields } from '@/app/_http';
import { AppError } from '@/lib/domain/errors';

export interface UploadedDocument {
  name: string;
  bytes: Uint8Array;
}

/** A whole upload: several documents of up to 10 MB each (the reader checks each), and what a form adds. */
const LARGEST_UPLOAD_BYTES = 50 * 1024 * 1024;
const MOST_DOCUMENTS = 100;

const pasted = z.object({
  documents: z
    .array(z.object({ name: z.string(), text: z.string() }))
    .min(1)
    .max(MOST_DOCUMENTS),
});

/**
 * The documents of a multipart form (fields `files`) or of JSON `{documents: [{name, text}]}`.
 * @throws AppError invalid `upload-too-large`, `upload-cut`, `upload-unreadable`, `no-documents`
 */
export async function readUpload(request: Request): Promise<UploadedDocument[]> {
  const body = await readBody(request);
  const type = request.headers.get('content-type') ?? '';
  const documents = type.startsWith('multipart/form-data') ? await fromForm(body, type) : fromJson(body);
  if (documents.length > 0 && documents.length <= MOST_DOCUMENTS) return documents;
  throw new AppError(
    'invalid',
    'no-documents',
    `Choose between 1 and ${MOST_DOCUMENTS} documents at a time.`,
  );
}

async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const announced = Number(request.headers.get('content-length') ?? 0);
  if (announced > LARGEST_UPLOAD_BYTES) throw tooLarge();
  const body = await readBytes(request, LARGEST_UPLOAD_BYTES, tooLarge);
  // A proxy in front may cut a long body without a word.
  if (announced > body.byteLength)
    throw new AppError(
      'invalid',
      'upload-cut',
      'The upload did not arrive whole. Try again, or import fewer documents at a time.',
    );
  return body;
}

async function fromForm(body: Uint8Array<ArrayBuffer>, type: string): Promise<UploadedDocument[]> {
  const form = await new Response(body, { headers: { 'content-type': type } })
    .formData()
    .catch((cause: unknown) => {
      throw unreadable(cause);
    });
  const files = form.getAll('files').filter((entry) => typeof entry !== 'string');
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

function fromJson(body: Uint8Array): UploadedDocument[] {
  const parsed = pasted.safeParse(parseJson(body));
  if (!parsed.success) throw unreadable(parsed.error, ` ${wrongFields(parsed.error)}`);
  return parsed.data.documents.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }));
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw unreadable(cause);
  }
}

function tooLarge(): AppError {
  return new AppError(
    'invalid',
    'upload-too-large',
    'This is more than 50 MB at once. Import fewer documents at a time.',
  );
}

function unreadable(cause: unknown, fields = ''): AppError {
  const message = `Send a form with the documents as "files", or JSON {"documents": [{"name", "text"}]}.${fields}`;
  return new AppError('invalid', 'upload-unreadable', message, { cause });
}
