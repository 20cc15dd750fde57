'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useInterview } from '@/app/_client/use-interview';
import { PointLinkProvider } from '@/app/_ui/grade/point-link';
import type { InterviewView } from '@/lib/domain/interview';
import { Announcer } from './announcer';
import { Composer, type ComposerHandle } from './composer';
import { Conversation } from './conversation';
import { Feedback } from './feedback';
import classes from './interview.module.css';
import { KeysDialog } from './keys-dialog';
import { Notices } from './notices';
import { Rail } from './rail';
import { Stage } from './stage';
import { StageTools } from './stage-tools';
import { useFinish } from './use-finish';
import { useFocusFlow } from './use-focus-flow';

interface InterviewRoomProps {
  initial: InterviewView;
  /** The line that says what grades and what searches. */
  status: ReactNode;
}

/** One question on stage, the conversation about it, and what was found in the person's own words. */
export function InterviewRoom({ initial, status }: InterviewRoomProps) {
  const t = useTranslations('interview');
  const live = useInterview(initial);
  const { view } = live;
  const last = view.questions.length - 1;
  const stage = view.current ?? last;
  const [selected, setSelected] = useState(stage);
  // A new question takes the stage, wherever the person was looking.
  useEffect(() => setSelected(stage), [stage]);
  const question = view.questions[Math.min(selected, last)];
  const isOnStage = selected === view.current && view.status === 'active';

  const composer = useRef<ComposerHandle>(null);
  const cardHeading = useRef<HTMLHeadingElement>(null);
  useFocusFlow({ view, question, composer, cardHeading });
  const finish = useFinish(live);
  const write = useCallback((mode: 'answer' | 'discuss') => composer.current?.write(mode), []);

  if (!question)
    return (
      <main id="main" className="viva-page">
        {t('nothingAsked')}
      </main>
    );
  return (
    <PointLinkProvider key={question.questionId}>
      <main id="main" className={classes.room} data-mode={view.mode}>
        <h1 className="viva-hidden">{t('title')}</h1>
        <Rail view={view} selected={selected} onSelect={setSelected} />
        <div className={classes.talk}>
          <StageTools view={view} finish={finish} />
          <Stage question={question} limit={view.limit} mode={view.mode} />
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
          <Composer
            ref={composer}
            question={question}
            live={live}
            isOnStage={isOnStage}
            finish={finish}
            onReturn={() => setSelected(stage)}
          />
          <div className={classes.status}>{status}</div>
        </div>
        <Announcer question={question} />
        <KeysDialog />
      </main>
    </PointLinkProvider>
  );
}
