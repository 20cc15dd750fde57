import Sqlite from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';

/** Real files for tests, made of the least that their formats ask for. */
type Parts = Record<string, string | Uint8Array>;

export function zip(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).map(([path, part]) => [
    path,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(entries));
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function relations(targets: Record<string, string>): string {
  const all = Object.entries(targets).map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${all.join('')}</Relationships>`;
}

function contentTypes(overrides: Record<string, string>): string {
  const all = Object.entries(overrides).map(
    ([part, type]) =>
      `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${all.join('')}</Types>`;
}

interface Paragraph {
  style?: string;
  /** numId of a list. */
  list?: number;
  isBold?: boolean;
}

export function paragraph(text: string, { style, list, isBold }: Paragraph = {}): string {
  const properties =
    (style ? `<w:pStyle w:val="${style}"/>` : '') +
    (list ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>` : '');
  const run = `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${run}</w:p>`;
}

export function wordTable(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    `<w:tc>${text
      .split('\n')
      .map((line) => paragraph(line))
      .join('')}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
}

/** List 1 counts "1.", list 2 "A.", list 3 "第1题", list 4 has bullets; the style n carries list 1 by itself. */
const NUMBERING = ['decimal|%1.', 'upperLetter|%1.', 'decimal|第%1题', 'bullet|•'];

export function docx(body: string, more: Parts = {}): Uint8Array {
  const lists = NUMBERING.map((each, index) => {
    const [format, text] = each.split('|');
    return `<w:abstractNum w:abstractNumId="${index}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${index === 0 ? '<w:pStyle w:val="n"/>' : ''}<w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`;
  });
  const numbers = NUMBERING.map(
    (_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`,
  );
  const style = (id: string, name: string, properties = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
  const listed = style('n', 'List Number', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
  return zip({
    '[Content_Types].xml': contentTypes({ '/word/document.xml': 'wordprocessingml.document.main' }),
    '_rels/.rels': relations({ officeDocument: 'word/document.xml' }),
    'word/_rels/document.xml.rels': relations({ numbering: 'numbering.xml', styles: 'styles.xml' }),
    'word/document.xml': `<w:document ${WORD} xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `<w:numbering ${WORD}>${lists.join('')}${numbers.join('')}</w:numbering>`,
    'word/styles.xml': `<w:styles ${WORD}>${style('1', 'heading 1')}${style('2', 'heading 2')}${style('c', 'Source Code')}${style('t', 'toc 1')}${listed}</w:styles>`,
    ...more,
  });
}

/** Sheets by name. */
const ODF = ['office', 'table', 'text']
  .map((part) => `xmlns:${part}="urn:oasis:names:tc:opendocument:xmlns:${part}:1.0"`)
  .join(' ');

/** A cell of an OpenDocument sheet; `more` goes into its tag. */
export function odsCell(text: string, more = ''): string {
  const paragraphs = text.split('\n').map((line) => `<text:p>${line}</text:p>`);
  return text === ''
    ? `<table:table-cell${more}/>`
    : `<table:table-cell office:value-type="string"${more}>${paragraphs.join('')}</table:table-cell>`;
}

/** An OpenDocument spreadsheet of sheets whose rows are given as XML. */
export function odsOf(sheets: Record<string, string>, more: Parts = {}): Uint8Array {
  const tables = Object.entries(sheets).map(
    ([name, rows]) => `<table:table table:name="${name}"><table:table-column/>${rows}</table:table>`,
  );
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ODF}><office:body><office:spreadsheet>${tables.join('')}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  });
}

export function ods(sheets: Record<string, readonly (readonly string[])[]>, more: Parts = {}): Uint8Array {
  const row = (cells: readonly string[]) =>
    `<table:table-row>${cells.map((cell) => odsCell(cell)).join('')}<table:table-cell table:number-columns-repeated="16380"/></table:table-row>`;
  const filling =
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row>';
  const xml = Object.entries(sheets).map(([name, rows]) => [name, rows.map(row).join('') + filling]);
  return odsOf(Object.fromEntries(xml), more);
}

