import type { useTranslations } from 'next-intl';
import type { PresentedLine } from '@/lib/domain/question-bank';

/**
 * What a line of our own Markdown reads as: the name of a field in the language of the page, then what stands behind it.
 * @param t the words of `editing`
 */
export function partWords(
  t: ReturnType<typeof useTranslations<'editing'>>,
  { text, field }: Pick<PresentedLine, 'text' | 'field'>,
): string {
  return field ? t('part', { name: t(`fields.${field}`), text }).trim() : text;
}
