import type { Line } from './line';

/** "12 什么是 ajax", "9箭头函数", "7TCP 为什么": a number that nothing parts from the text. */
const BARE = /^(\d{1,3})(?:\s+(?=\S)|(?=[\u4e00-\u9fffA-Z《“]))/u;
/** What a number counts when nothing parts it: "3 个", "10 年". */
const UNIT =
  /^\d{1,3}\s*(?:[个种次年月日天轮面人台倍分秒小点层位条行题页章节号亿万千百]|[GM]B?(?![a-z])|%|x\b|\.|:)/iu;
/** A number with its sign: among such a few may have lost it. */
const SIGNED = /^(\d{1,3})[.、．]\s{0,8}(?=[^\s\d])/u;
/** Fewer numbers that count on are a coincidence; so is a single one without its sign among others. */
const FEWEST = 4;
const FEWEST_BARE = 2;
/** Share of bare numbers that count on from the one before. */
const COUNTED = 0.7;

interface Numbered {
  line: Line;
  digits: string;
  isBare: boolean;
}

function numberOf(line: Line): Numbered | null {
  if (line.kind !== 'paragraph' || line.quotes > 0) return null;
  const signed = SIGNED.exec(line.text)?.[1];
  if (signed !== undefined) return { line, digits: signed, isBare: false };
  const digits =
    line.item?.isOrdered === true || UNIT.test(line.text) ? undefined : BARE.exec(line.text)?.[1];
  return digits === undefined ? null : { line, digits, isBare: true };
}

/** Lines that count without a sign between number and text, as copies of web pages do: gives each number a full stop. */
export function markBareNumbers(lines: readonly Line[]): void {
  const found = lines.flatMap((line) => numberOf(line) ?? []);
  const counted = found.filter(({ digits }, at) => {
    const before = Number(found[at - 1]?.digits ?? 0);
    const after = Number(found[at + 1]?.digits ?? Number.NaN);
    return Number(digits) === before + 1 || Number(digits) === after - 1;
  });
  const bare = counted.filter(({ isBare }) => isBare);
  const all = found.filter(({ isBare }) => isBare);
  if (counted.length < FEWEST || bare.length < FEWEST_BARE || bare.length < all.length * COUNTED) return;
  for (const { line, digits } of bare) line.text = `${digits}. ${line.text.slice(digits.length).trimStart()}`;
}
