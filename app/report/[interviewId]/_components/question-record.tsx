import { useTranslations } from 'next-intl';
import { marksByAnswer } from '@/app/_ui/grade/marks';
import { PointLinkProvider } from '@/app/_ui/grade/point-link';
import { ReferencePanel } from '@/app/_ui/grade/reference-panel';
import { Markdown } from '@/app/_ui/markdown';
import type { AskedQuestionView, InterviewView } from '@/lib/domain/interview';
import { AttemptRecord } from './attempt-record';
import classes from './report.module.css';

interface QuestionRecordProps {
  question: AskedQuestionView;
  interview: Pick<InterviewView, 'id' | 'grader'>;
}

/** One question with every attempt, quotes and critique. */
export function QuestionRecord({ question, interview }: QuestionRecordProps) {
  const t = useTranslations('report');
  const marks = marksByAnswer(question.answers);
  const latest = question.answers.findLast(({ grade }) => grade);
  const reference = latest?.reference ?? question.reference;
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
          <AttemptRecord
            key={answer.id}
            answer={answer}
            question={question}
            interview={interview}
            marks={marks.get(answer.id)}
            before={question.answers.slice(0, index).findLast(({ grade }) => grade)?.grade}
          />
        ))}
      </PointLinkProvider>
      {reference && <ReferencePanel reference={reference} doubt={latest?.grade?.referenceDoubt} />}
    </section>
  );
}
