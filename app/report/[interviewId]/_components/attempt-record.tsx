import { useTranslations } from 'next-intl';
import { AnswerText } from '@/app/_ui/grade/answer-text';
import { ChoiceResultRows } from '@/app/_ui/grade/choice-result';
import { FalseClaims } from '@/app/_ui/grade/false-claims';
import { GradeBody } from '@/app/_ui/grade/grade-body';
import { GradeHead } from '@/app/_ui/grade/grade-head';
import { Points } from '@/app/_ui/grade/points';
import { PersonalGrade } from '@/app/_ui/grade/recourse/personal-grade';
import { Markdown } from '@/app/_ui/markdown';
import type { Mark } from '@/app/_ui/quotes';
import type { Grade } from '@/lib/domain/grading';
import type { AnswerView, AskedQuestionView, InterviewView } from '@/lib/domain/interview';
import classes from './report.module.css';
import { ReportRecourse } from './report-recourse';

interface AttemptRecordProps {
  answer: AnswerView;
  question: AskedQuestionView;
  interview: Pick<InterviewView, 'id' | 'grader'>;
  before?: Grade;
  marks?: readonly Mark[];
}

/** One attempt: what was said, what was found in it, and what can be done about that. */
export function AttemptRecord({ answer, question, interview, before, marks = [] }: AttemptRecordProps) {
  const t = useTranslations('report');
  const { grade, estimate, critique } = answer;
  return (
    <article className={classes.attempt}>
      <h4>
        {answer.followUp
          ? t('replyTo', { number: answer.followUp })
          : t('attempt', { number: answer.attempt })}
      </h4>
      <blockquote className={classes.answer}>
        <AnswerText text={answer.text} marks={marks} />
      </blockquote>
      {answer.state === 'grading' && <p>{t('grading')}</p>}
      {answer.gradedWith && <p className="viva-muted">{t('heldNote')}</p>}
      {answer.state === 'ungraded' && <p>{t('isUngraded')}</p>}
      {!answer.gradedWith && grade && (
        <ReportRecourse interview={interview} answer={answer}>
          <GradeHead grade={grade} level="h5" />
          <PersonalGrade answer={answer} />
          <GradeBody {...{ grade, answer, question, before }} />
        </ReportRecourse>
      )}
      {!answer.gradedWith && !grade && estimate && (
        <>
          <p className="viva-muted">{t('estimateOnly')}</p>
          <GradeHead grade={estimate} level="h5" />
          <ChoiceResultRows grade={estimate} question={question} />
          <Points grade={estimate} answerId={answer.id} />
          <FalseClaims claims={estimate.falseClaims} answerId={answer.id} />
        </>
      )}
      {critique?.text && !answer.gradedWith && (
        <section className={classes.critique} aria-label={t('critique')}>
          <Markdown text={critique.text} />
          {critique.state === 'cut' && <p className="viva-muted">{t('critiqueCut')}</p>}
        </section>
      )}
    </article>
  );
}
