import { useTranslations } from 'next-intl';
import type { Question } from '@/lib/domain/question-bank';

type Part = NonNullable<Question['modelWritten']>[number];
type Marked = Pick<Question, 'modelWritten' | 'edits'>;

/** Parts that a model wrote; one that the person has rewritten since is the person's. */
export function writtenParts({ modelWritten = [], edits = {} }: Marked): Part[] {
  return modelWritten.filter((part) => !(part in edits));
}

/** Says quietly that a part of a question is not the document's. */
export function ModelWritten({ question, part }: { question: Marked; part: Part }) {
  const t = useTranslations('modelReading');
  if (!writtenParts(question).includes(part)) return null;
  return (
    <p className="viva-muted" data-testid={`model-written-${part}`}>
      {t('written')}
    </p>
  );
}
