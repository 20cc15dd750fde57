import type { QuestionContent } from '../model';
import { type Block, readFrame } from './markdown-blocks';
import { unescapeMarkers } from './marker';
import { PARTS } from './parts';

/** A line of our own Markdown as a person reads it. */
export interface PresentedLine {
  /**
   * 'mark' says only where something begins, and its text is empty unless it holds what stands nowhere else; 'title' is a
   * heading, 'label' names the `field` that begins there.
   */
  role: 'text' | 'title' | 'label' | 'mark';
  text: string;
  /** Of a label, which then is not part of the text. */
  field?: keyof QuestionContent;
}

const TITLE = /^#{1,6} /u;
const DIFFICULTY = /^- 难度：/u;
const PART_BY_NAME = new Map(
  PARTS.flatMap(({ name, label, field }) =>
    field === 'modelWritten' ? [] : [[name, { label, field }] as const],
  ),
);

/**
 * The lines of a document that is our own Markdown (a table, cards of a collection, an export) without what only marks
 * it: what stood in a cell stays as it is. One entry per line of the text; null when it is none of ours.
 */
export function presentLines(text: string): PresentedLine[] | null {
  const frame = readFrame(text);
  if (frame === null) return null;
  const [first] = frame.blocks;
  const front = Array.from({ length: (first?.bodyLine ?? 1) - 1 }, () => mark(''));
  return [
    ...front,
    ...frame.blocks.flatMap((block) =>
      block.marker ? [mark(saidIn(block)), ...bodyOf(block)] : bodyOf(block),
    ),
  ];
}

function mark(text: string): PresentedLine {
  return { role: 'mark', text };
}

/** Below a question its heading comes first, below a part its name; outside of both there are only headings. */
function bodyOf({ marker, body }: Block): PresentedLine[] {
  const name = marker?.name;
  const part = PART_BY_NAME.get(name ?? '');
  const firstFilled = body.findIndex((line) => line.trim() !== '');
  return body.map((line, index): PresentedLine => {
    const isFirst = index === firstFilled;
    if (part === undefined && TITLE.test(line) && (name !== 'question' || isFirst))
      return { role: 'title', text: line.replace(TITLE, '') };
    if (part?.label && isFirst && line.startsWith(part.label))
      return { role: 'label', text: line.slice(part.label.length).trim(), field: part.field };
    if (name === 'question' && DIFFICULTY.test(line))
      return { role: 'label', text: line.replace(DIFFICULTY, ''), field: 'difficulty' };
    return { role: 'text', text: unescapeMarkers(line) };
  });
}

/** Tags and topics of a question, which stand in its marker alone. */
function saidIn({ marker }: Block): string {
  if (marker?.name !== 'question' || marker.attributes === '') return '';
  let said: unknown;
  try {
    said = JSON.parse(marker.attributes);
  } catch {
    // Somebody's edit broke it; the reader reports that with the line.
    return marker.attributes;
  }
  const { topics = [], tags = [] } = said as { topics?: unknown; tags?: unknown };
  return [...listOf(topics), ...listOf(tags).map((tag) => `#${tag}`)].join(' · ');
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
