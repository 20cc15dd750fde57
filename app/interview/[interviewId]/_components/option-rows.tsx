'use client';
import { useTranslations } from 'next-intl';
import type { KeyboardEvent } from 'react';
import { Markdown } from '@/app/_ui/markdown';
import type { AskedQuestionView } from '@/lib/domain/interview';
import classes from './interview.module.css';
import type { Choice } from './use-choice';

interface OptionRowsProps {
  question: AskedQuestionView;
  choice: Choice;
  onSend(): void;
}

/** The options in the document's order, to tap. */
export function OptionRows({ question, choice, onSend }: OptionRowsProps) {
  const t = useTranslations('interview');
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    }
  };
  if (!question.options) return null;
  return (
    <fieldset className={classes.options} disabled={choice.isLocked}>
      <legend className="viva-muted">{t(choice.isMultiple ? 'chooseSeveral' : 'chooseOne')}</legend>
      {question.options.map((option) => (
        <button
          key={option.label}
          type="button"
          className={classes.option}
          aria-pressed={choice.chosen.includes(option.label)}
          onClick={() => choice.toggle(option.label)}
          onKeyDown={onKeyDown}
          data-testid={`option-${option.label}`}
        >
          <span className={classes.optionLabel}>{option.label}</span>
          <Markdown text={option.text} />
          <span className={classes.optionCheck} aria-hidden="true">
            {choice.chosen.includes(option.label) ? '✓' : ''}
          </span>
        </button>
      ))}
    </fieldset>
  );
}
