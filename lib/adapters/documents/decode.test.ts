import { describe, expect, it } from 'vitest';
import { isAppError } from '../../domain/errors';
import { decodeDocument } from './decode';

const TEXT = '# 题库\n\n### 1. 什么是梯度裁剪？\n\n答：把梯度的范数限制在一个上限以内。\n';
const LIMIT = 10 * 1024 * 1024;

function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++)
    view.setUint16(index * 2, text.charCodeAt(index), isLittle);
  return bytes;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...parts: (Uint8Array | number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));
/** "什么是梯度？" and a line feed in GB18030. */
const GB = Uint8Array.from([0xca, 0xb2, 0xc3, 0xb4, 0xca, 0xc7, 0xcc, 0xdd, 0xb6, 0xc8, 0xa3, 0xbf, 0x0a]);

function codeOf(bytes: Uint8Array, limit = LIMIT): string {
  try {
    decodeDocument(bytes, 'notes.txt', limit);
    return 'decoded';
  } catch (error) {
    if (!isAppError(error)) throw error;
    expect(error.kind).toBe('invalid');
    expect(error.message).toContain('notes.txt');
    return error.code;
  }
}

describe('decodeDocument', () => {
  it.each([
    ['utf-8', utf8(TEXT), 'utf-8'],
    ['utf-8 with a mark', joined([0xef, 0xbb, 0xbf], utf8(TEXT)), 'utf-8-bom'],
    ['utf-16 little-endian with a mark', joined([0xff, 0xfe], utf16(TEXT, true)), 'utf-16le'],
    ['utf-16 big-endian with a mark', joined([0xfe, 0xff], utf16(TEXT, false)), 'utf-16be'],
    ['utf-16 little-endian', utf16(TEXT, true), 'utf-16le'],
    ['utf-16 big-endian', utf16(TEXT, false), 'utf-16be'],
  ])('reads %s', (_name, bytes, encoding) => {
    expect(decodeDocument(bytes, 'notes.txt', LIMIT)).toEqual({ text: TEXT, encoding });
  });

  it('reads GB18030', () => {
    expect(decodeDocument(GB, 'notes.txt', LIMIT)).toEqual({ text: '什么是梯度？\n', encoding: 'gb18030' });
  });

  it('reads Western letters of a byte each, which Chinese never has alone', () => {
    const text = 'Frage;Antwort\nWas heißt „Prüfgröße“?;Ein Maß für die Güte – z. B. é\n';
    const special: Record<string, number> = { '„': 0x84, '“': 0x93, '–': 0x96 };
    const bytes = Uint8Array.from(text, (letter) => special[letter] ?? letter.charCodeAt(0));
    expect(decodeDocument(bytes, 'notes.txt', LIMIT)).toEqual({ text, encoding: 'windows-1252' });
  });

  it.each([
    ['big5', [0xb0, 0xdd, 0xac, 0x4f], '問是'],
    ['shift_jis', [0x8e, 0xbf, 0x96, 0xe2], '質問'],
    ['iso-8859-2', [0xb1, 0xea], 'ąę'],
  ])('reads a page in the encoding it declares: %s', (label, letters, expected) => {
    const page = joined(utf8(`<html><head><meta charset="${label}"></head><body>`), letters, utf8('</body>'));
    const { text, encoding } = decodeDocument(page, 'page.html', LIMIT);
    expect([text.replace(/<[^>]*>/gu, ''), encoding]).toEqual([expected, label]);
  });

  it('does not believe a page that its bytes contradict', () => {
    const page = utf8('<meta charset="big5"><p>什么是梯度？</p>');
    expect(decodeDocument(page, 'page.html', LIMIT)).toMatchObject({ encoding: 'utf-8' });
  });

  it('turns every line end into one LF', () => {
    expect(decodeDocument(utf8('a\r\nb\rc\n'), 'notes.txt', LIMIT).text).toBe('a\nb\nc\n');
  });

  it.each([
    ['nothing', new Uint8Array(), 'document-empty'],
    ['white space', utf8(' \n\t\n'), 'document-empty'],
    ['a mark alone', Uint8Array.from([0xef, 0xbb, 0xbf]), 'document-empty'],
    ['a PDF', utf8('%PDF-1.7 …'), 'document-binary'],
    ['an Office document', joined([0x50, 0x4b, 0x03, 0x04], utf8('xl/workbook')), 'document-binary'],
    [
      'random bytes with zeros',
      Uint8Array.from({ length: 999 }, (_, index) => (index * 89 + (index >> 3) * 37) % 256),
      'document-binary',
    ],
    [
      'bytes of no encoding',
      Uint8Array.from({ length: 500 }, (_, index) => 0x80 + ((index * 7) % 0x20)),
      'document-unreadable',
    ],
    ['damaged UTF-16', joined([0xff, 0xfe], [0x00, 0xd8, 0x41]), 'document-unreadable'],
  ])('refuses %s', (_name, bytes, code) => {
    expect(codeOf(bytes)).toBe(code);
  });

  it('refuses what is larger than the limit, and takes what is just as large', () => {
    expect(codeOf(utf8('abcd'), 3)).toBe('document-too-large');
    expect(codeOf(utf8('abc'), 3)).toBe('decoded');
  });
});
