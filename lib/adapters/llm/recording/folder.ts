import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../domain/errors';
import { hashText } from '../../../domain/ids';
import type { ChatRequest } from '../../../ports';

const MANIFEST = 'recordings.json';
const manifestSchema = z.object({ version: z.literal(1), model: z.string().min(1) });

/** What was asked for: the two calls of the port are recorded apart. */
export type CallKind = 'json' | 'text';

/**
 * A folder of recorded replies: one file per reply, named by the hash of its request and by how often that request had
 * been sent before, so that repeated runs keep their different replies. No address and no key is ever part of it.
 */
export class RecordingFolder {
  readonly #dir: string;
  readonly #sent = new Map<string, number>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  /** The file of the next reply to this request; calling it counts as sending the request. */
  fileFor(kind: CallKind, request: ChatRequest & { schemaName?: string }): string {
    const { messages, temperature, maxOutputTokens, promptId, schemaName } = request;
    const asked = [kind, promptId, schemaName, temperature, maxOutputTokens, messages];
    const hash = hashText(JSON.stringify(asked)).slice(0, 32);
    const number = (this.#sent.get(hash) ?? 0) + 1;
    this.#sent.set(hash, number);
    return path.join(this.#dir, `${hash}-${number}.json`);
  }

  /**
   * Makes the folder ready to record a model's replies.
   * @throws AppError conflict `recordings-of-another-model` when it holds those of another.
   */
  async prepare(model: string): Promise<void> {
    await mkdir(this.#dir, { recursive: true });
    const recorded = await this.#readManifest();
    if (recorded !== null && recorded !== model)
      throw new AppError(
        'conflict',
        'recordings-of-another-model',
        `${this.#dir} holds replies of ${recorded}; record ${model} into a folder of its own.`,
      );
    await writeWhole(path.join(this.#dir, MANIFEST), { version: 1, model });
  }

  /** The model whose replies lie here. @throws AppError not-found `no-recordings`. */
  async model(): Promise<string> {
    const model = await this.#readManifest();
    if (model !== null) return model;
    throw new AppError('not-found', 'no-recordings', `There are no recorded replies in ${this.#dir}.`);
  }

  /** @throws AppError invalid `no-recordings` when the list is there and cannot be read. */
  async #readManifest(): Promise<string | null> {
    const file = path.join(this.#dir, MANIFEST);
    const content = await readIfThere(file);
    if (content === null) return null;
    const manifest = manifestSchema.safeParse(parsed(content));
    if (manifest.success) return manifest.data.model;
    throw new AppError('invalid', 'no-recordings', `${file} is not a list of recorded replies.`);
  }
}

/** Written beside and moved into place: an interrupted run leaves no half reply. */
export async function writeWhole(file: string, content: unknown): Promise<void> {
  await writeFile(`${file}.part`, `${JSON.stringify(content, null, 1)}\n`);
  await rename(`${file}.part`, file);
}

/** Null: there is no such file. Any other failure to read is thrown. */
export async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Undefined when the text is not JSON: the schema that reads it next says so. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