export function xlsx(sheets: Record<string, readonly (readonly string[])[]>, more: Parts = {}): Uint8Array {
  const names = Object.keys(sheets);
  const parts: Parts = {
    '_rels/.rels': relations({ officeDocument: 'xl/workbook.xml' }),
    'xl/workbook.xml': `<workbook ${SHEET} xmlns:r="${OFFICE}"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${RELATIONS}">${names.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}</Relationships>`,
  };
  const overrides: Record<string, string> = { '/xl/workbook.xml': 'spreadsheetml.sheet.main' };
  for (const [index, rows] of Object.values(sheets).entries()) {
    const cells = rows.map((row, line) => {
      const inLine = row.map((text, column) =>
        text === ''
          ? ''
          : `<c r="${String.fromCharCode(65 + column)}${line + 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`,
      );
      return `<row r="${line + 1}">${inLine.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `<worksheet ${SHEET}><sheetData>${cells.join('')}</sheetData></worksheet>`;
    overrides[`/xl/worksheets/sheet${index + 1}.xml`] = 'spreadsheetml.worksheet';
  }
  return zip({ '[Content_Types].xml': contentTypes(overrides), ...parts, ...more });
}

interface AnkiNote {
  type: number;
  fields: string[];
  tags?: string;
}

/** A collection of schema 11 with the note types 1 (front and back) and 2 (gaps), its cards in the deck 训练::优化器. */
export function ankiCollection(notes: readonly AnkiNote[], schema = ''): Uint8Array {
  const database = new Sqlite(':memory:');
  database.exec(
    `CREATE TABLE col (id integer primary key, models text, decks text);
     CREATE TABLE cards (id integer primary key, nid integer, did integer);
     ${schema || 'CREATE TABLE notes (id integer primary key, mid integer, tags text, flds text);'}`,
  );
  const field = (name: string) => ({ name });
  const models = {
    1: { name: 'Basic', type: 0, flds: [field('Front'), field('Back')] },
    2: { name: 'Cloze', type: 1, flds: [field('Text'), field('Extra')] },
  };
  database
    .prepare('INSERT INTO col VALUES (1, ?, ?)')
    .run(JSON.stringify(models), JSON.stringify({ 10: { name: '训练::优化器' } }));
  for (const [index, { type, fields, tags = '' }] of notes.entries()) {
    database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?)').run(index + 1, type, tags, fields.join('\x1f'));
    database.prepare('INSERT INTO cards VALUES (?, ?, 10)').run(index + 1, index + 1);
  }
  const bytes = new Uint8Array(database.serialize());
  database.close();
  return bytes;
}

/** A collection of schema 18, where note types, fields and decks have tables of their own. */
export function newAnkiCollection(notes: readonly AnkiNote[]): Uint8Array {
  const database = new Sqlite(':memory:');
  database.exec(
    `CREATE TABLE col (id integer primary key);
     CREATE TABLE notetypes (id integer primary key, name text, config blob);
     CREATE TABLE fields (ntid integer, ord integer, name text, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
     CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);
     CREATE TABLE decks (id integer primary key, name text);
     CREATE TABLE notes (id integer primary key, mid integer, tags text, flds text);
     CREATE TABLE cards (id integer primary key, nid integer, did integer);
     INSERT INTO notetypes VALUES (1, 'Basic', x'0800'), (2, 'Cloze', x'0801');
     INSERT INTO fields VALUES (1, 0, 'Front'), (1, 1, 'Back'), (2, 0, 'Text'), (2, 1, 'Extra');
     INSERT INTO decks VALUES (10, '训练' || char(31) || '优化器');`,
  );
  for (const [index, { type, fields, tags = '' }] of notes.entries()) {
    database.prepare('INSERT INTO notes VALUES (?, ?, ?, ?)').run(index + 1, type, tags, fields.join('\x1f'));
    database.prepare('INSERT INTO cards VALUES (?, ?, 10)').run(index + 1, index + 1);
  }
  // As Anki defines them: an order of sorting that no other program has.
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  database.exec("UPDATE sqlite_schema SET sql = replace(sql, 'name text', 'name text COLLATE unicase')");
  const bytes = new Uint8Array(database.serialize());
  database.close();
  return bytes;
}

/** One frame of Zstandard with the bytes as they are (RFC 8878, 3.1.1.2: raw blocks). */
export function zstandard(bytes: Uint8Array): Uint8Array {
  const LARGEST_BLOCK = 100_000;
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  const blocks = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0xa0]), size];
  for (let at = 0; at < bytes.length; at += LARGEST_BLOCK) {
    const part = bytes.subarray(at, at + LARGEST_BLOCK);
    const isLast = at + LARGEST_BLOCK >= bytes.length;
    const header = (part.length << 3) | (isLast ? 1 : 0);
    blocks.push(Buffer.from([header & 0xff, (header >> 8) & 0xff, (header >> 16) & 0xff]), Buffer.from(part));
  }
  return new Uint8Array(Buffer.concat(blocks));
}

const PDF_FONTS = {
  text: '/Type1/BaseFont/Helvetica',
  mono: '/Type1/BaseFont/Courier',
  bold: '/Type1/BaseFont/Helvetica-Bold',
};
/** Chinese as files without embedded fonts have it: the name of an encoding, and no table for it. */
const CHINESE_ENCODINGS = { unicode: 'UniGB-UCS2-H', gbk: 'GBK-EUC-H' };
type PdfFont = keyof typeof PDF_FONTS | keyof typeof CHINESE_ENCODINGS;

/** Lines of one page: left edge, height above the bottom, font size, text; Latin unless the font is Chinese, then as its codes in hex. */
export type PdfText = readonly [x: number, y: number, size: number, text: string, font?: PdfFont];

export function pdf(pages: readonly (readonly PdfText[])[], { trailer = '' } = {}): Uint8Array {
  const objects: string[] = [];
  const add = (object: string): number => objects.push(object);
  const catalog = add('');
  const tree = add('');
  const names = [...Object.keys(PDF_FONTS), ...Object.keys(CHINESE_ENCODINGS)];
  const fonts = Object.values(PDF_FONTS).map((font) => add(`<</Type/Font/Subtype${font}>>`));
  const song = add(
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 0>>>>',
  );
  for (const encoding of Object.values(CHINESE_ENCODINGS))
    fonts.push(
      add(
        `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[${song} 0 R]>>`,
      ),
    );
  const kids = pages.map((lines) => {
    const stream = lines
      .map(([x, y, size, text, font = 'text']) => {
        const letters = font in PDF_FONTS ? `(${text.replace(/[()\\]/gu, '\\$&')})` : `<${text}>`;
        return `BT /F${names.indexOf(font)} ${size} Tf ${x} ${y} Td ${letters} Tj ET`;
      })
      .join('\n');
    const content = add(`<</Length ${stream.length}>>stream\n${stream}\nendstream`);
    const resources = `<</Font<<${fonts.map((font, index) => `/F${index} ${font} 0 R`).join('')}>>>>`;
    return add(
      `<</Type/Page/Parent ${tree} 0 R/MediaBox[0 0 595 842]/Contents ${content} 0 R/Resources${resources}>>`,
    );
  });
  objects[catalog - 1] = `<</Type/Catalog/Pages ${tree} 0 R>>`;
  objects[tree - 1] =
    `<</Type/Pages/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]/Count ${kids.length}>>`;
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  text += `trailer<</Size ${objects.length + 1}/Root ${catalog} 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
