import { spellOutRows } from './key-rows';
import { readLabel } from './labels';
import type { Line } from './line';

/** One numbered answer among those at the end of a document: characters [textStart, end) of the key's text. */
export interface KeyEntry {
  number: number;
  start: number;
  textStart: number;
}

/** The answers at the end of a document, spelled out one by one. */
export interface KeyText {
  text: string;
  entries: readonly KeyEntry[];
}

const ENTRY =
  /(?:^|[\s;；,，、|])(?:[*_]{2})?(?:第\s*)?(?:(?:Question|Answer|Q|A|答案?)\s*)?(\d{1,3})\s*(?:题\s*)?(?:[.、．:：)）]|[-–—→](?=\s*[A-Ha-h]\b))(?:[*_]{2})?\s*/giu;
/** A row of a table of answers: its number, and its next cell. */
const ROW = /^[^\S\n]{0,8}\|?[^\S\n]{0,8}[*_]{0,2}(\d{1,3})[*_]{0,2}[^\S\n]{0,40}\|([^|\n]*)(?:\|.*)?$/gmu;
const RANGE =
  /(?:^|[\s、，,;；:：(（])(\d{1,3})\s*[-~—–]\s*(\d{1,3})\s{0,8}[.、:：)）]?\s{0,8}((?:[A-H]\s*){2,})(?=[\s;；,，。)）]|$)/gu;

/** "1-5 BACDA", "| 1 | B |" and rows of keys become "1. B 2. A …", so that one way of reading serves all. */
export function spellOut(text: string): string {
  return spellOutRows(text)
    .replace(ROW, '\n$1. $2 ')
    .replace(RANGE, (whole, from: string, to: string, letters: string) => {
      const keys = letters.replace(/\s/gu, '');
      if (keys.length !== Number(to) - Number(from) + 1) return whole;
      return `\n${[...keys].map((key, offset) => `${Number(from) + offset}. ${key}`).join(' ')}`;
    });
}

/** Reads the answers in lines [start, end), 0-based; the first one says that they are answers. */
export function readKeyText(lines: readonly Line[], { start, end }: { start: number; end: number }): KeyText {
  const own = readLabel(lines[start]?.text ?? '', true)?.rest ?? '';
  const below = lines.slice(start + 1, end).map((line) => line.source);
  const text = spellOut(['', own, ...below].join('\n'));
  const entries = [...text.matchAll(ENTRY)].map((found) => ({
    number: Number(found[1]),
    start: found.index,
    textStart: found.index + found[0].length,
  }));
  return { text, entries };
}
