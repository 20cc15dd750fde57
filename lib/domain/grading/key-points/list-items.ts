import { type Slice, trim } from './sentences';

/** What stands before the items of a list in a sentence. */
const LEAD =
  /[:：]|——|—|分为|分成|包括(?:了|有)?|包含|主要有|主要是指|主要是|有以下|如下|即|(?:种|个|类|项)是/gu;

/** A reference longer than this is prose, whatever lists it holds. */
const LONGEST_ENUMERATION = 240;
/** Mean length of an item that is a name rather than an explanation, in characters. */
const LONGEST_NAME = 16;

/** Whether a reference is nothing but a lead and a list of short items ("X包括：甲、乙、丙"). */
export function isEnumeration(reference: string): boolean {
  const body = reference.trim();
  if (body.length > LONGEST_ENUMERATION || /\n\s*\n/.test(body)) return false;
  const from = itemsStart(body);
  if (from === 0) return false;
  const items = body
    .slice(from)
    .split(/[、；;，,。]|和|及/u)
    .filter((item) => /[\p{L}\d]/u.test(item));
  return items.length >= 2 && items.join('').length / items.length <= LONGEST_NAME;
}

/**
 * Items of an enumeration within one sentence ("X分为甲、乙和丙"), without the lead.
 * @param isPart the sentence is itself one item of a list parted by semicolons: it is not split further.
 * @returns the sentence itself when it holds no list.
 */
export function listItemsOf(text: string, sentence: Slice, isPart: boolean): Slice[] {
  const body = text.slice(sentence.start, sentence.end);
  const from = itemsStart(body);
  const separators = isPart
    ? /[；;]/gu
    : /[、；;]|(?:，|,\s)(?=(?:[一二三四五六七八九十]是)|[^，,。]{1,12}(?:[，,。]|$))/gu;
  const cuts = [...body.matchAll(separators)].map((match) => match.index).filter((index) => index > from);
  const bounds = [from, ...cuts.map((cut) => cut + 1), body.length];
  const items: Slice[] = [];
  bounds.forEach((start, index) => {
    const end = bounds[index + 1];
    if (end === undefined) return;
    items.push(...splitAtAnd(text, trim(text, sentence.start + start, sentence.start + end)));
  });
  const kept = items.filter((item) => /[\p{L}\d]/u.test(text.slice(item.start, item.end)));
  return kept.length > 1 ? kept : [sentence];
}

function itemsStart(body: string): number {
  const matches = [...body.matchAll(LEAD)];
  const last = matches.find((match) => /[:：—]/.test(match[0])) ?? matches.at(-1);
  return last && last.index < body.length * 0.7 ? last.index + last[0].length : 0;
}

/** "甲和乙" is two items when both sides are short; inside a longer phrase the word may belong to it. */
function splitAtAnd(text: string, item: Slice): Slice[] {
  const body = text.slice(item.start, item.end).replace(/[。.]$/, '');
  const match = /^([\p{Script=Han}\w]{2,10})(和|及|与|以及)([\p{Script=Han}\w]{2,10})$/u.exec(body);
  if (!match) return [item];
  const middle = item.start + (match[1]?.length ?? 0);
  return [
    { start: item.start, end: middle },
    { start: middle + (match[2]?.length ?? 0), end: item.end },
  ];
}
