import { type OfficeParts, partText } from './office-parts';

/**
 * Word keeps the numbers of numbered paragraphs ("1.", "A.", "第3题") out of the text: they are worked out from
 * word/numbering.xml, and what carries questions and options would be lost without them. ECMA-376 part 1, 17.9.
 */
interface Level {
  format: string;
  /** "%1." or "(%2)": %n is the current number of level n, counted from 1. */
  text: string;
  start: number;
  /** Every number of it in figures, whatever the level above counts in: 一、 but 1.1. */
  isLegal: boolean;
  /** Whether a space stands between the number and the words. */
  hasSpace: boolean;
}

interface Numbering {
  /** By numId, then by level. */
  lists: Map<string, { abstractId: string; levels: Map<number, Level>; restarts: Set<number> }>;
  /** Of paragraph styles that carry a list. */
  styles: Map<string, { numId: string; level: number }>;
}

const value = (xml: string, tag: string): string | undefined =>
  new RegExp(`<w:${tag}\\b[^>]*?\\bw:val="([^"]*)"`, 'u').exec(xml)?.[1];

const elements = (xml: string, tag: string): string[] =>
  xml.match(new RegExp(`<w:${tag}\\b(?:[^>]*[^/])?>[\\s\\S]*?</w:${tag}>`, 'gu')) ?? [];

const attribute = (xml: string, name: string): string =>
  new RegExp(`^<[^>]*?\\bw:${name}="([^"]*)"`, 'u').exec(xml)?.[1] ?? '';

function readLevels(xml: string): Map<number, Level> {
  return new Map(
    elements(xml, 'lvl').map((level) => [
      Number(attribute(level, 'ilvl')),
      {
        format: value(level, 'numFmt') ?? 'decimal',
        text: decodeXml(value(level, 'lvlText') ?? ''),
        start: Number(value(level, 'start') ?? 1),
        isLegal: /<w:isLgl\b(?![^>]*"(?:0|false)")/u.test(level),
        hasSpace: value(level, 'suff') !== 'nothing',
      },
    ]),
  );
}

function readNumbering(parts: OfficeParts): Numbering {
  const xml = partText(parts, 'word/numbering.xml');
  const abstract = new Map(
    elements(xml, 'abstractNum').map((each) => [attribute(each, 'abstractNumId'), readLevels(each)]),
  );
  const lists: Numbering['lists'] = new Map();
  for (const num of elements(xml, 'num')) {
    const abstractId = value(num, 'abstractNumId') ?? '';
    const levels = new Map(abstract.get(abstractId) ?? []);
    const restarts = new Set<number>();
    for (const override of elements(num, 'lvlOverride')) {
      const index = Number(attribute(override, 'ilvl'));
      const changed = readLevels(override).get(index) ?? levels.get(index);
      const start = value(override, 'startOverride');
      if (changed) levels.set(index, start === undefined ? changed : { ...changed, start: Number(start) });
      if (start !== undefined) restarts.add(index);
    }
    lists.set(attribute(num, 'numId'), { abstractId, levels, restarts });
  }
  return { lists, styles: readStyles(partText(parts, 'word/styles.xml')) };
}

function readStyles(xml: string): Numbering['styles'] {
  const styles: Numbering['styles'] = new Map();
  for (const style of elements(xml, 'style')) {
    const list = listOf(style);
    if (list) styles.set(attribute(style, 'styleId'), list);
  }
  return styles;
}

function listOf(xml: string): { numId: string; level: number } | null {
  const properties = elements(xml, 'numPr')[0];
  const numId = properties && value(properties, 'numId');
  return numId ? { numId, level: Number(value(properties, 'ilvl') ?? 0) } : null;
}

/** Says that a paragraph is in no list, whatever its style says; without the level the style's list would count. */
const NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

