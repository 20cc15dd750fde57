import { answerOfOptions, BANK_MARK, type BankEntry, sameValue } from './entry';
import { writeMarker } from './marker';
import { PARTS, printPart } from './parts';

/** Topics stand as headings of level 2 to 5, so that the questions below them still have a level. */
const DEEPEST_TOPIC = 4;

/** Whether a text can stand in a heading and be read from it to the letter. */
function fitsHeading(text: string): boolean {
  return text !== '' && text === text.trim() && !/[\n\r]/u.test(text);
}

/** Headings that lead from the topics before to these; null where headings cannot say them. */
function topicHeadings(before: readonly string[], topics: readonly string[]): string[] | null {
  if (sameValue(before, topics)) return [];
  if (topics.length === 0 || topics.length > DEEPEST_TOPIC || !topics.every(fitsHeading)) return null;
  const shared = topics.findIndex((topic, depth) => topic !== before[depth]);
  // Back up to an outer topic: its heading is said again.
  const from = shared < 0 ? topics.length - 1 : shared;
  return topics.slice(from).map((topic, index) => `${'#'.repeat(from + index + 2)} ${topic}`);
}

function kindOf(entry: BankEntry): BankEntry['kind'] {
  return entry.options === undefined ? 'open' : 'choice';
}

function isWritten(entry: BankEntry, field: keyof BankEntry): boolean {
  if (field === 'stem') return !fitsHeading(entry.stem);
  if (field === 'answer') return entry.answer !== answerOfOptions(entry);
  return entry[field] !== undefined;
}

function printEntry(entry: BankEntry, number: number, depth: number, topics: string[] | undefined): string[] {
  const { difficulty } = entry;
  const isPlainDifficulty = difficulty !== undefined && /^\d+(?:\.\d+)?$/u.test(String(difficulty));
  const marker = writeMarker('question', {
    ...(entry.kind === kindOf(entry) ? {} : { kind: entry.kind }),
    ...(topics === undefined ? {} : { topics }),
    ...(isPlainDifficulty || difficulty === undefined ? {} : { difficulty }),
    ...(entry.tags === undefined ? {} : { tags: entry.tags }),
    ...(entry.modelWritten === undefined ? {} : { modelWritten: entry.modelWritten }),
  });
  const heading = `${'#'.repeat(depth)} ${number}.${fitsHeading(entry.stem) ? ` ${entry.stem}` : ''}`;
  const parts = PARTS.flatMap((part) => {
    const value = entry[part.field];
    return value !== undefined && isWritten(entry, part.field) ? [printPart(part, value)] : [];
  });
  return [
    marker,
    heading,
    ...(isPlainDifficulty ? [`- 难度：${difficulty}/10`] : []),
    ...parts,
    writeMarker('end'),
  ];
}

/**
 * A bank as our own Markdown: a document for people, with headings for topics and questions, and markers (HTML
 * comments, which no viewer shows) that say exactly where each part begins. Any text survives, whatever it looks like.
 */
export function printMarkdownBank(
  entries: readonly BankEntry[],
  { title = '' }: { title?: string } = {},
): string {
  const heading = title.replace(/\s+/gu, ' ').trim();
  const front = [
    '---',
    `viva: ${BANK_MARK}`,
    ...(title === '' ? [] : [`title: ${JSON.stringify(title)}`]),
    '---',
  ];
  const blocks = [front.join('\n'), ...(heading === '' ? [] : [`# ${heading}`])];
  let topics: readonly string[] = [];
  for (const [index, entry] of entries.entries()) {
    const headings = topicHeadings(topics, entry.topics);
    if (headings !== null) topics = entry.topics;
    blocks.push(...(headings ?? []));
    const depth = Math.min(6, topics.length + 2);
    blocks.push(...printEntry(entry, index + 1, depth, headings === null ? entry.topics : undefined));
  }
  return `${blocks.join('\n\n')}\n`;
}
