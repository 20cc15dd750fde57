/**
 * PDF may name the encoding of Chinese, Japanese and Korean text and carry no table for it, as files without embedded fonts do.
 * The tables are Adobe's (ISO 32000-1, 9.7.5.2) and weigh megabytes. What they come to can be said shorter: codes of the Uni…
 * encodings are Unicode, those of the others a character set that every platform decodes. A character is given a number of
 * its own above all of Adobe's, so that a font that uses Adobe's numbers gets no letters rather than wrong ones.
 */
const CHARSETS: readonly [RegExp, string][] = [
  [/^(?:GBK|GBKp|GBK2K|GBpc|GB)-/u, 'gb18030'],
  [/^(?:B5pc|ETen-B5|ETenms-B5|HKscs-B5)-/u, 'big5'],
  [/^(?:83pv|90ms|90msp|90pv|Add|Ext)-RKSJ-/u, 'shift_jis'],
  [/^(?:KSC|KSCms-UHC|KSCms-UHC-HW|KSCpc)-/u, 'euc-kr'],
];
const UNICODE = /^Uni\w+-(?:UCS2|UTF16)-/u;
const TO_UNICODE = /^Adobe-(?:GB1|CNS1|Japan1|Korea1)-UCS2$/u;

/** Ranges of Unicode, and the number of the first letter in each: all above the last of Adobe's collections (GB1: 30571). */
const LETTERS: readonly { from: number; to: number; number: number }[] = [
  { from: 0x4e00, to: 0x9fff, number: 30_600 },
  { from: 0x0000, to: 0x33ff, number: 51_600 },
  { from: 0xff00, to: 0xffef, number: 64_920 },
];
/** Hangul, which needs the room that Chinese leaves in a Korean font (Korea1 ends at 18351). */
const HANGUL = { from: 0xac00, to: 0xd7a3, number: 19_400 };
const ALL = [...LETTERS, HANGUL];

/** What the PDF library asks for tables: one class, made anew for each document. */
export function characterMaps() {
  return class CharacterMaps {
    async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const map = kind === 'cMapUrl' ? mapOf(filename) : null;
      if (map === null) throw new Error(`There is no ${filename}.`);
      return new TextEncoder().encode(map);
    }
  };
}

function mapOf(name: string): string | null {
  if (TO_UNICODE.test(name)) return toUnicode();
  if (UNICODE.test(name)) return cidMap(ALL, name);
  const charset = CHARSETS.find(([pattern]) => pattern.test(name))?.[1];
  return charset === undefined ? null : charsetMap(charset, name);
}

interface Range {
  from: number;
  to: number;
  number: number;
}

const hex = (code: number, bytes: number): string => `<${code.toString(16).padStart(bytes * 2, '0')}>`;

function cidMap(ranges: readonly Range[], name: string, single: readonly Range[] = []): string {
  const isKana = single.some(({ from }) => from > 0x80);
  const narrow = isKana ? ['<00> <80>', '<a0> <df>'] : ['<00> <80>'];
  const space = single.length > 0 ? [...narrow, '<8140> <fefe>'] : ['<0000> <ffff>'];
  return [
    '/CIDInit /ProcSet findresource begin begincmap',
    `/CMapName /${name} def /WMode ${name.endsWith('-V') ? 1 : 0} def`,
    `${space.length} begincodespacerange ${space.join(' ')} endcodespacerange`,
    ...single.map(({ from, to, number }) => cidRange(hex(from, 1), hex(to, 1), number)),
    ...ranges.map(({ from, to, number }) => cidRange(hex(from, 2), hex(to, 2), number)),
    'endcmap',
  ].join('\n');
}

function cidRange(from: string, to: string, number: number): string {
  return `1 begincidrange ${from} ${to} ${number} endcidrange`;
}

function toUnicode(): string {
  return [
    '/CIDInit /ProcSet findresource begin begincmap',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...ALL.map(
      ({ from, to, number }) =>
        `1 beginbfrange ${hex(number, 2)} ${hex(number + to - from, 2)} ${hex(from, 2)} endbfrange`,
    ),
    'endcmap',
  ].join('\n');
}

/** Every code of one or two bytes, decoded; neighbours in one range. */
function charsetMap(charset: string, name: string): string {
  const decoder = new TextDecoder(charset, { fatal: true });
  const numberOf = (bytes: number[]): number | null => {
    try {
      const letter = decoder.decode(Uint8Array.from(bytes));
      const code = letter.codePointAt(0) ?? 0;
      const range = ALL.find(({ from, to }) => code >= from && code <= to);
      return [...letter].length === 1 && range ? range.number + code - range.from : null;
    } catch {
      // No letter of this set: the table leaves it out.
      return null;
    }
  };
  const single = rangesOf(Array.from({ length: 0x100 }, (_, code) => [code, numberOf([code])]));
  const double: [number, number | null][] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      double.push([lead * 0x100 + trail, numberOf([lead, trail])]);
  return cidMap(rangesOf(double), name, single);
}

function rangesOf(codes: readonly (readonly [number, number | null])[]): Range[] {
  const ranges: Range[] = [];
  for (const [code, number] of codes) {
    if (number === null) continue;
    const last = ranges.at(-1);
    const goesOn =
      last &&
      code === last.to + 1 &&
      number === last.number + code - last.from &&
      code >> 8 === last.from >> 8;
    if (goesOn) last.to = code;
    else ranges.push({ from: code, to: code, number });
  }
  return ranges;
}
