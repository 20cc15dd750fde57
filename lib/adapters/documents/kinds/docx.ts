import type { ReadingIssue } from '../../../domain/question-bank';
import type { ArchiveEntry } from './archive';
import { writeNumbers } from './docx-numbers';
import { htmlIssues, htmlToMarkdown } from './html';
import { packParts, partText, readOfficeParts } from './office-parts';
import { conversionIssue, damaged } from './refusals';

/** Styles that Chinese and foreign templates name in words of their own; code by what code styles are called. */
const STYLE_MAP = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...['Code', 'Source Code', 'HTML Preformatted', 'Preformatted Text', '代码'].map(
    (name) => `p[style-name='${name}'] => pre:separator('\n')`,
  ),
  ...['Code', 'HTML Code', 'Source Text', 'Verbatim Char', '代码'].map(
    (name) => `r[style-name='${name}'] => code`,
  ),
  "p[style-name='Quote'] => blockquote > p:fresh",
];

const MATH = /<m:oMath(?:Para)?\b[\s\S]*?<\/m:oMath(?:Para)?>/gu;

/**
 * A Word document as Markdown: headings, lists with their numbers, tables, bold and code.
 * Throws AppError invalid: document-damaged, document-unsafe and those of an archive.
 */
export async function docxToMarkdown(
  entries: readonly ArchiveEntry[],
  name: string,
): Promise<{ text: string; issues: ReadingIssue[] }> {
  const parts = await readOfficeParts(entries, name, (path) => !path.startsWith('xl/'));
  const body = partText(parts, 'word/document.xml');
  const formulas = body.match(MATH)?.length ?? 0;
  const prepared = writeNumbers(body.replace(MATH, formulaText), parts);
  parts.set('word/document.xml', new TextEncoder().encode(prepared));
  const { text, losses } = htmlToMarkdown(await toHtml(packParts(parts), name));
  const hasMacros = entries.some(({ path }) => /vbaProject\.bin$/iu.test(path));
  return {
    text,
    issues: [
      ...htmlIssues(losses),
      ...(formulas > 0
        ? [
            conversionIssue(
              'formulas-flattened',
              `${formulas} formulas are kept as a line of characters only.`,
              'warning',
            ),
          ]
        : []),
      ...(hasMacros ? [conversionIssue('macros-ignored', 'Its macros are ignored.')] : []),
    ],
  };
}

async function toHtml(bytes: Uint8Array, name: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        styleMap: STYLE_MAP,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        // The part with the picture is not unpacked; an empty address counts it among those left out.
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    );
    return value;
  } catch (error) {
    throw damaged(name, 'Word document', error);
  }
}

/** A formula's characters in their order; its layout has no place in a line. */
function formulaText(math: string): string {
  const text = [...math.matchAll(/<m:t\b[^>]*>([\s\S]*?)<\/m:t>/gu)].map((found) => found[1]).join('');
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}
