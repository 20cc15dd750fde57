'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Markdown } from '@/app/_ui/markdown';
import { plainText } from '@/app/_ui/plain-text';
import { isTaken, isVerbatim, type ReadingProposal, withProposals } from '@/lib/domain/question-bank';
import classes from './model-reading.module.css';
import shared from './review.module.css';
import type { Review } from './use-review';

/** Proposals that are drawn at once. */
const DRAWN = 30;

interface ProposalsProps {
  review: Review;
  proposals: readonly ReadingProposal[];
}

/** What the model proposes, in the order of the document; the document's own words can be taken all at once. */
export function Proposals({ review, proposals }: ProposalsProps) {
  const t = useTranslations('modelReading');
  const [drawn, setDrawn] = useState(DRAWN);
  const open = proposals.filter((proposal) => !isTaken(proposal, review.corrections));
  const verbatim = open.filter(isVerbatim);
  const take = (taken: readonly ReadingProposal[]) =>
    review.correctAll(
      withProposals(review.corrections, taken),
      t('took', { count: taken.length }),
      t('refused', { count: taken.length }),
    );
  if (proposals.length === 0) return null;
  return (
    <>
      {verbatim.length > 0 && (
        <Button
          variant="light"
          disabled={review.isBusy}
          onClick={() => take(verbatim)}
          data-testid="take-verbatim"
        >
          {t('takeVerbatim', { count: verbatim.length })}
        </Button>
      )}
      <ul className={shared.plain} data-testid="proposals">
        {proposals.slice(0, drawn).map((proposal) => (
          <Proposal
            key={proposal.id}
            proposal={proposal}
            isTaken={!open.includes(proposal)}
            isBusy={review.isBusy}
            onTake={() => take([proposal])}
            onLook={() => review.select({ line: proposal.lines.start })}
          />
        ))}
      </ul>
      {proposals.length > drawn && (
        <Button variant="subtle" onClick={() => setDrawn(drawn + DRAWN)}>
          {t('more', { count: proposals.length - drawn })}
        </Button>
      )}
    </>
  );
}

interface ProposalProps {
  proposal: ReadingProposal;
  isTaken: boolean;
  isBusy: boolean;
  onTake(): void;
  onLook(): void;
}

function Proposal({ proposal, isTaken: isIn, isBusy, onTake, onLook }: ProposalProps) {
  const t = useTranslations('modelReading');
  const { type, stem, answer, lines, reason, modelWritten = [] } = proposal;
  return (
    <li className={shared.alternative} data-testid="proposal">
      <p className={classes.type}>
        {t(`type.${type}`)}
        <span className="viva-muted"> · {t(isVerbatim(proposal) ? 'fromDocument' : 'fromModel')}</span>
      </p>
      <button type="button" className={shared.example} onClick={onLook}>
        <span className={shared.lineNumber}>{t('lines', { ...lines })}</span> {plainText(stem)}
      </button>
      {modelWritten.includes('stem') && <p className={classes.written}>{t('stemWritten')}</p>}
      {answer !== undefined && (
        <div className={classes.answer}>
          <Markdown text={answer} />
        </div>
      )}
      {modelWritten.includes('answer') && <p className={classes.written}>{t('answerWritten')}</p>}
      {reason && <p className="viva-muted">{t('reasonSaid', { reason })}</p>}
      {isIn ? (
        <p className="viva-muted">{t('taken')}</p>
      ) : (
        <Button variant="default" disabled={isBusy} onClick={onTake} data-testid="take">
          {t(isVerbatim(proposal) ? 'take' : 'confirmAndTake')}
        </Button>
      )}
    </li>
  );
}
