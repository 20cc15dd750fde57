import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** SHA-256 of a text's UTF-8 bytes, 64 hex digits. */
export function hashText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/**
 * A deterministic id: the same parts give the same id on every run and machine.
 * 16 hex digits (64 bits) of SHA-256 behind the prefix: `q_9f86d081884c7d65`.
 */
export function stableId(prefix: string, ...parts: readonly string[]): string {
  // The unit separator keeps ('ab', 'c') apart from ('a', 'bc').
  return `${prefix}_${hashText(parts.join('\u001f')).slice(0, 16)}`;
}
