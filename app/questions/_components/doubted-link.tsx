import Link from 'next/link';
import { useTranslations } from 'next-intl';

/** Narrows the list to questions with a doubted reference, or widens it again. */
export function DoubtedLink({ query }: { query: Record<string, string> }) {
  const t = useTranslations('doubts');
  const { doubted, ...rest } = query;
  return (
    <p>
      <Link href={{ query: doubted ? rest : { ...rest, doubted: '1' } }} scroll={false} className="viva-link">
        {t(doubted ? 'showAll' : 'onlyDoubted')}
      </Link>
    </p>
  );
}