/** word/document.xml with the numbers of its numbered paragraphs as text; bullets stay lists. */
export function writeNumbers(documentXml: string, parts: OfficeParts): string {
  const numbering = readNumbering(parts);
  if (numbering.lists.size === 0) return documentXml;
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return documentXml.replace(
    /<w:pPr>(?:(?!<w:p[ >])[\s\S])*?<\/w:pPr>(?!\s*<\/w:pPrChange>)/gu,
    (properties) => {
      const plain = properties.replace(/<w:pPrChange\b[\s\S]*?<\/w:pPrChange>/gu, '');
      const list = listOf(plain) ?? numbering.styles.get(value(plain, 'pStyle') ?? '');
      const found = list && numbering.lists.get(list.numId);
      const level = list && found?.levels.get(list.level);
      if (!list || !found || !level || isSign(level) || list.numId === '0') return properties;
      const counts = counters.get(found.abstractId) ?? [];
      counters.set(found.abstractId, counts);
      const place = `${list.numId}/${list.level}`;
      const isRestarted = found.restarts.has(list.level) && !begun.has(place);
      begun.add(place);
      count(counts, list.level, found.levels, isRestarted);
      const label = labelOf(level, counts, found.levels);
      const withoutList = plain
        .replace(/<w:numPr>[\s\S]*?<\/w:numPr>/gu, '')
        .replace(/<\/w:pPr>$/u, `${NO_LIST}</w:pPr>`);
      if (label === '') return withoutList;
      const words = encodeXml(label) + (level.hasSpace ? ' ' : '');
      return `${withoutList}<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    },
  );
}

/** A bullet that shows; a blank one only sets a paragraph in, as what goes on in the item above. */
function isSign({ format, text }: Level): boolean {
  return format === 'bullet' && text.trim() !== '';
}

function count(counts: number[], level: number, levels: Map<number, Level>, isRestarted: boolean): void {
  const start = levels.get(level)?.start ?? 1;
  const before = isRestarted ? undefined : counts[level];
  counts.length = level;
  for (let above = 0; above < level; above++) counts[above] ??= levels.get(above)?.start ?? 1;
  counts[level] = before === undefined ? start : before + 1;
}

function labelOf(level: Level, counts: readonly number[], levels: Map<number, Level>): string {
  if (level.format === 'none' || level.format === 'bullet') return '';
  return level.text
    .replace(/%(\d)/gu, (_all, digit: string) => {
      const index = Number(digit) - 1;
      return inFormat(
        counts[index] ?? 1,
        level.isLegal ? 'decimal' : (levels.get(index)?.format ?? 'decimal'),
      );
    })
    .trim();
}

function inFormat(number: number, format: string): string {
  if (/^upperLetter$/u.test(format)) return letters(number);
  if (/^lowerLetter$/u.test(format)) return letters(number).toLowerCase();
  if (/roman$/iu.test(format)) return format === 'lowerRoman' ? roman(number).toLowerCase() : roman(number);
  if (/^(?:chinese|ideograph|japaneseCounting|taiwaneseCounting)/u.test(format)) return chinese(number);
  if (/^decimalEnclosed/u.test(format) && number <= 20) return String.fromCodePoint(0x245f + number);
  return format === 'decimalZero' && number < 10 ? `0${number}` : String(number);
}

function letters(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26));
  return letter.repeat(Math.min(20, Math.floor((number - 1) / 26) + 1));
}

function roman(number: number): string {
  const values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
  const signs = 'M CM D CD C XC L XL X IX V IV I'.split(' ');
  let rest = Math.min(number, 3999);
  return values
    .map((each, index) => {
      const times = Math.floor(rest / each);
      rest -= times * each;
      return (signs[index] ?? '').repeat(times);
    })
    .join('');
}

/** 1 to 99; a larger number stays in digits. */
function chinese(number: number): string {
  const digits = '零一二三四五六七八九';
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

function decodeXml(text: string): string {
  return text
    .replace(/&#x([\da-f]{1,6});/giu, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
}

function encodeXml(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}
