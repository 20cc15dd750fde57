import { z } from 'zod';
import { type BankEntry, entrySchema, sameValue } from './entry';
import { type Codec, keyPointItem, listCodec, optionItem, textCodec, textItem } from './items';
import { escapeMarkers, unescapeMarkers, writeMarker } from './marker';

type Value = NonNullable<BankEntry[keyof BankEntry]>;

/** A field of an entry that stands as a part of its own in our Markdown. */
interface Part<Field extends keyof BankEntry = keyof BankEntry> {
  name: string;
  field: Field;
  /** What people see before it; '' for what needs no name. */
  label: string;
  /** On the label's own line where it fits. */
  isInline?: boolean;
  codec: Codec<NonNullable<BankEntry[Field]>>;
}

function part<Field extends keyof BankEntry>(found: Part<Field>): Part {
  // The table is read with fields as found in it; each row was checked against its own field here.
  return found as unknown as Part;
}

/** In the order in which they are printed. */
export const PARTS: readonly Part[] = [
  part({ name: 'stem', field: 'stem', label: '', codec: textCodec }),
  part({ name: 'context', field: 'context', label: '', codec: textCodec }),
  part({ name: 'options', field: 'options', label: '', codec: listCodec(optionItem) }),
  part({ name: 'correct', field: 'correct', label: '**正确答案：**', isInline: true, codec: textCodec }),
  part({ name: 'answer', field: 'answer', label: '**答案：**', codec: textCodec }),
  part({ name: 'explanation', field: 'explanation', label: '**解析：**', codec: textCodec }),
  part({ name: 'key-points', field: 'keyPoints', label: '**要点：**', codec: listCodec(keyPointItem) }),
  part({ name: 'mistakes', field: 'mistakes', label: '**常见错误：**', codec: listCodec(textItem) }),
];

/** Without blank lines around and white space at the end; the first line keeps its indentation. */
function core(text: string): string {
  const start = text.length - text.trimStart().length;
  return text.slice(start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1).trimEnd();
}

function layOut({ label, isInline, codec }: Part, value: Value): string {
  const text = escapeMarkers(codec.write(value).replace(/\r\n?/gu, '\n'));
  if (label === '' || text === '') return label + text;
  return isInline && !text.includes('\n') ? `${label} ${text}` : `${label}\n\n${text}`;
}

function visibleText({ label }: Part, body: string): string {
  const text = core(body);
  if (label === '' || !text.startsWith(label)) return unescapeMarkers(text);
  const rest = text.slice(label.length);
  const firstLine = rest.split('\n', 1)[0] ?? '';
  return unescapeMarkers(firstLine.trim() === '' ? core(rest) : rest.trimStart());
}

const silent = () => undefined;

/**
 * A part as it stands in the document, and, where what stands there does not say the value to the letter (blank lines
 * around it, carriage returns, an item that is more than one), the value itself in the marker.
 */
export function printPart(found: Part, value: Value): string {
  const body = layOut(found, value);
  const isExact = sameValue(found.codec.read(visibleText(found, body), silent), value);
  const marker = writeMarker(found.name, isExact ? {} : { exact: value });
  return body === '' ? marker : `${marker}\n\n${body}`;
}

/** Reads a part back. An exact value counts as long as what stands below still shows it; a person's edit goes before it. */
export function readPart(
  found: Part,
  attributes: unknown,
  body: string,
  report: (code: string, message: string) => void,
): Value {
  const visible = visibleText(found, body);
  const exact = exactValue(found, attributes);
  if (exact === 'bad') {
    const message = `The marker of “${found.name}” has attributes that make no sense; they were left out.`;
    report('bad-attribute', message);
  } else if (exact !== 'none') {
    if (visibleText(found, layOut(found, exact.value)) === visible) return exact.value;
    const message = `The text of “${found.name}” was edited; the exact value in its marker was not used.`;
    report('exact-outdated', message);
  }
  return found.codec.read(visible, (message) => report('odd-item', message));
}

/** `attributes`: JSON of the marker; undefined when it had none, or none that could be read. */
function exactValue({ field }: Part, attributes: unknown): { value: Value } | 'none' | 'bad' {
  if (attributes === undefined) return 'none';
  const given = z.strictObject({ exact: z.unknown() }).safeParse(attributes);
  const checked = entrySchema.shape[field].safeParse(given.data?.exact);
  return checked.success && checked.data !== undefined ? { value: checked.data } : 'bad';
}
