import { useTranslations } from 'next-intl';
import type { Option } from '@/lib/domain/question-bank';
import { Markdown } from './markdown';
import classes from './option-list.module.css';

interface OptionListProps {
  options: readonly Option[] | undefined;
  /** Labels of the right ones, joined: `AC`. Absent where they are not to be shown. */
  correct?: string | undefined;
}

/** The options of a choice question in the document's order; nothing for an open one. */
export function OptionList({ options, correct = '' }: OptionListProps) {
  const t = useTranslations('grade');
  if (!options) return null;
  return (
    <ul className={classes.options}>
      {options.map(({ label, text }) => (
        <li key={label}>
          <span className={classes.label}>{label}</span>
          <Markdown text={text} />
          {correct.includes(label) && (
            <span className={classes.right}>
              <span aria-hidden="true">✓</span>
              <span className="viva-hidden">{t('choiceCorrect')}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
