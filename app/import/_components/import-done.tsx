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

type DoneDocument = ImportResult['documents'][number];

function hasQuestions({ added, changed, unchanged }: DoneDocument): boolean {
  return added + changed + unchanged > 0;
}

/** What became of one document: only what there is any of. */
function DoneLine({ document }: { document: DoneDocument }) {
  const t = useTranslations('import');
  const { name, passages } = document;
  const did = (['added', 'changed', 'unchanged', 'retired', 'passages'] as const)
    .filter((what) => document[what] > 0 && (what !== 'passages' || hasQuestions(document)))
    .map((what) => t(`didCounts.${what}`, { count: document[what] }));
  const without = passages > 0 ? t('notesOnly', { count: passages }) : t('nothingIn');
  const parts = hasQuestions(document) ? did : [...did, without];
  return t('doneLine', { name, what: parts.join(t('comma')) });
}

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
  const documents = result.documents.filter(hasQuestions);
  return (
    <section aria-label={t('done')} data-testid="import-done">
      <h2 role="status">{t('done')}</h2>
      <ul>
        {result.documents.map((document) => (
          <li key={document.id}>
            <DoneLine document={document} />
            {document.merged && <MergedNote merged={document.merged} />}
          </li>
        ))}
      </ul>
      {result.documents.some((document) => !hasQuestions(document)) && (
        <p className="viva-muted">{t('noQuestionsHint')}</p>
      )}
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
