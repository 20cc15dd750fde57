import { expect, test } from 'vitest';
import { pickLanguage } from './language';

test.each([
  [undefined, null, 'zh'],
  [undefined, '', 'zh'],
  [undefined, 'en-US,en;q=0.9', 'en'],
  [undefined, 'zh-TW,zh;q=0.9,en;q=0.8', 'zh'],
  [undefined, 'fr-FR,fr;q=0.9', 'zh'],
  [undefined, 'fr;q=0.9,en;q=0.5,zh;q=0.7', 'zh'],
  [undefined, 'en;q=0,zh;q=0.1', 'zh'],
  [undefined, 'en;q=nonsense', 'zh'],
  ['en', 'zh-CN', 'en'],
  ['zh', 'en-US', 'zh'],
  ['klingon', 'en-US', 'en'],
] as const)('cookie %j and Accept-Language %j give %s', (cookie, header, language) => {
  expect(pickLanguage(cookie, header)).toBe(language);
});
