import { describe, expect, it } from 'vitest';
import { quantitiesIn } from './quantities';

describe('quantitiesIn', () => {
  it.each<[string, [number, string][]]>([
    ['量化到 8 bit', [[8, 'bit']]],
    ['an 8-bit optimizer', [[8, 'bit']]],
    ['用 INT8 存放', [[8, 'bit']]],
    ['四比特', [[4, 'bit']]],
    ['十六位浮点', [[16, 'bit']]],
    ['４ｂｉｔ', [[4, 'bit']]],
    ['学习率 1e-4', [[1e-4, '']]],
    ['学习率 0.0001', [[1e-4, '']]],
    ['$10^{-4}$', [[1e-4, '']]],
    ['2×10⁻⁴', [[2e-4, '']]],
    ['$2\\times10^{-4}$', [[2e-4, '']]],
    ['万分之一', [[1e-4, '']]],
    ['百分之十五', [[0.15, '']]],
    ['约 15%', [[0.15, '']]],
    ['15 percent', [[0.15, '']]],
    ['三分之一', [[1 / 3, '']]],
    ['24 GB 显存', [[24e9, 'byte']]],
    ['24G 显存', [[24e9, 'byte']]],
    ['$7\\times16\\approx112$ GB', [[112e9, 'byte']]],
    ['16 个字节', [[16, 'byte']]],
    ['7B 模型', [[7e9, 'parameter']]],
    ['70 亿参数', [[7e9, 'parameter']]],
    [
      '快两倍，等 30 毫秒',
      [
        [2, 'times'],
        [0.03, 's'],
      ],
    ],
    ['2048 个 token，2,048 tokens', [[2048, 'token']]],
    ['光速 3×10^8 m/s', [[3e8, 'm/s']]],
    ['3×10⁸ m/s', [[3e8, 'm/s']]],
    ['3e8 m/s', [[3e8, 'm/s']]],
    ['300000 km/s', [[3e8, 'm/s']]],
    ['30万公里每秒', [[3e8, 'm/s']]],
    ['100℃', [[100, 'celsius']]],
    ['373.15 K', [[100, 'celsius']]],
    ['212 °F', [[100, 'celsius']]],
    ['1.5 亿', [[1.5e8, '']]],
    ['一亿一千万', [[1.1e8, '']]],
    ['110M', [[1.1e8, '']]],
    ['110,000,000', [[1.1e8, '']]],
    ['$10^{6}$', [[1e6, '']]],
    ['About 500 minutes', [[30_000, 's']]],
    ['2 h', [[7200, 's']]],
    ['5 km', [[5000, 'm']]],
    ['100k tokens', [[1e5, 'token']]],
    ['108 层', [[108, 'layer']]],
    ['第 3 步，有 5 个，2024 年，v1.5.2', []],
    ['位置编码，一位置', []],
  ])('%s', (text, expected) => {
    const found = quantitiesIn(text);
    expect(found.map(({ unit }) => unit)).toEqual(expected.map(([, unit]) => unit));
    found.forEach(({ value }, index) => {
      expect(value).toBeCloseTo(expected[index]?.[0] ?? Number.NaN, 8);
    });
  });

  it('says where', () => {
    const text = '先用 ＩＮＴ８ 再说';
    const [only] = quantitiesIn(text);
    expect(text.slice(only?.start, only?.end)).toBe('ＩＮＴ８');
  });
});
