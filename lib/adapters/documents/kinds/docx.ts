import type { ReadingIssue } from '../../../domain/question-bank';
import type { ArchiveEntry } from './archive';
import { markCode, TYPED_STYLE } from './docx-code';
import { texOf } from './docx-formulas';
import { writeNumbers } from './docx-numbers';
import { htmlIssues, htmlToMarkdown } from './html';
import { type OfficeParts, packParts, partText, readOfficeParts } from './office-parts';
import { conversionIssue, damaged } from './refusals';
import { withTasks } from './tasks';

const CODE_PARAGRAPHS = ['Code', 'Source Code', 'HTML Preformatted', 'Preformatted Text', '代码'];
const CODE_LETTERS = ['Code', 'HTML Code', 'Source Text', 'Verbatim Char', '代码'];
const NAMED_AS_CODE: ReadonlySet<string> = new Set([...CODE_PARAGRAPHS, ...CODE_LETTERS]);
const QUOTES = ['Quote', 'Intense Quote', 'Block Text', 'Quotations', '引用', '明显引用'];
/** A table of contents repeats the headings. */
const CONTENTS = [
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((level) => [`toc ${level}`, `目录 ${level}`, `Contents ${level}`]),
  ...['TOC Heading', 'TOC 标题', 'Contents Heading', 'toa heading'],
];

/** Styles that Chinese and foreign templates name in words of their own; code by what code styles are called. */
const STYLE_MAP = [
  ...[1, 2, 3, 4, 5, 6].map((level) => `p[style-name='标题 ${level}'] => h${level}:fresh`),
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  ...CODE_PARAGRAPHS.map((name) => `p[style-name='${name}'] => pre:separator('\n')`),
  ...CODE_LETTERS.map((name) => `r[style-name='${name}'] => code`),
  `r[style-name='${TYPED_STYLE}'] => span.viva-typed`,
  ...QUOTES.map((name) => `p[style-name='${name}'] => blockquote > p:fresh`),
  ...CONTENTS.map((name) => `p[style-name='${name}'] => !`),
];

const MATH = /<m:(oMathPara|oMath)\b[\s\S]*?<\/m:\1>/gu;
const ALTERNATIVES =
  /<mc:AlternateContent\b[^>]*>((?:(?!<\/?mc:AlternateContent\b)[\s\S])*?)<\/mc:AlternateContent>/gu;
const TEXT_BOX = /<w:txbxContent\b[\s\S]*?<\/w:txbxContent>/u;

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
  const { xml, flattened } = writeFormulas(body);
  const prepared = writeNumbers(xml.replace(ALTERNATIVES, withTextBox), parts);
  parts.set('word/document.xml', new TextEncoder().encode(prepared));
  const { text, losses } = htmlToMarkdown(await toHtml(parts, name));
  const hasMacros = entries.some(({ path }) => /vbaProject\.bin$/iu.test(path));
  return {
    text: withTasks(text),
    issues: [
      ...htmlIssues(losses),
      ...(flattened > 0
        ? [
            conversionIssue(
              'formulas-flattened',
              `${flattened} formulas are kept as a line of characters only.`,
              'warning',
            ),
          ]
        : []),
      ...(hasMacros ? [conversionIssue('macros-ignored', 'Its macros are ignored.')] : []),
    ],
  };
}

async function toHtml(parts: OfficeParts, name: string): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(packParts(parts)) },
      {
        transformDocument: (document) => markCode(document, parts, NAMED_AS_CODE),
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

/** Formulas as TeX, which a line of text can hold; `flattened` counts those of which only the letters could be kept. */
function writeFormulas(body: string): { xml: string; flattened: number } {
  let flattened = 0;
  const xml = body.replace(MATH, (math, kind: string) => {
    const { tex, isWhole } = texOf(math);
    if (!isWhole) flattened += 1;
    const letters = tex.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
    const mark = !isWhole || tex === '' ? '' : kind === 'oMathPara' ? '$$' : '$';
    return `<w:r><w:t xml:space="preserve">${mark}${letters}${mark}</w:t></w:r>`;
  });
  return { xml, flattened };
}

/** A text box as the library looks for it, which it does among what is there for old programs only. */
function withTextBox(alternatives: string, inner: string): string {
  const [choice = '', fallback = ''] = inner.split(/(?=<mc:Fallback\b)/u);
  const box = TEXT_BOX.exec(choice)?.[0];
  if (box === undefined || TEXT_BOX.test(fallback)) return alternatives;
  return `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${box}</v:textbox></w:pict>`;
}
