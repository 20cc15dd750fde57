import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  ARCHIVE_EXTENSIONS,
  DOCUMENT_EXTENSIONS,
  largestFileBytes,
  type ReadingIssue,
} from '../../lib/domain/question-bank';

/** A path from the command line, or a file below it: what was read, or why nothing could be. */
export type ReadPath = { path: string; bytes: Uint8Array } | { path: string; issue: ReadingIssue };

/** What is taken from a folder; a file that is named itself is read whatever it is called. */
const EXTENSIONS = new Set([...DOCUMENT_EXTENSIONS, ...ARCHIVE_EXTENSIONS]);

/** Reads files, and from folders every document below them in the order of their names; a path met again is left out. */
export async function readPaths(paths: readonly string[]): Promise<ReadPath[]> {
  const read = new Map<string, ReadPath>();
  for (const each of new Set(paths))
    for (const entry of await readPath(each)) if (!read.has(entry.path)) read.set(entry.path, entry);
  return [...read.values()];
}

async function readPath(given: string): Promise<ReadPath[]> {
  try {
    const { isFolder, size } = await look(given);
    if (!isFolder) return [await readOne(given, size)];
    const files = await documentsBelow(given);
    if (files.length === 0)
      return [
        failed(given, 'no-text-files', `The folder ${given} holds no document of a kind that can be read.`),
      ];
    const read: ReadPath[] = [];
    for (const file of files) read.push(await readOne(file, (await look(file)).size));
    return read;
  } catch (error) {
    return [failed(given, 'document-unreadable', reasonOf(error, given))];
  }
}

async function look(file: string): Promise<{ isFolder: boolean; size: number }> {
  const found = await stat(file);
  return { isFolder: found.isDirectory(), size: found.size };
}

async function readOne(file: string, size: number): Promise<ReadPath> {
  // Looked at before it is read: nobody needs a video in memory to learn that it is no document.
  const limit = largestFileBytes(file);
  if (size > limit) {
    const [found, most] = [size, limit].map((bytes) => (bytes / 1024 / 1024).toFixed(1));
    const message = `${file} has ${found} MB; files of its kind of up to ${most} MB are read. Split it into parts.`;
    return failed(file, 'document-too-large', message);
  }
  try {
    return { path: file, bytes: await readFile(file) };
  } catch (error) {
    return failed(file, 'document-unreadable', reasonOf(error, file));
  }
}

async function documentsBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && EXTENSIONS.has(path.extname(entry.name).toLowerCase()))
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !path.relative(folder, file).split(path.sep).some(isHidden))
    .sort();
}

function isHidden(part: string): boolean {
  return part.startsWith('.') || part === 'node_modules';
}

function failed(file: string, code: string, message: string): ReadPath {
  return { path: file, issue: { code, severity: 'error', line: 1, message } };
}

function reasonOf(error: unknown, file: string): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return `There is no file ${file}.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read: check its permissions.`;
  return `${file} cannot be read (${error instanceof Error ? error.message : String(error)}).`;
}
