'use client';
import { Progress } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Chooser } from './chooser';
import classes from './import.module.css';
import { ImportDone } from './import-done';
import { Preview } from './preview';
import { useImport } from './use-import';

/** The import from choosing to done, one step at a time. */
export function ImportDesk() {
  const t = useTranslations('import');
  const flow = useImport();
  const { step, failure } = flow;
  const [pasted, setPasted] = useState('');
  const isDone = step.at === 'done';
  // There the reason stands beside the button that was pressed.
  const isPreviewing = step.at === 'preview' || step.at === 'writing';
  useEffect(() => {
    if (isDone) setPasted('');
  }, [isDone]);
  return (
    <div className={classes.desk}>
      {failure && !isPreviewing && (
        <p role="alert" className="viva-failure">
          {failure}
        </p>
      )}
      {step.at === 'choosing' && step.undone && (
        <p role="status">{t('undone', { names: step.undone.join(t('comma')) })}</p>
      )}
      {step.at === 'choosing' && <Chooser flow={flow} pasted={pasted} onPaste={setPasted} />}
      {step.at === 'reading' && (
        <div role="status">
          <p>{t('reading', { names: step.names.join(t('comma')) })}</p>
          <Progress value={100} animated aria-label={t('progress')} />
        </div>
      )}
      {isPreviewing && <Preview preview={step.preview} isWriting={step.at === 'writing'} flow={flow} />}
      {step.at === 'done' && (
        <ImportDone result={step.result} canUndo={step.created.length > 0} flow={flow} />
      )}
    </div>
  );
}
