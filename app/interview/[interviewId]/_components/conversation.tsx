'use client';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef } from 'react';
import type { InterviewControls } from '@/app/_client/use-interview';
import { AnswerText } from '@/app/_ui/grade/answer-text';
import { marksByAnswer } from '@/app/_ui/grade/marks';
import type { AskedQuestionView } from '@/lib/domain/interview';
import { CandidateLine } from './candidate-line';
import { ExaminerLine } from './examiner-line';
import classes from './interview.module.css';
import { Waiting } from './waiting';

interface ConversationProps {
  question: AskedQuestionView;
  live: InterviewControls;
  isOnStage: boolean;
}

/** What is new comes into view; what was there when the page opened stays where it is. */
function useNewestInView(end: RefObject<HTMLElement | null>, count: number, isRunning: boolean): void {
  const before = useRef({ count, isRunning });
  useEffect(() => {
    const last = before.current;
    before.current = { count, isRunning };
    const hasStarted = isRunning && !last.isRunning;
    if (count <= last.count && !hasStarted) return;
    const newest = end.current?.previousElementSibling;
    newest?.scrollIntoView({ block: 'nearest' });
  }, [end, count, isRunning]);
}

/** What was said about the question, oldest first. The stem itself stands on the stage. */
export function Conversation({ question, live, isOnStage }: ConversationProps) {
  const t = useTranslations('interview');
  const { running, cancel } = live;
  // Button presses (skip, next …) say nothing, so they stand nowhere.
  const messages = question.messages.filter(
    (message) => message.kind !== 'question' && (message.role === 'examiner' || message.text !== ''),
  );
  const end = useRef<HTMLDivElement>(null);
  useNewestInView(end, messages.length, running !== null);
  const marks = marksByAnswer(question.answers);
  const unsaid = isOnStage && running && !running.isStored && running.text ? running : null;
  return (
    <section className={classes.conversation} aria-label={t('conversation')}>
      {messages.map((message) =>
        message.role === 'candidate' ? (
          <CandidateLine
            key={message.id}
            message={message}
            answer={question.answers.find((answer) => answer.id === message.id)}
            marks={marks.get(message.id)}
          />
        ) : (
          <ExaminerLine key={message.id} message={message} />
        ),
      )}
      {unsaid && (
        <div className={classes.bubble} data-pending="">
          <AnswerText text={unsaid.text} marks={[]} />
        </div>
      )}
      <div ref={end} className={classes.end} />
      {isOnStage && <Waiting question={question} running={running} onCancel={cancel} />}
    </section>
  );
}
