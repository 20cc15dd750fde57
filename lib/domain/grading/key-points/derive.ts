import type { KeyPoint } from '../model';
import { type Block, blocksOf } from './blocks';
import { codePointsOf } from './code-points';
import { asksForList, isBesideTheQuestion, isIllustration } from './demands';
import { isEnumeration, listItemsOf } from './list-items';
import { type Slice, sentencesOf } from './sentences';

interface Draft extends Slice {
  text: string;
  lead: string;
}

/** A rubric longer than this is no rubric; the shortest neighbours are merged. */
const MOST_POINTS = 16;

/**
 * Splits a reference answer into key points, from its structure alone: list items, sentences, table rows, code lines.
 * @param reference Markdown; every point's `evidence` is a verbatim part of it.
 * @param limit neighbours are joined until there are no more points than this; 16 unless told.
 * @returns at least one point unless the reference says nothing.
 */
export function deriveKeyPoints(question: string, reference: string, limit = MOST_POINTS): KeyPoint[] {
  const drafts = mergeToLimit(reference, mergeFragments(reference, draftsOf(question, reference)), limit);
  const beside = drafts.map(
    (draft) => isBesideTheQuestion(question, draft.lead) || isIllustration(question, draft.text),
  );
  // A reference that seems wholly beside the question is the question's answer all the same.
  const keepsBonus = beside.filter((isBeside) => !isBeside).length >= Math.max(1, drafts.length / 3);
  return drafts.map((draft, index) => ({
    id: `p${index + 1}`,
    text: pointText(draft),
    weight: 1,
    core: !(keepsBonus && beside[index]),
    evidence: reference.slice(draft.start, draft.end),
  }));
}

function draftsOf(question: string, reference: string): Draft[] {
  const isList = asksForList(question) || isEnumeration(reference);
  return blocksOf(reference).flatMap((block) => {
    if (block.kind === 'code') {
      return codePointsOf(reference, block).map((point) => ({ ...point, lead: block.lead }));
    }
    if (block.kind === 'row') return [draft(reference, block, block.lead)];
    const isParted = /[；;]/.test(reference.slice(block.start, block.end));
    return sentencesOf(reference, block.start, block.end).flatMap((sentence) => {
      const items = isList ? listItemsOf(reference, sentence, isParted) : [sentence];
      if (items.length > 1) return items.map((item) => draft(reference, item, ''));
      return [draft(reference, sentence, leadOf(reference, sentence, block))];
    });
  });
}

/** A sentence's own lead ("优点：…", "**Why**: …") comes before the one it stands under. */
function leadOf(reference: string, sentence: Slice, block: Block): string {
  const own = /^[\s\d.、()（）*●•-]*([^\s:：*][^:：。，,*]{0,20})\**\s*[:：]\**\s*\S/.exec(
    reference.slice(sentence.start, sentence.end),
  );
  return own?.[1]?.trim() ?? block.lead;
}

function draft(reference: string, slice: Slice, lead: string): Draft {
  return { start: slice.start, end: slice.end, lead, text: plain(reference.slice(slice.start, slice.end)) };
}

/** One line without list marks, emphasis and table pipes. */
function plain(markdown: string): string {
  return markdown
    .replace(/\s+/g, ' ')
    .replace(
      /^\s*(?:[-*+●•○▪]\s+|[●•○▪]|\d{1,2}\s?[.、)）](?!\d)\s*|[（(]\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[)）]\s*|[①-⑩]\s*|>\s*|#+\s+)+/u,
      '',
    )
    .replace(/\*\*|__|`/g, '')
    .replace(/^ ?\| ?| ?\| ?$/g, '')
    .replace(/ ?\| ?/g, ' · ')
    .replace(/ +/g, ' ')
    .trim();
}

function pointText(point: Draft): string {
  const text = point.text.replace(/(?<![。；;，,、：:])[。；;，,、：:]+$/, '');
  const lead = plain(point.lead);
  return lead === '' || text.includes(lead) || lead.length > 24 ? text : `${lead}：${text}`;
}

/** "One of the following should be given:", "步骤如下：" announces points and is none. */
const ANNOUNCEMENT = /(?:following|as follows|以下|如下|下列|下述)[^:：]*[:：]\s*$/i;
/** A lead that belongs to the point it opens ("Slow start (cwnd < ss_thresh):"). */
const LEAD = /^(?:[^。.!?]{0,16}|[^。.!?\p{Script=Han}]{0,50})[:：]+$/u;

/** Pieces without content of their own ("1.", "Answer:") join what follows; announcements are left out. */
function mergeFragments(reference: string, drafts: readonly Draft[]): Draft[] {
  const merged: Draft[] = [];
  let pending: Draft | null = null;
  for (const piece of drafts) {
    if (ANNOUNCEMENT.test(piece.text)) continue;
    const joined: Draft = pending
      ? draft(reference, { start: pending.start, end: piece.end }, piece.lead)
      : piece;
    if (!/[\p{L}\d]/u.test(piece.text) || LEAD.test(piece.text)) pending = joined;
    else {
      merged.push(joined);
      pending = null;
    }
  }
  if (pending && /[\p{L}\d]/u.test(pending.text)) merged.push(pending);
  return merged.length > 0 ? merged : [...drafts];
}

function mergeToLimit(reference: string, drafts: readonly Draft[], limit: number): Draft[] {
  const merged = [...drafts];
  while (merged.length > limit) {
    const at = shortestPair(merged);
    const left = merged[at];
    const right = merged[at + 1];
    if (!left || !right) break;
    merged.splice(at, 2, draft(reference, { start: left.start, end: right.end }, left.lead));
  }
  return merged;
}

function shortestPair(drafts: readonly Draft[]): number {
  let best = 0;
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < drafts.length; index++) {
    const length = (drafts[index]?.text.length ?? 0) + (drafts[index + 1]?.text.length ?? 0);
    if (length < shortest) {
      shortest = length;
      best = index;
    }
  }
  return best;
}
