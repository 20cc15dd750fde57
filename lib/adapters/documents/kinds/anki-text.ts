import Papa from 'papaparse';
import { clozeCards, type Table, tableOf } from '../../../domain/question-bank';
import { deckName, fieldText, type NoteLosses } from './anki-fields';
import type { Conversion, DecodedText } from './conversion';
import { conversionIssue } from './refusals';

const HEADER = /^#([a-z ]+):(.*)$/iu;
/** Headers of Anki's text export and import (Anki manual, "Importing: text files"). */
const KNOWN =
  /^(?:separator|html|tags|columns|notetype|deck|notetype column|deck column|tags column|guid column|if matches)$/iu;
const SEPARATORS: Record<string, string> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  space: ' ',
  pipe: '|',
  colon: ':',
};

/** Columns that hold no field of a note: headers that give their number, and what they are called here. */
const SPECIAL: Record<string, string> = {
  'tags column': 'Tags',
  'deck column': 'Deck',
  'notetype column': 'Note type',
  'guid column': 'GUID',
};

function readHeaders(text: string): { headers: Map<string, string>; body: string } {
  const headers = new Map<string, string>();
  let rest = text;
  for (;;) {
    const line = rest.split('\n', 1)[0] ?? '';
    const found = HEADER.exec(line.trimEnd());
    if (!found || !KNOWN.test(found[1] ?? '')) return { headers, body: rest };
    headers.set((found[1] ?? '').toLowerCase(), found[2] ?? '');
    rest = rest.slice(line.length + 1);
    if (rest === '') return { headers, body: rest };
  }
}

export function isAnkiText(text: string): boolean {
  const first = HEADER.exec((text.split('\n', 1)[0] ?? '').trimEnd());
  return first !== null && KNOWN.test(first[1] ?? '');
}

/** Names of columns: those of the file, then those that headers give by number; notes without names are front and back. */
function columnNames(headers: ReadonlyMap<string, string>, separator: string, width: number): string[] {
  const given = headers.get('columns')?.split(separator) ?? [];
  const names = Array.from({ length: width }, (_, index) => given[index]?.trim() ?? '');
  for (const [header, name] of Object.entries(SPECIAL)) {
    const number = Number(headers.get(header));
    if (Number.isInteger(number) && number >= 1 && number <= width) names[number - 1] = name;
  }
  const unnamed = names.flatMap((name, index) => (name === '' ? [index] : []));
  const [front, back] = unnamed;
  if (given.length === 0 && front !== undefined) names[front] = 'Front';
  if (given.length === 0 && back !== undefined) names[back] = 'Back';
  return names;
}

/** Notes exported by Anki as text. */
export function readAnkiText({ text, encoding, name }: DecodedText): Conversion {
  const { headers, body } = readHeaders(text);
  const separator = separatorOf(headers.get('separator') ?? 'tab');
  const rows = Papa.parse<string[]>(body, { delimiter: separator, skipEmptyLines: 'greedy' }).data;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const losses: NoteLosses = { media: 0 };
  const isHtml = headers.get('html')?.trim().toLowerCase() === 'true';
  const names = columnNames(headers, separator, width);
  const cellText = (cell: string, column: number): string => {
    if (names[column] === SPECIAL['deck column']) return deckName(cell);
    return isHtml && !isSpecial(names[column]) ? fieldText(cell, losses) : cell;
  };
  const cells = rows.map((row) => row.map(cellText));
  const extra = { Tags: headers.get('tags')?.trim(), Deck: deckName(headers.get('deck') ?? '') };
  const table = withClozes(
    tableOf(
      [...names, ...Object.entries(extra).flatMap(([key, value]) => (value ? [key] : []))],
      cells.map((row) => [
        ...Array.from({ length: width }, (_, index) => row[index] ?? ''),
        ...Object.values(extra).flatMap((value) => (value ? [value] : [])),
      ]),
    ),
  );
  const message = `${losses.media} sounds and pictures were left out.`;
  const issues = losses.media > 0 ? [conversionIssue('media-left-out', message)] : [];
  return { name, fileKind: 'anki', encoding, table, isFlashcards: true, issues };
}

function separatorOf(given: string): string {
  return SEPARATORS[given.trim().toLowerCase()] ?? (given.trim().slice(0, 1) || '\t');
}

function isSpecial(name: string | undefined): boolean {
  return name !== undefined && Object.values(SPECIAL).includes(name);
}

/**
 * Rows whose text has gaps: the text with one gap asks, what stood there answers. Notes of other types stand beside them in
 * one export: of those the first field asks and the next one answers.
 */
function withClozes(table: Table): Table {
  const column = table.columns.findIndex((_, index) =>
    table.rows.some((row) => clozeCards(row[index] ?? '').length > 0),
  );
  if (column < 0) return table;
  const names = table.columns.filter((_, index) => index !== column);
  const back = names.findIndex((name) => !isSpecial(name));
  const rows = table.rows.flatMap((row) => {
    const asks = row[column] ?? '';
    const others = row.filter((_, index) => index !== column);
    const cards = clozeCards(asks);
    if (cards.length > 0) return cards.map(({ question, answer }) => [question, answer, ...others]);
    return [[asks, others[back] ?? '', ...others.map((cell, index) => (index === back ? '' : cell))]];
  });
  return tableOf(['Question', 'Answer', ...names.map((name) => (name === 'Back' ? 'Extra' : name))], rows);
}
