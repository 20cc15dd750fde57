'use client';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useContext, useState, useTransition } from 'react';
import { settleDoubt } from '@/app/_client/doubts';
import { useHydrated } from '@/app/_client/use-hydrated';
import { useRequest } from '@/app/_client/use-request';
import type { ReferenceDoubt } from '@/lib/domain/question-bank';
import classes from './doubts.module.css';
import { EditQuestion } from './edit-question';

/** Why the reference may be wrong, with the exact words, and what a person can say to that. */
export function ReferenceDoubts({ doubts }: { doubts: readonly ReferenceDoubt[] }) {
  const t = useTranslations('doubts');
  const [dismissed, setDismissed] = useState<ReferenceDoubt | null>(null);
  const settling = useSettling((doubt, state) => setDismissed(state === 'dismissed' ? doubt : null));
  if (doubts.length === 0 && !dismissed) return null;
  return (
    <section className={classes.box} aria-label={t('heading')} data-testid="reference-doubts">
      <h3>
        <span className={classes.sign} aria-hidden="true">
          ⚠{' '}
        </span>
        {t('heading')}
      </h3>
      <ul className={classes.list}>
        {doubts.map((doubt) => (
          <DoubtLine key={doubt.id} doubt={doubt} settling={settling} />
        ))}
      </ul>
      {dismissed && (
        <p role="status">
          {t('dismissed')}{' '}
          <Button
            variant="subtle"
            disabled={settling.isBusy}
            onClick={() =>
              void settling.settle(dismissed, dismissed.source === 'person' ? 'confirmed' : 'open')
            }
          >
            {t('undo')}
          </Button>
        </p>
      )}
      {settling.failure && <p role="alert">{t('failed', { message: settling.failure })}</p>}
    </section>
  );
}

interface Settling {
  settle(doubt: ReferenceDoubt, state: ReferenceDoubt['state']): Promise<void>;
  isBusy: boolean;
  failure: string | null;
}

/** Says it to the server and shows the page as it is then. */
function useSettling(onSettled: (doubt: ReferenceDoubt, state: ReferenceDoubt['state']) => void): Settling {
  const router = useRouter();
  const isHydrated = useHydrated();
  const { isRunning, failure, run } = useRequest();
  const [isRefreshing, startRefresh] = useTransition();
  return {
    isBusy: !isHydrated || isRunning || isRefreshing,
    failure,
    async settle(doubt, state) {
      if (!(await run(() => settleDoubt(doubt.id, state)))) return;
      onSettled(doubt, state);
      startRefresh(() => router.refresh());
    },
  };
}

function DoubtLine({ doubt, settling }: { doubt: ReferenceDoubt; settling: Settling }) {
  const t = useTranslations('doubts');
  const edit = useContext(EditQuestion);
  const { isBusy, settle } = settling;
  const isConfirmed = doubt.state === 'confirmed';
  return (
    <li>
      <p>{doubt.reason}</p>
      {doubt.quote && <p className="viva-muted">{t('quote', { quote: doubt.quote })}</p>}
      <p className="viva-muted">
        {doubt.source === 'offline' && t('byWords')}
        {doubt.source === 'model' && (doubt.model ? t('byModel', { model: doubt.model }) : t('byAModel'))}
        {doubt.source === 'person' && t('byPerson')}
        {isConfirmed && ` · ${t('confirmed')}`}
      </p>
      <div className={classes.actions}>
        {isConfirmed ? (
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => void settle(doubt, doubt.source === 'person' ? 'dismissed' : 'open')}
          >
            {t('takeBack')}
          </Button>
        ) : (
          <Button variant="default" disabled={isBusy} onClick={() => void settle(doubt, 'confirmed')}>
            {t('confirm')}
          </Button>
        )}
        {edit && (
          <Button variant="default" disabled={isBusy} onClick={edit}>
            {t('writeBetter')}
          </Button>
        )}
        {!(isConfirmed && doubt.source === 'person') && (
          <Button variant="subtle" disabled={isBusy} onClick={() => void settle(doubt, 'dismissed')}>
            {t('dismiss')}
          </Button>
        )}
      </div>
    </li>
  );
}
