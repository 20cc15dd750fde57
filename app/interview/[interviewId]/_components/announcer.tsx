'use client';
import { useTranslations } from 'next-intl';
import { useBandName } from '@/app/_ui/grade/band-name';
import { countPoints } from '@/app/_ui/grade/grade-head';
import { plainText } from '@/app/_ui/plain-text';
import { finishedSentences } from '@/app/_ui/sentences';
import type { AskedQuestionView } from '@/lib/domain/interview';

/** For screen readers: the grade in a sentence, then the critique and replies sentence by sentence. */
export function Announcer({ question }: { question: AskedQuestionView }) {
  const t = useTranslations('interview');
  const bandName = useBandName();
  const latest = question.answers.at(-1);
  const reply = question.messages.findLast(
    (message) => message.role === 'examiner' && message.kind !== 'question',
  );
  // Heard as words: a reader would spell out the stars and dashes of the Markdown.
  const spoken = (text: string, isDone: boolean) => plainText(isDone ? text : finishedSentences(text));
  const grade = latest?.grade;
  return (
    <div className="viva-hidden">
      <div aria-live="polite" aria-atomic="true">
        {latest?.state === 'grading' && t('grading')}
        {latest?.state === 'ungraded' && t('ungraded')}
        {grade && t('announceGrade', { band: bandName(grade.band), ...countPoints(grade) })}
      </div>
      <div aria-live="polite">
        {latest?.critique && <p>{spoken(latest.critique.text, latest.critique.state !== 'pending')}</p>}
        {reply && <p>{spoken(reply.text, reply.state !== 'pending')}</p>}
      </div>
    </div>
  );
}
