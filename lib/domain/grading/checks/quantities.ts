import { fold } from '../offline/units';

/** A number with its unit, by offsets into the text it was read from. */
export interface Quantity {
  value: number;
  /** Canonical; '' for bare shares and per cent (which are shares of 1). */
  unit: string;
  start: number;
  end: number;
}

const DIGITS: Record<string, number> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** Units as they are written, with what one of them is in the canonical unit; the longer spelling first. */
const UNITS: readonly (readonly [pattern: string, unit: string, factor: number])[] = [
  ['个百分点|percent|%', '', 0.01],
  ['bits?|比特|位(?![置于数])', 'bit', 1],
  ['tb', 'byte', 1e12],
  ['gi?b|g', 'byte', 1e9],
  ['mi?b', 'byte', 1e6],
  ['ki?b', 'byte', 1e3],
  ['bytes?|字节', 'byte', 1],
  ['毫秒|milliseconds?|ms', 's', 0.001],
  ['分钟|minutes?', 's', 60],
  ['小时|hours?', 's', 3600],
  ['秒|seconds?|s', 's', 1],
  ['tokens?|词元', 'token', 1],
  ['层|layers?', 'layer', 1],
  ['轮|epochs?', 'epoch', 1],
  ['维|dimensions?', 'dimension', 1],
  ['倍|times|x', 'times', 1],
  ['个?参数(?!量)|parameters?|params?', 'parameter', 1],
];

const SCALES: Record<string, number> = {
  k: 1e3,
  千: 1e3,
  万: 1e4,
  m: 1e6,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  b: 1e9,
  十亿: 1e9,
};

const PLAIN = String.raw`\d[\d,]*(?:\.\d+)?`;
const HAN = '[零一二两三四五六七八九十百]+';
const END = '(?![a-z])';
/** In order of trust: fractions in words, powers of ten, names of number formats, numbers with units, bare shares. */
const PATTERN = new RegExp(
  [
    String.raw`(?<denominator>[百千万]|${HAN}|\d+)分之(?<numerator>${PLAIN}|${HAN})`,
    String.raw`(?<mantissa>${PLAIN})e(?<exponent>[+-]?\d+)`,
    String.raw`(?:(?<factor>${PLAIN})\s*[×x*·]\s*)?10\s*\^?\s*\{?\s*[-−]\s*(?<negative>\d+)\}?`,
    String.raw`(?<![a-z])(?:int|fp|nf|bf|float)(?<format>\d{1,2})(?!\d)`,
    String.raw`(?<![\w.])(?<number>${PLAIN}|${HAN})\s*(?<scale>千万|百万|十亿|[千万亿]|[kmb](?![a-z]))?\s?\$?\s?-?\s?个?(?<unit>(?:${UNITS.map(([pattern]) => pattern).join('|')})${END})`,
    String.raw`(?<![\w.])(?<billions>${PLAIN})\s?b${END}`,
    String.raw`(?<![\w.])(?<share>0?\.\d+)(?![\d.])`,
  ].join('|'),
  'gu',
);

/** LaTeX for ×; its other commands are blank. */
const TIMES = new Set(['\\times', '\\cdot']);

/** Every number of a text that stands with a unit, is a share, or is written as a power of ten. */
export function quantitiesIn(original: string): Quantity[] {
  const { text, from } = fold(original);
  const lower = text
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/\\[a-z]+/g, (command) => (TIMES.has(command) ? '×' : '').padEnd(command.length));
  return [...lower.matchAll(PATTERN)].flatMap(({ groups = {}, index, 0: found }) => {
    const read = readGroups(groups);
    if (!read || !Number.isFinite(read.value)) return [];
    return [{ ...read, start: from[index] ?? 0, end: from[index + found.length] ?? original.length }];
  });
}

type Groups = Record<string, string | undefined>;

function readGroups(groups: Groups): Pick<Quantity, 'value' | 'unit'> | null {
  const { denominator, numerator, mantissa, exponent, factor, negative, format, number, billions, share } =
    groups;
  if (denominator && numerator) {
    const whole = { 百: 100, 千: 1000, 万: 10_000 }[denominator] ?? numberOf(denominator);
    return { value: numberOf(numerator) / whole, unit: '' };
  }
  if (mantissa) return { value: numberOf(mantissa) * 10 ** Number(exponent), unit: '' };
  if (negative) return { value: numberOf(factor ?? '1') * 10 ** -Number(negative), unit: '' };
  if (format) return { value: Number(format), unit: 'bit' };
  if (billions) return { value: numberOf(billions) * 1e9, unit: 'parameter' };
  if (share) return { value: Number(share), unit: '' };
  return number ? withUnit(number, groups) : null;
}

function withUnit(
  number: string,
  { scale = '', unit = '' }: Groups,
): Pick<Quantity, 'value' | 'unit'> | null {
  const known = UNITS.find(([pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(unit));
  if (!known) return null;
  return { value: numberOf(number) * (SCALES[scale] ?? 1) * known[2], unit: known[1] };
}

/** A number in digits, or in Chinese numerals below a thousand ("八", "十六", "一百二十八"). */
function numberOf(text: string): number {
  if (/\d/.test(text)) return Number(text.replaceAll(',', ''));
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const power = POWERS[character];
    if (power === undefined) digit = DIGITS[character] ?? Number.NaN;
    else {
      total += (digit || 1) * power;
      digit = 0;
    }
  }
  return total + digit;
}
