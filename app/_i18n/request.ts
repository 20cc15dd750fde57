import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { LANGUAGE_COOKIE, pickLanguage } from './language';

/** Language and messages of one request, without a prefix in the address. */
export default getRequestConfig(async () => {
  const [cookieJar, requestHeaders] = await Promise.all([cookies(), headers()]);
  const locale = pickLanguage(cookieJar.get(LANGUAGE_COOKIE)?.value, requestHeaders.get('accept-language'));
  const messages = (await import(`./${locale}.json`)).default;
  return { locale, messages, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone };
});
