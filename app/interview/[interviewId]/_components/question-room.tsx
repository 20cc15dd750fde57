'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useRef } from 'react';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { AskedQuestionView } from '@/lib/domain/interview';
import { Announcer } from './announcer';
import type { ComposerHandle } from './composer';
import { ComposerDock } from './composer-dock';
import { Conversation } from './conversation';
import { Feedback } from './feedback';
import classes from './interview.module.css';
import { KeysDialog } from './keys-dialog';
import { Notices } from './notices';
import { OptionRows } from './option-rows';
import { Rail } from './rail';
import { Stage } from './stage';
import { StageTools } from './stage-tools';
import { useChoice } from './use-choice';
import type { WriteMode } from './use-composer';
import { useFinish } from './use-finish';
import { useFocusFlow } from './use-focus-flow';

interface QuestionRoomProps {
  live: InterviewControls;
  /** The one that is looked at; on stage or an earlier one. */
  question: AskedQuestionView;
  onSelect(index: number): void;
  status: ReactNode;
}

/** The three columns of one question. */
export function QuestionRoom({ live, question, onSelect, status }: QuestionRoomProps) {
  const t = useTranslations('interview');
  const { view } = live;
  const isOnStage = question.index === view.current && view.status === 'active';
  const composer = useRef<ComposerHandle>(null);
  const cardHeading = useRef<HTMLHeadingElement>(null);
  useFocusFlow({ question, composer, cardHeading });
  const choice = useChoice(question, !isOnStage || live.running !== null);
  const finish = useFinish(live);
  const write = useCallback((mode: WriteMode) => composer.current?.write(mode), []);
  return (
    <main id="main" className={classes.room}>
      <h1 className="viva-hidden">{t('title')}</h1>
      <Rail view={view} selected={question.index} onSelect={onSelect} />
      <div className={classes.talk}>
        <StageTools view={view} finish={finish} isBusy={live.running !== null} />
        <Stage question={question} limit={view.limit} mode={view.mode} />
        <OptionRows question={question} choice={choice} onSend={() => composer.current?.submit()} />
        <Conversation question={question} live={live} isOnStage={isOnStage} />
      </div>
      <Feedback
        view={view}
        question={question}
        live={live}
        isOnStage={isOnStage}
        headingRef={cardHeading}
        onWrite={write}
        finish={finish}
      />
      <div className={classes.dock}>
        <Notices live={live} />
        <ComposerDock
          ref={composer}
          question={question}
          choice={choice}
          live={live}
          isOnStage={isOnStage}
          finish={finish}
          onReturn={() => view.current !== null && onSelect(view.current)}
        />
        <div className={classes.status}>{status}</div>
      </div>
      <Announcer question={question} />
      <KeysDialog />
    </main>
  );
}
