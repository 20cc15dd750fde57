import type { Language } from '@/lib/domain/grading';
import { LANGUAGE_COOKIE } from '../_i18n/language';

/** One year, in seconds. */
const MAX_AGE = 31_536_000;

/** Remembers the language of the pages; it holds from the next request on. */
export function saveLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${MAX_AGE}; samesite=lax`;
}
