import { AppError } from '../../domain/errors';
import type { DecodedDocument } from '../../ports';

/** How files begin that hold no text, and what a person can do about them. */
const SIGNATURES: readonly { bytes: readonly number[]; what: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a ZIP archive or an Office document' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Office document' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'an RTF document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'a picture' },
  { bytes: [0xff, 0xd8, 0xff], what: 'a picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'a picture' },
  { bytes: [0x1f, 0x8b], what: 'a compressed file' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], what: 'an archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], what: 'an archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], what: 'a program' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], what: 'a database' },
];

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

const BYTE_ORDER_MARKS: readonly { bytes: readonly number[]; encoding: Encoding; name: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8', name: 'utf-8-bom' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le', name: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be', name: 'utf-16be' },
];

/** Bytes looked at when guessing: enough for sure, and quick. */
const SAMPLE = 64 * 1024;
/** Share of the bytes above 127 that have another beside them, at most, in Western text. */
const MOST_PAIRED = 0.4;
/** Share of characters that must look like text; measured: right guesses > .95, wrong ones < .6. */
const PLAUSIBLE = 0.8;

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding: the expected answer to the question, tried with the next one.
    return null;
  }
}

/** Share of characters that Chinese or Western text is made of; 0 when there is a NUL. */
function plausibility(text: string): number {
  if (text === '' || text.includes('\0')) return 0;
  const usual = text.match(
    /[\t\n\r\x20-\x7e\u00a0-\u024f\u0370-\u04ff\u2000-\u22ff\u2460-\u25ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/gu,
  );
  return (usual?.length ?? 0) / [...text].length;
}

/** UTF-16 without a mark: ASCII characters leave a zero in every second byte. */
function zerosSuggest(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const pairs = sample.length / 2;
  if (bytes.length % 2 !== 0 || even + odd < pairs * 0.02) return null;
  if (odd > even * 2) return 'utf-16le';
  return even > odd * 2 ? 'utf-16be' : null;
}

function guess(bytes: Uint8Array): DecodedDocument | null {
  const wide = zerosSuggest(bytes);
  if (wide !== null) return asPlausible(bytes, wide);
  const text = tryDecode(bytes, 'utf-8');
  if (text !== null && !text.includes('\0')) return { text, encoding: 'utf-8' };
  return asDeclared(bytes) ?? asWestern(bytes) ?? asPlausible(bytes, 'gb18030');
}

function asPlausible(bytes: Uint8Array, encoding: Encoding): DecodedDocument | null {
  const text = tryDecode(bytes, encoding);
  return text !== null && plausibility(text.slice(0, SAMPLE)) >= PLAUSIBLE ? { text, encoding } : null;
}

/** How a page or an XML document says in its first bytes what it is written in (HTML standard, 13.2.3.2: 1024 of them). */
const DECLARED =
  /<meta\b[^>]*?\bcharset\s*=\s*["']?([\w:.-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)/iu;
const DECLARED_WITHIN = 4_096;

const WESTERN = 'windows-1252';
/** Windows-1252 from 0x80 to 0x9f; Node before 23 decodes these as control characters of Latin-1. */
const WINDOWS_SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function withWindowsSigns(text: string): string {
  return text.replace(/[\x80-\x9f]/gu, (sign) => WINDOWS_SIGNS[sign.charCodeAt(0) - 0x80] ?? sign);
}

/** What a page says of itself, where its bytes bear it out; UTF-8 and Chinese are told from the bytes better than from words. */
function asDeclared(bytes: Uint8Array): DecodedDocument | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  const found = DECLARED.exec(start);
  const label = (found?.[1] ?? found?.[2])?.toLowerCase();
  if (label === undefined || /^(?:utf|unicode|gb)/u.test(label)) return null;
  const text = tryDecode(bytes, label);
  if (text === null || text.includes('\0')) return null;
  const { encoding } = new TextDecoder(label);
  return { text: encoding === WESTERN ? withWindowsSigns(text) : text, encoding };
}

/**
 * Western letters beyond ASCII, a byte each (Windows-1252, the Excel of half of Europe). In Chinese such bytes stand in pairs:
 * of the bytes above 127 in GB18030 text nearly all have one beside them, in Western text few.
 */
function asWestern(bytes: Uint8Array): DecodedDocument | null {
  const sample = bytes.subarray(0, SAMPLE);
  let high = 0;
  let paired = 0;
  for (let index = 0; index < sample.length; index++) {
    if ((sample[index] ?? 0) < 0x80) continue;
    high += 1;
    if ((sample[index - 1] ?? 0) >= 0x80 || (sample[index + 1] ?? 0) >= 0x80) paired += 1;
  }
  if (high === 0 || paired > high * MOST_PAIRED || sample.includes(0)) return null;
  const text = withWindowsSigns(new TextDecoder(WESTERN).decode(bytes));
  return plausibility(text.slice(0, SAMPLE)) >= PLAUSIBLE ? { text, encoding: WESTERN } : null;
}

function invalid(code: string, name: string, message: string): AppError {
  return new AppError('invalid', code, message, { details: { file: name } });
}

/** Line ends become LF, one for one, so that line numbers and texts are the same on every system. */
function withPlainLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function decodeText(bytes: Uint8Array, name: string): DecodedDocument {
  const mark = BYTE_ORDER_MARKS.find((candidate) => startsWith(bytes, candidate.bytes));
  if (mark === undefined) {
    const decoded = guess(bytes);
    if (decoded !== null) return decoded;
    const isBinary = bytes.subarray(0, SAMPLE).includes(0);
    throw isBinary
      ? invalid(
          'document-binary',
          name,
          `${name} is no text file. Save its content as Markdown or plain text and import that.`,
        )
      : invalid(
          'document-unreadable',
          name,
          `${name} is in an encoding that could not be told. Save it as UTF-8 and import it again.`,
        );
  }
  const text = tryDecode(bytes.subarray(mark.bytes.length), mark.encoding);
  if (text === null) {
    throw invalid(
      'document-unreadable',
      name,
      `${name} begins like ${mark.encoding.toUpperCase()} but is damaged. Save it as UTF-8 and import it again.`,
    );
  }
  return { text, encoding: mark.name };
}

/**
 * Bytes to text: UTF-8 with or without a mark, UTF-16 with or without one, what a page declares, Windows-1252, GB18030; line
 * ends become LF.
 * Throws AppError invalid: document-too-large, document-empty, document-binary, document-unreadable.
 */
export function decodeDocument(bytes: Uint8Array, name: string, maxBytes: number): DecodedDocument {
  if (bytes.length > maxBytes) {
    const limit = Math.floor(maxBytes / (1024 * 1024));
    throw invalid(
      'document-too-large',
      name,
      `${name} is larger than ${limit} MB. Split it and import the parts.`,
    );
  }
  if (bytes.length === 0)
    throw invalid('document-empty', name, `${name} is empty. Choose a file that holds text.`);
  const signature = SIGNATURES.find((candidate) => startsWith(bytes, candidate.bytes));
  if (signature !== undefined) {
    throw invalid(
      'document-binary',
      name,
      `${name} is ${signature.what}, not a text file. Save its content as Markdown or plain text and import that.`,
    );
  }
  const { text, encoding } = decodeText(bytes, name);
  if (text.trim() === '')
    throw invalid(
      'document-empty',
      name,
      `${name} holds nothing but white space. Choose a file that holds text.`,
    );
  return { text: withPlainLineEnds(text), encoding };
}
