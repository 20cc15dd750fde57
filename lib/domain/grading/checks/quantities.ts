import { fold } from '../offline/units';
import { numeralValue } from './numerals';

/** A number with its unit, by offsets into the text it was read from. */
export interface Quantity {
  value: number;
  /** Canonical; '' for bare shares and per cent (which are shares of 1). */
  unit: string;
  start: number;
  end: number;
}

/**
 * Units as they are written, with what one of them is in the canonical unit and where its zero lies; the longer spelling
 * first. Letters that are scales as well (k, m) are units after a space only.
 */
const UNITS: readonly (readonly [pattern: string, unit: string, factor: number, zero?: number])[] = [
  ['℃|°\\s?c|摄氏度|degrees? celsius|celsius', 'celsius', 1],
  ['°\\s?f|华氏度|degrees? fahrenheit|fahrenheit', 'celsius', 5 / 9, -160 / 9],
  ['开尔文|kelvins?|(?<=\\d\\s)k', 'celsius', 1, -273.15],
  ['km\\/s|(?:公里|千米)(?:每秒|\\/秒)|kilomet(?:er|re)s? per second', 'm/s', 1000],
  ['m\\/s|米(?:每秒|\\/秒)|met(?:er|re)s? per second', 'm/s', 1],
  ['km|公里|千米|kilomet(?:er|re)s?', 'm', 1000],
  ['cm|厘米|centimet(?:er|re)s?', 'm', 0.01],
  ['mm|毫米|millimet(?:er|re)s?', 'm', 0.001],
  ['米|met(?:er|re)s?|(?<=\\d\\s)m', 'm', 1],
  ['ghz', 'hz', 1e9],
  ['mhz', 'hz', 1e6],
  ['khz', 'hz', 1e3],
  ['hz|赫兹?', 'hz', 1],
  ['个百分点|percent|%', '', 0.01],
  ['bits?|比特|位(?![置于数])', 'bit', 1],
  ['tb', 'byte', 1e12],
  ['gi?b|g', 'byte', 1e9],
  ['mi?b', 'byte', 1e6],
  ['ki?b', 'byte', 1e3],
  ['bytes?|字节', 'byte', 1],
  ['微秒|microseconds?|[μµu]s', 's', 1e-6],
  ['纳秒|nanoseconds?|ns', 's', 1e-9],
  ['毫秒|milliseconds?|ms', 's', 0.001],
  ['分钟|minutes?|mins?', 's', 60],
  ['小时|hours?|hrs?|h', 's', 3600],
  ['天|days?', 's', 86_400],
  ['秒|seconds?|secs?|s', 's', 1],
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
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  b: 1e9,
  十亿: 1e9,
};

const PLAIN = String.raw`\d[\d,]{0,20}(?:\.\d+)?`;
const HAN = '[零一二两三四五六七八九十百]{1,8}';
/** A number whose words name a myriad: "一亿一千万". */
const HAN_BIG =
  '[一二两三四五六七八九十百][零一二两三四五六七八九十百千]{0,8}[万亿][零一二两三四五六七八九十百千万亿]{0,16}';
/** What stands for the 10 of "10⁸" once its exponent is no superscript any more. */
const TEN = '\ue010';
/** The base of a power of ten: a caret or a minus tells it from the number ten. */
const BASE = String.raw`(?:10\s*\^|${TEN}\^|10(?=\s*\{?\s*[-−]))`;
const POWER = String.raw`${BASE}\s*\{?\s*[-−+]?\s*\d+\}?`;
/** "3×10^8", "3e8", "10^8". */
const SCIENTIFIC = String.raw`(?:${PLAIN}e[-+]?\d+|(?:${PLAIN}\s*[×x*·]\s*)?${POWER})`;
const END = '(?![a-z])';
/** In order of trust: fractions in words, powers of ten, names of number formats, numbers with units, bare shares. */
const PATTERN = new RegExp(
  [
    String.raw`(?<denominator>[百千万]|${HAN}|\d+)分之(?<numerator>${PLAIN}|${HAN})`,
    String.raw`(?<![a-z])(?:int|fp|nf|bf|float)(?<format>\d{1,2})(?!\d)`,
    String.raw`(?<![\w.])(?<number>${SCIENTIFIC}|${HAN_BIG}|${PLAIN}|${HAN})\s*(?<scale>千万|百万|十亿|百亿|千亿|万亿|[千万亿]|[kmb](?![a-z]))?\s?\$?\s?-?\s?个?(?<unit>(?:${UNITS.map(([pattern]) => pattern).join('|')})${END})`,
    String.raw`(?<![\w.])(?<power>${SCIENTIFIC})`,
    String.raw`(?<![\w.])(?<billions>${PLAIN})\s?b${END}`,
    String.raw`(?<![\w.])(?<count>${PLAIN})\s*(?<countScale>千万|百万|十亿|百亿|千亿|万亿|[万亿])`,
    `(?<hanCount>${HAN_BIG})`,
    String.raw`(?<![\w.])(?<millions>${PLAIN})m${END}`,
    String.raw`(?<![\w.,])(?<long>\d{5,}|\d{1,3}(?:,\d{3})+)(?![\d.\w])`,
    String.raw`(?<![\w.])(?<share>0?\.\d+)(?![\d.])`,
  ].join('|'),
  'gu',
);

