import type { Line } from './line';

/** "12 什么是 ajax", "9箭头函数", "7TCP 为什么": a number that nothing parts from the text. */
const BARE = /^(\d{1,3})(?:\s+(?=\S)|(?=[\u4e00-\u9fffA-Z《“]))/u;
/** What a number counts when nothing parts it: "3 个", "10 年". */
const UNIT =
  /^\d{1,3}\s*(?:[个种次年月日天轮面人台倍分秒小点层位条行题页章节号亿万千百]|[GM]B?(?![a-z])|%|x\b|\.|:)/iu;
/** Fewer numbers that count on are a coincidence. */
const FEWEST = 5;
/** Share of bare numbers that count on from the one before. */
const COUNTED = 0.7;

/** Lines that count without a sign between number and text, as copies of web pages do: gives each number a full stop. */
export function markBareNumbers(lines: readonly Line[]): void {
  const found = lines.flatMap((line) => {
    if (line.kind !== 'paragraph' || line.item?.isOrdered === true || line.quotes > 0 || UNIT.test(line.text))
      return [];
    const number = BARE.exec(line.text)?.[1];
    return number === undefined ? [] : [{ line, digits: number }];
  });
  const counted = found.filter(({ digits }, at) => {
    const before = Number(found[at - 1]?.digits ?? 0);
    const after = Number(found[at + 1]?.digits ?? Number.NaN);
    return Number(digits) === before + 1 || Number(digits) === after - 1;
  });
  if (counted.length < FEWEST || counted.length < found.length * COUNTED) return;
  for (const { line, digits } of counted)
    line.text = `${digits}. ${line.text.slice(digits.length).trimStart()}`;
}
