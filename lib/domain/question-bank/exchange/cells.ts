import { type BankEntry, sameValue } from './entry';
import { type Codec, keyPointItem, linesCodec, optionItem, type Report, textCodec, textItem } from './items';

type Value = NonNullable<BankEntry[keyof BankEntry]>;

function codec<Field extends Value>(found: Codec<Field>): Codec<Value> {
  // As for the parts of our Markdown: each field was checked against its own codec here.
  return found as unknown as Codec<Value>;
}

const numberCodec: Codec<number> = { write: String, read: Number };

const CODECS: Record<keyof BankEntry, Codec<Value>> = {
  kind: codec(textCodec),
  stem: codec(textCodec),
  context: codec(textCodec),
  options: codec(linesCodec(optionItem)),
  correct: codec(textCodec),
  answer: codec(textCodec),
  explanation: codec(textCodec),
  difficulty: codec(numberCodec),
  topics: codec(linesCodec(textItem)),
  tags: codec(linesCodec(textItem)),
  keyPoints: codec(linesCodec(keyPointItem)),
  mistakes: codec(linesCodec(textItem)),
  modelWritten: codec(linesCodec(textItem)),
};

/**
 * Spreadsheets run a cell that begins so as a formula. Such cells get an apostrophe in front, as recommended by OWASP
 * ("CSV Injection"), and lose it when read under our own header; a cell that has one already gets another.
 */
const FORMULA = /^'*[=+\-@\t\r]/u;

function guard(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** What an empty cell says of the fields that every question has; of the others it says nothing. */
const EMPTY: Partial<Record<keyof BankEntry, unknown>> = { stem: '', answer: '', topics: [] };

/** A field as a cell: text, or one item a line, where that reads back to the letter; JSON where it does not. */
export function writeCell(field: keyof BankEntry, value: Value | undefined): string {
  if (value === undefined) return '';
  const text = guard(CODECS[field].write(value));
  const isExact = sameValue(
    readCell(field, text.replace(/\r\n?/gu, '\n'), () => undefined),
    value,
  );
  return isExact ? text : JSON.stringify(value);
}

/** What a cell says of a field; undefined when it is empty. */
export function readCell(field: keyof BankEntry, cell: string, report: Report): unknown {
  const text = unguard(cell);
  return text === '' ? EMPTY[field] : (readJson(text) ?? CODECS[field].read(text, report));
}

/** JSON of a text or a list, the two that `writeCell` falls back to; undefined for everything else. */
function readJson(text: string): unknown {
  if (!/^(?:"[\s\S]*"|\[[\s\S]*\])$/u.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // Text that only looks like it.
    return undefined;
  }
}
