'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import classes from './home.module.css';

/** Chips beyond this many are folded behind "more". */
const VISIBLE = 10;

interface ChoiceRowProps {
  label: string;
  /** The chip that stands for everything. */
  all: string;
  options: { value: string; label: string; count: number }[];
  /** Empty means all. */
  chosen: string[];
  onChange(chosen: string[]): void;
}

/** A row of chips of which any number can be on. */
export function ChoiceRow({ label, all, options, chosen, onChange }: ChoiceRowProps) {
  const t = useTranslations('home');
  const [isOpen, setIsOpen] = useState(false);
  const shown = isOpen ? options : options.filter(({ value }, at) => at < VISIBLE || chosen.includes(value));
  const hidden = options.length - shown.length;
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value]);
  // A choice of one is none; one that is chosen stays, so that it can be taken back.
  if (options.length < 2 && chosen.length === 0) return null;
  return (
    <fieldset className={classes.row}>
      <legend>{label}</legend>
      <div className={classes.chips}>
        <button
          type="button"
          className={classes.chip}
          aria-pressed={chosen.length === 0}
          onClick={() => onChange([])}
        >
          {all}
        </button>
        {shown.map((option) => (
          <button
            key={option.value}
            type="button"
            className={classes.chip}
            aria-pressed={chosen.includes(option.value)}
            onClick={() => toggle(option.value)}
          >
            <span className={classes.chipLabel}>{option.label}</span>
            <span className={classes.chipCount}>{option.count}</span>
          </button>
        ))}
        {hidden > 0 && (
          <button type="button" className={classes.more} onClick={() => setIsOpen(true)}>
            {t('more', { count: hidden })}
          </button>
        )}
      </div>
    </fieldset>
  );
}
