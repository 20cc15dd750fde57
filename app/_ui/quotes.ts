import type { Verdict } from '@/lib/domain/grading';

/** A part of a person's text that a point (or a false claim) rests on. */
export interface Mark {
  /** Unique among the marks of one grade. */
  id: string;
  quote: string;
  verdict: Verdict;
}

export interface Segment {
  text: string;
  /** Marks that cover this segment, in the order given; empty for plain text. */
  marks: Mark[];
}

interface Range {
  start: number;
  end: number;
}

const SKIPPED = /[\p{P}\p{S}\s]/u;

/** Letters of the text without white space, punctuation, width and case, each with where it stood. */
function skeleton(text: string): { letters: string[]; ranges: Range[] } {
  const letters: string[] = [];
  const ranges: Range[] = [];
  let offset = 0;
  for (const char of text) {
    if (!SKIPPED.test(char)) {
      for (const letter of char.normalize('NFKC').toLowerCase()) {
        letters.push(letter);
        ranges.push({ start: offset, end: offset + char.length });
      }
    }
    offset += char.length;
  }
  return { letters, ranges };
}

/**
 * Where a quote stands in a text: verbatim, else with white space, punctuation, width and case aside.
 * UTF-16 offsets, end exclusive; null when it does not stand there.
 */
export function findQuote(text: string, quote: string): Range | null {
  const wanted = quote.trim();
  if (wanted === '') return null;
  const exact = text.indexOf(wanted);
  if (exact >= 0) return { start: exact, end: exact + wanted.length };
  const hay = skeleton(text);
  const needle = skeleton(wanted).letters;
  if (needle.length === 0) return null;
  for (let at = 0; at + needle.length <= hay.letters.length; at += 1) {
    if (needle.every((letter, index) => hay.letters[at + index] === letter)) {
      const first = hay.ranges[at];
      const last = hay.ranges[at + needle.length - 1];
      return first && last ? { start: first.start, end: last.end } : null;
    }
  }
  return null;
}

/** Cuts a text at the edges of its quotes; joined again the segments are the text. */
export function segmentText(text: string, marks: readonly Mark[]): Segment[] {
  const found = marks.flatMap((mark) => {
    const range = findQuote(text, mark.quote);
    return range ? [{ mark, ...range }] : [];
  });
  const edges = [...new Set([0, text.length, ...found.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return edges.slice(0, -1).flatMap((start, index) => {
    const end = edges[index + 1] ?? text.length;
    const covering = found.filter((range) => range.start <= start && range.end >= end);
    return end > start ? [{ text: text.slice(start, end), marks: covering.map(({ mark }) => mark) }] : [];
  });
}
