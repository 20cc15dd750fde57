'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useStart } from '@/app/_client/use-start';
import type { ImportResult } from '@/lib/domain/question-bank';
import { DoubtedNote } from './doubted-note';
import classes from './import.module.css';
import { MergedNote } from './merged-note';
import type { ImportFlow } from './use-import';

/** Questions of an interview that is started right after an import. */
const LIMIT = 10;

interface ImportDoneProps {
  result: ImportResult;
  canUndo: boolean;
  flow: ImportFlow;
}

/** What the import did, and the ways on: be asked, look, take it back, import more. */
export function ImportDone({ result, canUndo, flow }: ImportDoneProps) {
  const t = useTranslations('import');
  const { start, isStarting, failure } = useStart();
  const [isUndoing, setIsUndoing] = useState(false);
  const undo = async () => {
    setIsUndoing(true);
    await flow.undo();
    setIsUndoing(false);
  };
  const documents = result.documents.filter(
    ({ added, changed, unchanged }) => added + changed + unchanged > 0,
  );
  return (
    <section aria-label={t('done')} data-testid="import-done">
      <h2 role="status">{t('done')}</h2>
      <ul>
        {result.documents.map(({ id, name, merged, ...counts }) => (
          <li key={id}>
            {t('doneLine', { name, ...counts })}
            {merged && <MergedNote merged={merged} />}
          </li>
        ))}
      </ul>
      {documents.length > 0 && <DoubtedNote documentIds={documents.map(({ id }) => id)} />}
      <div className={classes.ways}>
        {documents.length > 0 && (
          <Button
            loading={isStarting}
            onClick={() =>
              void start({ mode: 'practice', documents: documents.map(({ id }) => id), limit: LIMIT })
            }
          >
            {t('interviewThese')}
          </Button>
        )}
        <Button component={Link} href="/questions" variant="default">
          {t('look')}
        </Button>
        <Button variant="default" onClick={flow.startOver}>
          {t('importMore')}
        </Button>
        {canUndo && (
          <Button variant="subtle" loading={isUndoing} onClick={() => void undo()}>
            {t('undo')}
          </Button>
        )}
      </div>
      {failure && <p role="alert">{failure}</p>}
    </section>
  );
}
