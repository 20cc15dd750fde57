'use client';
import { Button } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { saveQuestion, undoEdit } from '@/app/_client/questions';
import { useRequest } from '@/app/_client/use-request';
import {
  asWholeChange,
  describeHistory,
  type HistoryStep,
  previousEdits,
  type Question,
} from '@/lib/domain/question-bank';
import type { EditStep } from '@/lib/ports';
import classes from './editor.module.css';
import { FieldChanges } from './field-changes';

interface EditHistoryProps {
  question: Question;
  basis: string;
  history: readonly EditStep[];
  isDisabled: boolean;
  onChanged(what: 'undone' | 'restored'): void;
  /** The question is not any more what is shown here. */
  onOutdated(): void;
}

/** Every change of a question, the latest first, with the ways back. */
export function EditHistory({
  question,
  basis,
  history,
  isDisabled,
  onChanged,
  onOutdated,
}: EditHistoryProps) {
  const t = useTranslations('editing');
  const { isRunning, failure, run } = useRequest(onOutdated);
  if (history.length === 0) return null;
  const edits = history.map((step) => step.edits);
  const act = async (what: 'undone' | 'restored', action: () => Promise<unknown>) => {
    if (await run(action)) onChanged(what);
  };
  const restore = (step: HistoryStep) =>
    act('restored', () => saveQuestion(question.id, { content: asWholeChange(step.content), basis }));
  const steps = describeHistory(question, edits);
  return (
    <details className={classes.fold} data-testid="edit-history">
      <summary>
        <h2>{t('history')}</h2>
        <span className="viva-muted">{t('steps', { count: history.length })}</span>
      </summary>
      <div className={classes.buttons}>
        <Button
          variant="default"
          disabled={isDisabled || isRunning || previousEdits(edits) === null}
          onClick={() => void act('undone', () => undoEdit(question.id, 'previous', basis))}
        >
          {t('undo')}
        </Button>
        <Button
          variant="default"
          disabled={isDisabled || isRunning || question.edits === undefined}
          onClick={() => void act('restored', () => undoEdit(question.id, 'original', basis))}
        >
          {t('restoreOriginal')}
        </Button>
      </div>
      {failure && <p role="alert">{t('failed', { message: failure })}</p>}
      <ol className={classes.history} reversed>
        {steps
          .map((step, index) => (
            <StepRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place, the log only grows
              key={index}
              step={step}
              at={history[index]?.at ?? ''}
              isCurrent={index === steps.length - 1}
              isDisabled={isDisabled || isRunning}
              onRestore={() => void restore(step)}
            />
          ))
          .reverse()}
      </ol>
    </details>
  );
}

function StepRow(props: {
  step: HistoryStep;
  at: string;
  isCurrent: boolean;
  isDisabled: boolean;
  onRestore(): void;
}) {
  const t = useTranslations('editing');
  const format = useFormatter();
  const { step, isCurrent } = props;
  const fields = step.changes.map(({ field }) => t(`fields.${field}`)).join(t('comma'));
  return (
    <li>
      <div className={classes.step}>
        <time dateTime={props.at}>
          {format.dateTime(new Date(props.at), { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        {isCurrent ? (
          <span className="viva-muted">{t('current')}</span>
        ) : (
          <Button variant="subtle" size="compact-md" disabled={props.isDisabled} onClick={props.onRestore}>
            {t('restoreStep')}
          </Button>
        )}
      </div>
      <details>
        <summary>{fields === '' ? t('noDifference') : t('stepFields', { fields })}</summary>
        <FieldChanges changes={step.changes} labels={{ before: t('before'), after: t('after') }} />
      </details>
    </li>
  );
}
