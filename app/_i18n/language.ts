import type { Language } from '@/lib/domain/grading';

/** Supported languages, the first is the one used when nothing else is known. */
const LANGUAGES = ['zh', 'en'] as const satisfies readonly Language[];

export const LANGUAGE_COOKIE = 'viva-language';

function asLanguage(tag: string | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary);
}

/**
 * The page's language: the person's own choice (cookie), else the first supported entry of
 * `Accept-Language` by its weight, else Chinese.
 */
export function pickLanguage(cookie: string | undefined, acceptLanguage: string | null): Language {
  const chosen = asLanguage(cookie);
  if (chosen) return chosen;
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag, ...parameters] = part.split(';');
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: asLanguage(tag), weight: weight ? Number(weight.trim().slice(2)) : 1 };
    })
    .filter((wish) => wish.language && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes[0]?.language ?? LANGUAGES[0];
}
