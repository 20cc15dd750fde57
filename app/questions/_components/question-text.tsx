import { Markdown } from '@/app/_ui/markdown';
import { ModelWritten } from '@/app/_ui/model-written';
import type { Question } from '@/lib/domain/question-bank';
import classes from './questions.module.css';

/** What is asked: stem, what it speaks of, and the options. */
export function QuestionText({ question }: { question: Question }) {
  return (
    <>
      <div data-testid="question-stem">
        <Markdown text={question.stem} stem />
      </div>
      <ModelWritten question={question} part="stem" />
      {question.context && <Markdown text={question.context} />}
      {question.options && (
        <ul className={classes.options}>
          {question.options.map((option) => (
            <li key={option.label}>
              <span className={classes.label}>{option.label}</span>
              <Markdown text={option.text} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
