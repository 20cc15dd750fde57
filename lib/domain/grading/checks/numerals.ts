const DIGITS = '零一二三四五六七八九';
const POWERS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/**
 * Chinese numerals that can be nothing but a number, as the source of a pattern: 二百五十六, 十六, 百分之三, 零点一. A single
 * character is left out, for it counts in idioms as often (一般, 十分).
 */
export const NUMERAL =
  '百分之[零一二两三四五六七八九十百点]+|[一二两三四五六七八九][十百千万亿][零一二两三四五六七八九十百千万亿]*|十[一二三四五六七八九]|[零一二三四五六七八九]点[零一二三四五六七八九]+';

/** The value of a Chinese numeral ("八", "一百二十八", "一亿一千万", "零点一"); the number alone of a percentage. */
export function numeralValue(numeral: string): number {
  const [whole = '', decimals = ''] = numeral
    .replace(/^百分之/, '')
    .replaceAll('两', '二')
    .split('点');
  const value = wholeValue(whole);
  if (decimals === '') return value;
  return Number(`${value}.${[...decimals].map((digit) => DIGITS.indexOf(digit)).join('')}`);
}

function wholeValue(numeral: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of numeral) {
    const power = POWERS[character];
    const myriad = MYRIADS[character];
    if (myriad !== undefined) {
      total += (section + digit) * myriad;
      section = 0;
      digit = 0;
    } else if (power === undefined) digit = DIGITS.indexOf(character);
    else {
      section += (digit || 1) * power;
      digit = 0;
    }
  }
  return total + section + digit;
}
