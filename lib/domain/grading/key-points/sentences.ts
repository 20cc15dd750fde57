/** A part of a text by offsets, end exclusive. */
export interface Slice {
  start: number;
  end: number;
}

/** A verdict opens a sentence, whether or not a space stands before it ("by heart.No, …"). */
const OPENERS = 'Yes|No|True|False';
/** Where a sentence ends, or an inline enumeration ("1. … 2. …", （1）, ①, ●) starts a new item. */
const BOUNDARY = new RegExp(
  String.raw`[。！？!?；;]+["”』」）)]?|\n+|(?<=[^\d\s.][^\d.]?)\.(?=\s+[A-Z(“"●\p{Script=Han}])|(?<=[a-z)]{2})\.(?=(?:${OPENERS})\b(?!\.(?!\s+[A-Z])))|(?<=[\p{L}\d）)])\.(?=\s*$)|(?=[●•○▪])`,
  'gu',
);
const ENUMERATOR =
  /(?<=^|[\s。；;:：.!?！？，,、])(?=(?:[（(]\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[)）]))|(?=[①②③④⑤⑥⑦⑧⑨⑩])|(?<=^|\n|[。；;:：.!?！？，,]\s{0,3})(?=\d{1,2}\s?[.、)）](?!\d)\s*[^\d\s])/gu;

/**
 * Splits a text into sentences and inline list items.
 * @returns slices without white space at their ends; empty ones are left out.
 */
export function sentencesOf(text: string, from = 0, to = text.length): Slice[] {
  const part = text.slice(from, to);
  const cuts = new Set<number>([0, part.length]);
  for (const match of part.matchAll(BOUNDARY)) cuts.add(match.index + match[0].length);
  for (const match of part.matchAll(ENUMERATOR)) cuts.add(match.index);
  const sorted = [...cuts].sort((a, b) => a - b);
  const slices: Slice[] = [];
  sorted.forEach((start, index) => {
    const end = sorted[index + 1];
    if (end === undefined) return;
    const slice = trim(text, from + start, from + end);
    if (slice.end > slice.start) slices.push(slice);
  });
  return slices;
}

/** The same part without white space at its ends. */
export function trim(text: string, start: number, end: number): Slice {
  let left = start;
  let right = end;
  while (left < right && /\s/.test(text.charAt(left))) left++;
  while (right > left && /\s/.test(text.charAt(right - 1))) right--;
  return { start: left, end: right };
}

/** Splits a sentence into clauses at commas, colons and dashes; used for the windows of an answer. */
export function clausesOf(text: string, slice: Slice): Slice[] {
  const part = text.slice(slice.start, slice.end);
  const clauses: Slice[] = [];
  let start = 0;
  for (const match of part.matchAll(/[，,、：:]+(?!\d)|——|\s-\s/g)) {
    const end = match.index + match[0].length;
    clauses.push(trim(text, slice.start + start, slice.start + end));
    start = end;
  }
  clauses.push(trim(text, slice.start + start, slice.end));
  return clauses.filter((clause) => clause.end > clause.start);
}
