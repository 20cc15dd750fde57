import { zipSync } from 'fflate';
import type { ArchiveEntry } from './archive';
import { refusal } from './refusals';

/** The parts of an Office file by path; only XML, nothing that runs, nothing that is embedded. */
export type OfficeParts = Map<string, Uint8Array>;

const XML_PART = /^(?:\[Content_Types\]\.xml|(?:.*\/)?[^/]+\.(?:xml|rels))$/u;

/**
 * Unpacks the XML parts of an Office file and refuses any that declares entities: the libraries that read them need not
 * be trusted with those, and no office program writes them.
 */
export async function readOfficeParts(
  entries: readonly ArchiveEntry[],
  name: string,
  isWanted: (path: string) => boolean,
): Promise<OfficeParts> {
  const parts: OfficeParts = new Map();
  for (const entry of entries) {
    if (entry.danger === 'path' || !XML_PART.test(entry.path) || !isWanted(entry.path)) continue;
    const bytes = await entry.read();
    if (declaresEntities(bytes))
      throw refusal(
        'document-unsafe',
        name,
        `${name} declares a DOCTYPE or entities in ${entry.path}, which no office program writes. It is not read.`,
      );
    parts.set(entry.path, bytes);
  }
  return parts;
}

/** In any encoding that an XML reader takes: zeros of UTF-16 are passed over. */
function declaresEntities(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return /<!\s*(?:DOCTYPE|ENTITY)/iu.test(text.includes('\0') ? text.replaceAll('\0', '') : text);
}

/** Packed again from what was checked, so that a library cannot see another archive in the same bytes. */
export function packParts(parts: OfficeParts): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 0 });
}

export function partText(parts: OfficeParts, path: string): string {
  const bytes = parts.get(path);
  if (bytes === undefined) return '';
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}
