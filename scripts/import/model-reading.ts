import { isTaken, type PreviewDocument, type WindowOutcome } from '../../lib/domain/question-bank';

/** What became of one part of a document, as one line. */
export function windowLine(
  document: string,
  { window, proposals }: WindowOutcome,
  done: number,
  total: number,
): string {
  const { start, end } = window.lines;
  const outcome =
    window.state === 'failed'
      ? `failed (${window.reason}): ${window.message}`
      : `${proposals.length} ${proposals.length === 1 ? 'proposal' : 'proposals'}`;
  return `${document}, lines ${start}–${end} (${done} of ${total}): ${outcome}`;
}

/** The fields `proposals` and `windows` of a document that a model read; nothing where none did. */
export function modelReadingJson(document: PreviewDocument): Record<string, unknown> {
  const { modelReading, corrections = [] } = document;
  if (!modelReading) return {};
  return {
    model: modelReading.model,
    windows: modelReading.windows,
    proposals: modelReading.proposals.map((proposal) => ({
      ...proposal,
      isTaken: isTaken(proposal, corrections),
    })),
  };
}

/** The same in words: how many were proposed and taken, and which parts could not be read. */
export function modelReadingText(document: PreviewDocument): string[] {
  const { modelReading, corrections = [] } = document;
  if (!modelReading) return [];
  const { model, windows, proposals } = modelReading;
  const taken = proposals.filter((proposal) => isTaken(proposal, corrections)).length;
  const failed = windows.filter(({ state }) => state !== 'done');
  return [
    `  ${model} made ${proposals.length} ${proposals.length === 1 ? 'proposal' : 'proposals'}; taken: ${taken}`,
    ...failed.map(({ lines: { start, end } }) => `  lines ${start}–${end} were not read by the model`),
  ];
}
