'use client';
import { useTranslations } from 'next-intl';
import { useBandName } from '@/app/_ui/grade/band-name';
import type { AskedQuestionView, InterviewView } from '@/lib/domain/interview';
import classes from './interview.module.css';

/** Skipped, being answered, answered, or graded with a low or high band: a sign for each. */
function signOf(question: AskedQuestionView): string {
  const latest = question.answers.at(-1);
  if (question.status === 'skipped') return '–';
  if (!latest) return '○';
  if (latest.state === 'ungraded') return '?';
  if (!latest.grade) return '◌';
  return latest.grade.band >= 4 ? '●' : '◐';
}

interface RailProps {
  view: InterviewView;
  selected: number;
  onSelect(index: number): void;
}

/** All places of the interview; those that were asked can be looked at again. */
export function Rail({ view, selected, onSelect }: RailProps) {
  const t = useTranslations('interview');
  const bandName = useBandName();
  const total = Math.max(view.limit, view.questions.length);
  const words = (question: AskedQuestionView) => {
    const grade = question.answers.at(-1)?.grade;
    if (grade) return bandName(grade.band);
    return t(
      question.status === 'skipped' ? 'railSkipped' : question.answers.length ? 'railAnswered' : 'railOpen',
    );
  };
  return (
    <nav className={classes.rail} aria-label={t('rail')}>
      <div className={classes.progress} aria-hidden="true">
        <span style={{ inlineSize: `${(view.questions.length / total) * 100}%` }} />
      </div>
      <ol>
        {Array.from({ length: total }, (_, index) => {
          const question = view.questions[index];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place is known by its number
            <li key={index}>
              {question ? (
                <button
                  type="button"
                  aria-current={index === selected ? 'step' : undefined}
                  aria-label={t('railItem', { number: index + 1, state: words(question) })}
                  onClick={() => onSelect(index)}
                >
                  <span>{index + 1}</span>
                  <span aria-hidden="true">{signOf(question)}</span>
                </button>
              ) : (
                <span className={classes.railEmpty} aria-hidden="true">
                  <span>{index + 1}</span>
                  <span>·</span>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
