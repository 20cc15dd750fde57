import type { AuthoredKeyPoint } from '../model';

/** `- [核心 2] …`, `- [bonus] …`: how our own format writes a point. */
const POINT =
  /^\s*(?:[-*+]|\d+[.)])\s+(?:[[【(（]\s*(核心|加分|必答|core|bonus|extra)\s*(\d+(?:\.\d+)?)?\s*[\]】)）]\s*)?/iu;

/** Items of a list; wrapped lines are joined to their item. */
function listItems(text: string): string[] {
  const items: string[] = [];
  for (const row of text.split('\n')) {
    if (/^(?:[-*+]|\d+[.)])\s/u.test(row)) items.push(row);
    else if (row.trim() !== '' && items.length > 0) items[items.length - 1] += `\n${row}`;
  }
  return items;
}

/** Key points of our own format: core with weight 1 unless said otherwise. */
export function readKeyPoints(text: string): AuthoredKeyPoint[] {
  return listItems(text).map((item) => {
    const mark = POINT.exec(item);
    return {
      text: item.slice(mark?.[0].length ?? 0).trim(),
      weight: Number(mark?.[2] ?? 1) || 1,
      core: !/加分|bonus|extra/iu.test(mark?.[1] ?? ''),
    };
  });
}

/** Common mistakes: the items of a list. */
export function readMistakes(text: string): string[] {
  return listItems(text).map((item) => item.replace(/^(?:[-*+]|\d+[.)])\s+/u, '').trim());
}
