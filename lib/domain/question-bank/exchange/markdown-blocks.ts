import { plainLines } from './entry';
import { type Marker, readMarker } from './marker';

/** A marker and the lines below it, up to the next; the first block has none. */
export interface Block {
  marker: Marker | null;
  /** 1-based line of the marker; of the first line where there is none. */
  line: number;
  /** 1-based line of `body[0]`. */
  bodyLine: number;
  body: string[];
}

export interface MarkdownFrame {
  title?: string;
  /** As written after `viva:`. */
  version: string;
  blocks: Block[];
  /** Lines that begin as a marker and are none: kept as content. */
  damaged: number[];
}

/** Only so many lines are searched for the end of the front matter. */
const LONGEST_FRONT = 40;

function readTitle(front: readonly string[]): string | undefined {
  const written = front
    .map((line) => /^title:\s*([\s\S]+)$/u.exec(line)?.[1])
    .find((found) => found !== undefined);
  if (written === undefined) return undefined;
  try {
    return String(JSON.parse(written));
  } catch {
    // A title without quotes, as a person would write it.
    return written.trim();
  }
}

/** The document cut at its markers; null when its front matter does not say that it is our own. */
export function readFrame(text: string): MarkdownFrame | null {
  // Most documents are none of ours: told from the first characters, before the whole is copied.
  if (!/^\ufeff?---[^\S\r\n]*[\r\n]/u.test(text)) return null;
  const lines = plainLines(text).split('\n');
  const end = lines.slice(0, LONGEST_FRONT).findIndex((line, index) => index > 0 && line.trim() === '---');
  const front = lines.slice(1, Math.max(end, 1));
  const version = front.map((line) => /^viva:\s*(bank\/\S+)\s*$/u.exec(line)?.[1]).find((found) => found);
  if (version === undefined) return null;
  const title = readTitle(front);
  return { ...(title === undefined ? {} : { title }), version, ...cut(lines, end + 1) };
}

function cut(lines: readonly string[], start: number): Pick<MarkdownFrame, 'blocks' | 'damaged'> {
  const damaged: number[] = [];
  let block: Block = { marker: null, line: start + 1, bodyLine: start + 1, body: [] };
  const blocks = [block];
  for (const [offset, line] of lines.slice(start).entries()) {
    const number = start + offset + 1;
    const marker = readMarker(line);
    if (marker !== null && marker !== 'damaged') {
      block = { marker, line: number, bodyLine: number + 1, body: [] };
      blocks.push(block);
      continue;
    }
    if (marker === 'damaged') damaged.push(number);
    block.body.push(line);
  }
  return { blocks, damaged };
}
