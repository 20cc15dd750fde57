import { Markdown } from '@/app/_ui/markdown';
import { ModelWritten } from '@/app/_ui/model-written';
import { OptionList } from '@/app/_ui/option-list';
import type { Question } from '@/lib/domain/question-bank';

/** What is asked: stem, what it speaks of, and the options. */
export function QuestionText({ question }: { question: Question }) {
  return (
    <>
      <div data-testid="question-stem">
        <Markdown text={question.stem} stem />
      </div>
      <ModelWritten question={question} part="stem" />
      {question.context && <Markdown text={question.context} />}
      <OptionList options={question.options} />
    </>
  );
}
