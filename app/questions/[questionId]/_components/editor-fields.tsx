'use client';
import { NativeSelect, TagsInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { AuthoredKeyPoint } from '@/lib/domain/question-bank';
import { CONTENT_LIMITS } from '@/lib/domain/question-bank';
import classes from './editor.module.css';
import type { EditorForm } from './editor-form';
import { MarkdownField } from './markdown-field';
import { MistakesField } from './mistakes-field';
import { OptionsField } from './options-field';
import { PointsField } from './points-field';
import { useProblemWords } from './problem-words';
import type { Editor } from './use-editor';

const WHOLE_STEPS = Array.from({ length: CONTENT_LIMITS.difficulty }, (_, index) => String(index + 1));

/** Everything of a question that can be changed, in the order in which it is read. */
export function EditorFields({ editor, derived }: { editor: Editor; derived: readonly AuthoredKeyPoint[] }) {
  const t = useTranslations('editing');
  const { form, change } = editor;
  const problem = useProblemWords(editor.problems);
  const text = (field: 'stem' | 'context' | 'answer' | 'explanation') => ({
    label: t(`fields.${field}`),
    value: form[field],
    error: problem(field),
    onChange: (value: string) => change({ [field]: value }),
  });
  return (
    <>
      <NativeSelect
        label={t('fields.kind')}
        value={form.kind}
        onChange={(event) => change({ kind: event.currentTarget.value === 'choice' ? 'choice' : 'open' })}
        data={[
          { value: 'open', label: t('open') },
          { value: 'choice', label: t('choice') },
        ]}
        className={classes.short}
      />
      <MarkdownField {...text('stem')} hint={t('markdownHint')} isRequired />
      <MarkdownField {...text('context')} hint={t('contextHint')} minRows={1} />
      {form.kind === 'choice' ? (
        <OptionsField options={form.options} problem={problem} onChange={(options) => change({ options })} />
      ) : (
        <MarkdownField {...text('answer')} minRows={5} />
      )}
      <MarkdownField {...text('explanation')} minRows={2} />
      <PointsField
        points={form.keyPoints}
        derived={derived}
        problem={problem}
        onChange={(keyPoints) => change({ keyPoints })}
      />
      <MistakesField
        mistakes={form.mistakes}
        problem={problem}
        onChange={(mistakes) => change({ mistakes })}
      />
      <Placing form={form} change={change} problem={problem} />
    </>
  );
}

/** Where a question belongs and how hard it is. */
function Placing({
  form,
  change,
  problem,
}: Pick<Editor, 'form' | 'change'> & { problem: ReturnType<typeof useProblemWords> }) {
  const t = useTranslations('editing');
  const names = (field: 'topics' | 'tags') => ({
    label: t(`fields.${field}`),
    value: form[field],
    error: problem(field) ?? firstProblem(form, field, problem),
    onChange: (value: string[]) => change({ [field]: value }),
    clearButtonProps: { 'aria-label': t('clearNames', { name: t(`fields.${field}`) }) },
  });
  const own = form.difficulty === '' || WHOLE_STEPS.includes(form.difficulty) ? [] : [form.difficulty];
  return (
    <>
      <TagsInput {...names('topics')} description={t('topicsHint')} splitChars={[',', '，', '、']} />
      <TagsInput {...names('tags')} splitChars={[',', '，', '、']} />
      <NativeSelect
        label={t('fields.difficulty')}
        value={form.difficulty}
        error={problem('difficulty')}
        onChange={(event) => change({ difficulty: event.currentTarget.value })}
        data={[
          { value: '', label: t('noDifficulty') },
          ...[...own, ...WHOLE_STEPS].map((value) => ({ value, label: value })),
        ]}
        className={classes.short}
      />
    </>
  );
}

/** A list of names is one field: what is wrong with any of them is said once. */
function firstProblem(
  form: EditorForm,
  field: 'topics' | 'tags',
  problem: ReturnType<typeof useProblemWords>,
): string | undefined {
  return form[field].map((_, index) => problem(field, index)).find((words) => words !== undefined);
}
