import { extensionOf, parseBank, printMarkdownBank, type ReadingIssue } from '../../../domain/question-bank';
import { decodeDocument } from '../decode';
import { isAnkiText, readAnkiText } from './anki-text';
import type { Conversion, DecodedText } from './conversion';
import { isTabbed, readDelimited } from './delimited';
import { htmlIssues, htmlToMarkdown } from './html';
import { brokenJson, jsonConversion, readJson } from './json';
import { refusal } from './refusals';

const HTML_START =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/iu;
const HTML_NAMES = new Set(['.html', '.htm', '.xhtml']);
const TABLE_NAMES = new Set(['.csv', '.tsv', '.tab']);
const JSON_NAMES = new Set(['.json', '.jsonl', '.ndjson']);
/** In files of these names a bar or a comma is just that. */
const PROSE_NAMES = new Set(['.md', '.markdown', '.mdx']);

/**
 * A file of text as what it is: the content decides, and the name where the content could be either.
 * Throws AppError invalid: those of `decodeDocument`, document-damaged.
 */
export async function convertText(bytes: Uint8Array, name: string, maxBytes: number): Promise<Conversion> {
  const decoded: DecodedText = { name, ...decodeDocument(bytes, name, maxBytes) };
  const { text, encoding } = decoded;
  const own = ownExport(decoded);
  if (own !== null) return own;
  const extension = extensionOf(name);
  if (isAnkiText(text)) return readAnkiText(decoded);
  const json = readJson(text);
  if (json !== null) return jsonConversion(json, decoded);
  if (JSON_NAMES.has(extension) && /^\s*[[{]/u.test(text)) throw brokenJson(decoded);
  if (isHtml(text, extension)) return { name, fileKind: 'html', encoding, ...fromHtml(decoded) };
  const isTable = TABLE_NAMES.has(extension);
  const table = isTable || mayBeTable(text, extension) ? readDelimited(decoded, { isSure: isTable }) : null;
  return table ?? { name, fileKind: 'text', encoding, text, issues: [] };
}

/** A bank that Viva exported, in any of its formats, as its Markdown; null when it is none. */
function ownExport({ name, text, encoding }: DecodedText): Conversion | null {
  const own = parseBank(text);
  if (own === null) return null;
  const kind = { name, fileKind: 'viva', encoding } as const;
  // Markdown says its issues itself whenever it is read; those of the other formats would be lost.
  if (own.format === 'markdown') return { ...kind, text, issues: [] };
  const markdown = printMarkdownBank(own.entries, own.title === undefined ? {} : { title: own.title });
  return { ...kind, text: markdown, issues: own.issues.map((issue) => ({ ...issue, line: 1 })) };
}

function isHtml(text: string, extension: string): boolean {
  return HTML_START.test(text) || (HTML_NAMES.has(extension) && /<[a-z][^>]*>/iu.test(text));
}

function fromHtml({ text, name }: DecodedText): { text: string; issues: ReadingIssue[] } {
  const { text: markdown, losses } = htmlToMarkdown(text);
  if (markdown.trim() === '') throw refusal('document-empty', name, `${name} holds markup and no text.`);
  return { text: markdown, issues: htmlIssues(losses) };
}

/** As when cells are copied out of a sheet, or saved as its text: a tab in every line, or in every row of quoted cells. */
function mayBeTable(text: string, extension: string): boolean {
  return !PROSE_NAMES.has(extension) && isTabbed(text);
}
