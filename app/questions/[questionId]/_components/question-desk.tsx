'use client';
import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { useHydrated } from '@/app/_client/use-hydrated';
import type { QuestionAttempt } from '@/lib/domain/interview';
import type { AuthoredKeyPoint, Question } from '@/lib/domain/question-bank';
import type { EditStep } from '@/lib/ports';
import { EditQuestion } from '../../_components/edit-question';
import { CompareOriginal } from './compare-original';
import { EditHistory } from './edit-history';
import classes from './editor.module.css';
import { QuestionEditor } from './question-editor';
import { RegradeOffer } from './regrade-offer';
import { useEditDraft } from './use-editor';

interface QuestionDeskProps {
  question: Question;
  basis: string;
  history: readonly EditStep[];
  derived: readonly AuthoredKeyPoint[];
  attempts: readonly QuestionAttempt[];
  /** The question as it is read. */
  children: ReactNode;
}

type Notice = 'saved' | 'undone' | 'restored';

/** A question to read, or to edit in the same place, with what was changed so far. */
export function QuestionDesk(props: QuestionDeskProps) {
  const { question, basis, attempts } = props;
  const router = useRouter();
  const isHydrated = useHydrated();
  const [isEditing, setIsEditing] = useState(false);
  const [notice, setNotice] = useState<Notice | null>(null);
  const [isRefreshing, startRefresh] = useTransition();
  const refresh = () => startRefresh(() => router.refresh());
  const outdated = () => {
    setNotice(null);
    refresh();
  };
  const changed = (what: Notice) => {
    setIsEditing(false);
    setNotice(what);
    refresh();
  };
  const edit = () => {
    setNotice(null);
    setIsEditing(true);
  };
  if (isEditing)
    return (
      <QuestionEditor
        {...{ question, basis, isRefreshing }}
        derived={props.derived}
        onSaved={() => changed('saved')}
        onLeave={() => setIsEditing(false)}
        onOutdated={outdated}
      />
    );
  const isDisabled = !isHydrated || isRefreshing;
  return (
    <>
      {notice && <NoticeBox notice={notice} attempts={attempts} />}
      <EditBar question={question} isDisabled={isDisabled} onEdit={edit} />
      <EditQuestion value={isDisabled ? null : edit}>{props.children}</EditQuestion>
      <CompareOriginal question={question} />
      <EditHistory
        {...{ question, basis, isDisabled }}
        history={props.history}
        onChanged={changed}
        onOutdated={outdated}
      />
    </>
  );
}

/** What happened, where a screen reader and the keyboard go on from. */
function NoticeBox({ notice, attempts }: { notice: Notice; attempts: readonly QuestionAttempt[] }) {
  const t = useTranslations('editing');
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another notice in the same box is news as well
  useEffect(() => box.current?.focus(), [notice]);
  return (
    <div ref={box} className={classes.notice} tabIndex={-1} role="status" data-testid="edit-notice">
      <p>{t(`notices.${notice}`)}</p>
      <RegradeOffer attempts={attempts} />
    </div>
  );
}

/** The way into the editor, and what was left unsaved there. */
function EditBar(props: { question: Question; isDisabled: boolean; onEdit(): void }) {
  const t = useTranslations('editing');
  const { draft, setText } = useEditDraft(props.question);
  return (
    <div className={classes.bar}>
      {props.question.edits && <span className={classes.changedSign}>{t('edited')}</span>}
      {draft && (
        <>
          <span>{t('draftLeft')}</span>
          <Button variant="subtle" disabled={props.isDisabled} onClick={() => setText('')}>
            {t('dropDraft')}
          </Button>
        </>
      )}
      <Button
        variant="default"
        leftSection={<IconPencil size={16} aria-hidden="true" />}
        disabled={props.isDisabled}
        onClick={props.onEdit}
        data-testid="edit-question"
      >
        {t(draft ? 'goOnEditing' : 'edit')}
      </Button>
    </div>
  );
}
