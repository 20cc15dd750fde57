'use client';
import { Button, Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useHydrated } from '@/app/_client/use-hydrated';
import { plainText } from '@/app/_ui/plain-text';
import type { MergeProposal, MergeProposals } from '@/lib/domain/question-bank';
import { MergeGroup } from './merge-group';
import classes from './merges.module.css';
import { type MergeNews, type Merging, useMerges } from './use-merges';

/** What can be merged without reading both: nothing of it is lost. */
function nearIdentical(proposals: readonly MergeProposal[]): Merging[] {
  return proposals
    .map(({ root, others }) => ({
      into: root,
      questions: others.filter((other) => other.isNearIdentical).map(({ question }) => question),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** Groups of questions that seem to be one, with progress while the bank is gone through. */
export function MergeDesk({ first }: { first: MergeProposals }) {
  const t = useTranslations('merges');
  const isHydrated = useHydrated();
  const { view, isBusy, news, look, merge, keepApart, mergeAll } = useMerges(first);
  const { state, done, total, proposals } = view;
  const unread = nearIdentical(proposals);
  const count = unread.reduce((sum, { questions }) => sum + questions.length, 0);
  const isLocked = isBusy || !isHydrated;
  return (
    <section aria-label={t('title')} aria-busy={state === 'working' || isBusy} data-testid="merge-desk">
      {state === 'working' && (
        <div className={classes.progress}>
          <p className="viva-muted">{t('working', { done, total })}</p>
          <Progress
            value={total === 0 ? 0 : (100 * done) / total}
            aria-label={t('working', { done, total })}
          />
        </div>
      )}
      {state === 'failed' && (
        <p role="alert">
          {t('failed')}{' '}
          <Button variant="default" size="sm" onClick={look}>
            {t('retry')}
          </Button>
        </p>
      )}
      <News news={news} />
      {proposals.length > 0 && (
        <div className={classes.bar}>
          <p className="viva-muted">{t('count', { count: proposals.length })}</p>
          {count > 0 && (
            <Button disabled={isLocked} onClick={() => void mergeAll(unread)} data-testid="merge-all">
              {t('mergeAll', { count })}
            </Button>
          )}
        </div>
      )}
      {state === 'ready' && proposals.length === 0 && <p role="status">{t('empty')}</p>}
      <ol className={classes.groups}>
        {proposals.map((proposal, index) => (
          <MergeGroup
            key={proposal.root.id}
            proposal={proposal}
            number={index + 1}
            isLocked={isLocked}
            onMerge={(other) => void merge(proposal, other)}
            onKeepApart={(other) => void keepApart(proposal, other)}
          />
        ))}
      </ol>
    </section>
  );
}

function News({ news }: { news: MergeNews | null }) {
  const t = useTranslations('merges');
  if (news?.kind === 'failed') return <p role="alert">{t('actionFailed', { message: news.message })}</p>;
  const text =
    news === null
      ? ''
      : news.kind === 'all'
        ? t('mergedAll', { count: news.count })
        : t(news.kind === 'merged' ? 'merged' : 'keptApart', { stem: plainText(news.stem) });
  return (
    <p role="status" className={classes.news}>
      {text}
    </p>
  );
}