/** LaTeX for ×; its other commands are blank. */
const TIMES = new Set(['\\times', '\\cdot']);

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const SUPERSCRIPT_POWER = /(?<![\d.])10([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g;

/** "10⁸" as a caret and its exponent, in as many characters. */
function plainExponent(_: string, exponent: string): string {
  return `${TEN}^${[...exponent].map((digit) => SUPERSCRIPTS.indexOf(digit)).join('')}`;
}

/** Every number of a text that stands with a unit, is a share, or is written as a power of ten. */
export function quantitiesIn(original: string): Quantity[] {
  const { text, from } = fold(original.replace(SUPERSCRIPT_POWER, plainExponent));
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
  const { denominator, numerator, format, number, power, billions, share } = groups;
  if (denominator && numerator) {
    const whole = { 百: 100, 千: 1000, 万: 10_000 }[denominator] ?? numberOf(denominator);
    return { value: numberOf(numerator) / whole, unit: '' };
  }
  if (power) return { value: numberOf(power), unit: '' };
  if (format) return { value: Number(format), unit: 'bit' };
  if (billions) return { value: numberOf(billions) * 1e9, unit: 'parameter' };
  if (share) return { value: Number(share), unit: '' };
  return number ? withUnit(number, groups) : countOf(groups);
}

/** A large number without a unit. */
function countOf({
  count,
  countScale = '',
  hanCount,
  millions,
  long,
}: Groups): Pick<Quantity, 'value' | 'unit'> | null {
  if (count) return { value: numberOf(count) * (SCALES[countScale] ?? 1), unit: '' };
  if (millions) return { value: numberOf(millions) * 1e6, unit: '' };
  const plain = hanCount ?? long;
  return plain ? { value: numberOf(plain), unit: '' } : null;
}

function withUnit(
  number: string,
  { scale = '', unit = '' }: Groups,
): Pick<Quantity, 'value' | 'unit'> | null {
  const known = UNITS.find(([pattern]) => new RegExp(`^1 (?:${pattern})$`, 'u').test(`1 ${unit}`));
  if (!known) return null;
  return { value: numberOf(number) * (SCALES[scale] ?? 1) * known[2] + (known[3] ?? 0), unit: known[1] };
}

const SCIENTIFIC_PARTS = new RegExp(
  String.raw`^(?:(?<mantissa>${PLAIN})\s*(?:[×x*·]\s*${BASE}|e)|${BASE})\s*\{?\s*(?<sign>[-−+])?\s*(?<exponent>\d+)\}?$`,
  'u',
);

/** A number in digits, as a power of ten, or in Chinese numerals ("八", "一百二十八", "一亿一千万"). */
function numberOf(text: string): number {
  const scientific = SCIENTIFIC_PARTS.exec(text);
  if (scientific) {
    const { mantissa = '1', sign, exponent } = scientific.groups ?? {};
    return Number(mantissa.replaceAll(',', '')) * 10 ** (Number(exponent) * (sign && sign !== '+' ? -1 : 1));
  }
  if (/\d/.test(text)) return Number(text.replaceAll(',', ''));
  return numeralValue(text);
}

/** What a bare count counts is often left out: "1.1 亿" of parameters. */
const COUNTS = new Set(['', 'parameter', 'token', 'times', 'layer', 'dimension', 'epoch']);
const BITS_PER_BYTE = 8;

/** A quantity's value in another unit; null where the two measure different things. */
export function valueIn({ value, unit }: Pick<Quantity, 'value' | 'unit'>, wanted: string): number | null {
  if (unit === wanted) return value;
  if (unit === 'byte' && wanted === 'bit') return value * BITS_PER_BYTE;
  if (unit === 'bit' && wanted === 'byte') return value / BITS_PER_BYTE;
  return (unit === '' || wanted === '') && COUNTS.has(unit) && COUNTS.has(wanted) ? value : null;
}
