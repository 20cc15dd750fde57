import { useTranslations } from 'next-intl';
import { AnswerText } from '@/app/_ui/grade/answer-text';
import { ChoiceResultRows } from '@/app/_ui/grade/choice-result';
import { FalseClaims } from '@/app/_ui/grade/false-claims';
import { Flags } from '@/app/_ui/grade/flags';
import { GradeHead } from '@/app/_ui/grade/grade-head';
import { marksByAnswer } from '@/app/_ui/grade/marks';
import { PointLinkProvider } from '@/app/_ui/grade/point-link';
import { Points } from '@/app/_ui/grade/points';
import { ReferencePanel } from '@/app/_ui/grade/reference-panel';
import { Markdown } from '@/app/_ui/markdown';
import type { Mark } from '@/app/_ui/quotes';
import type { Grade } from '@/lib/domain/grading';
import type { AnswerView, AskedQuestionView } from '@/lib/domain/interview';
import classes from './report.module.css';

interface AttemptProps {
  answer: AnswerView;
  question: AskedQuestionView;
  before?: Grade;
  marks?: readonly Mark[];
}

function Attempt({ answer, question, before, marks = [] }: AttemptProps) {
  const t = useTranslations('report');
  const { grade, estimate, critique } = answer;
  const shown = answer.gradedWith ? undefined : (grade ?? estimate);
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
      {shown && (
        <>
          {!grade && <p className="viva-muted">{t('estimateOnly')}</p>}
          <GradeHead grade={shown} level="h5" />
          {shown.choice && <ChoiceResultRows result={shown.choice} options={question.options ?? []} />}
          <Points grade={shown} answerId={answer.id} before={before} />
          <FalseClaims claims={shown.falseClaims} answerId={answer.id} />
          <Flags grade={shown} hintsSeen={answer.hintsSeen} countsInAverage={answer.countsInAverage} />
        </>
      )}
      {critique?.text && !answer.gradedWith && (
        <div className={classes.critique}>
          <Markdown text={critique.text} />
          {critique.state === 'cut' && <p className="viva-muted">{t('critiqueCut')}</p>}
        </div>
      )}
    </article>
  );
}

/** One question with every attempt, quotes and critique. */
export function QuestionRecord({ question }: { question: AskedQuestionView }) {
  const t = useTranslations('report');
  const marks = marksByAnswer(question.answers);
  return (
    <section
      id={`q-${question.index}`}
      className={classes.record}
      aria-label={t('question', { number: question.index + 1 })}
    >
      <p className="viva-muted">
        {t('question', { number: question.index + 1 })} {question.topics.slice(-1).join('')}
      </p>
      <h3>
        <Markdown text={question.stem} stem />
      </h3>
      {question.context && <Markdown text={question.context} />}
      {question.answers.length === 0 && <p className="viva-muted">{t('notAnswered')}</p>}
      <PointLinkProvider>
        {question.answers.map((answer, index) => (
          <Attempt
            key={answer.id}
            answer={answer}
            question={question}
            marks={marks.get(answer.id)}
            before={question.answers.slice(0, index).findLast(({ grade }) => grade)?.grade}
          />
        ))}
      </PointLinkProvider>
      {question.reference && (
        <ReferencePanel
          reference={question.reference}
          doubt={question.answers.findLast(({ grade }) => grade)?.grade?.referenceDoubt}
        />
      )}
    </section>
  );
}
