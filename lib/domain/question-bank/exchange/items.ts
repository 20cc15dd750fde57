import type { AuthoredKeyPoint, Option } from '../model';

export type Report = (message: string) => void;

/** How a value stands as visible text. `read(write(value))` need not be the value: whoever prints checks, and adds the exact one. */
export interface Codec<Value> {
  write(value: Value): string;
  /** `report` hears of what does not look as it should. */
  read(text: string, report: Report): Value;
}

/** How one item of a list stands as text. */
export interface ItemCodec<Value> {
  write(value: Value): string;
  read(item: string, report: Report, index: number): Value;
}

export const textItem: ItemCodec<string> = { write: (text) => text, read: (text) => text };

/** `A. …` */
export const optionItem: ItemCodec<Option> = {
  write: ({ label, text }) => `${label}. ${text}`,
  read: (item, report, index) => {
    const found = /^([^\s.]+)\.(?:\s|$)/u.exec(item);
    if (found) return { label: found[1] ?? '', text: item.slice(found[0].length) };
    const label = String.fromCharCode(65 + (index % 26));
    report(`An option has no letter; it was taken for ${label}.`);
    return { label, text: item };
  },
};

const POINT_MARK = /^\[(核心|加分)(?: (\d+(?:\.\d+)?))?\](?:\s|$)/u;

/** `[核心 2] …`: core or bonus, and the weight unless it is 1. */
export const keyPointItem: ItemCodec<AuthoredKeyPoint> = {
  write: ({ text, weight, core }) => `[${core ? '核心' : '加分'}${weight === 1 ? '' : ` ${weight}`}] ${text}`,
  read: (item, report) => {
    const mark = POINT_MARK.exec(item);
    if (!mark) report('A key point does not begin with [核心] or [加分]; it was taken for a core point.');
    return {
      text: item.slice(mark?.[0].length ?? 0),
      weight: Number(mark?.[2] ?? 1) || 1,
      core: mark?.[1] !== '加分',
    };
  },
};

export const textCodec: Codec<string> = { write: (text) => text, read: (text) => text };

/** Items of a Markdown list; lines below an item belong to it, indented by two. */
export function listCodec<Value>(codec: ItemCodec<Value>): Codec<Value[]> {
  return {
    write: (values) =>
      values.map((value) => `- ${codec.write(value).replaceAll(/\n(?=[^\n])/gu, '\n  ')}`).join('\n'),
    read: (text, report) => readItems(text, report).map((item, index) => codec.read(item, report, index)),
  };
}

function readItems(text: string, report: Report): string[] {
  if (text === '') return [];
  const items: string[][] = [];
  for (const line of text.split('\n')) {
    const item = items.at(-1);
    if (/^[-*+] /u.test(line)) items.push([line.slice(2)]);
    else if (item) item.push(line.replace(/^ {2}/u, ''));
    else {
      report('An item of this list does not begin with "- ".');
      items.push([line]);
    }
  }
  return items.map((lines) => lines.join('\n').trim());
}

/** Items one a line, for the cell of a table. */
export function linesCodec<Value>(codec: ItemCodec<Value>): Codec<Value[]> {
  return {
    write: (values) => values.map(codec.write).join('\n'),
    read: (text, report) =>
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .map((line, index) => codec.read(line, report, index)),
  };
}
