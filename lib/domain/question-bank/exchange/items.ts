import type { AuthoredKeyPoint, Option } from '../model';

/** How a value stands as visible text. `read(write(value))` need not be the value: whoever prints checks, and adds the exact one. */
export interface Codec<Value> {
  write(value: Value): string;
  /** `report` hears of what does not look as it should. */
  read(text: string, report: (message: string) => void): Value;
}

const BULLET = /^[-*+] /u;

function writeItems(items: readonly string[]): string {
  return items.map((item) => `- ${item.replaceAll(/\n(?=[^\n])/gu, '\n  ')}`).join('\n');
}

/** Items of a list; lines below an item belong to it. */
function readItems(text: string, report: (message: string) => void): string[] {
  if (text === '') return [];
  const items: string[][] = [];
  for (const line of text.split('\n')) {
    const item = items.at(-1);
    if (BULLET.test(line)) items.push([line.slice(2)]);
    else if (item) item.push(line.replace(/^ {2}/u, ''));
    else {
      report('An item of this list does not begin with "- ".');
      items.push([line]);
    }
  }
  return items.map((lines) => lines.join('\n').trim());
}

export const textCodec: Codec<string> = { write: (text) => text, read: (text) => text };

export const itemsCodec: Codec<string[]> = { write: writeItems, read: readItems };

export const optionsCodec: Codec<Option[]> = {
  write: (options) => writeItems(options.map(({ label, text }) => `${label}. ${text}`)),
  read: (text, report) =>
    readItems(text, report).map((item, index) => {
      const found = /^([^\s.]+)\.(?:\s|$)/u.exec(item);
      if (found) return { label: found[1] ?? '', text: item.slice(found[0].length) };
      const label = String.fromCharCode(65 + (index % 26));
      report(`An option has no letter; it was taken for ${label}.`);
      return { label, text: item };
    }),
};

const POINT_MARK = /^\[(核心|加分)(?: (\d+(?:\.\d+)?))?\](?:\s|$)/u;

/** `- [核心 2] …`: core or bonus, and the weight unless it is 1. */
export const keyPointsCodec: Codec<AuthoredKeyPoint[]> = {
  write: (points) =>
    writeItems(
      points.map(
        ({ text, weight, core }) => `[${core ? '核心' : '加分'}${weight === 1 ? '' : ` ${weight}`}] ${text}`,
      ),
    ),
  read: (text, report) =>
    readItems(text, report).map((item) => {
      const mark = POINT_MARK.exec(item);
      if (!mark) report('A key point does not begin with [核心] or [加分]; it was taken for a core point.');
      return {
        text: item.slice(mark?.[0].length ?? 0),
        weight: Number(mark?.[2] ?? 1) || 1,
        core: mark?.[1] !== '加分',
      };
    }),
};
