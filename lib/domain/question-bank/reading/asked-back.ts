import type { Candidate } from './candidates';
import { asksBack } from './likeness';
import { becomeSection, type Line } from './line';

/** Characters of a line that only says whose words follow. */
const LONGEST_SPEAKER = 60;
const SPEAKER = /(?:提问|问我|反问|面试官|总结|评价|结果|感受)/u;

/** "面试官提问：", "我提问：", "总结：", a line by itself or the first of a quotation. */
function isSpeaker({ kind, item, isBlockStart, text }: Line): boolean {
  const isOwn = kind === 'paragraph' && item === null && isBlockStart && text.length <= LONGEST_SPEAKER;
  return isOwn && /[:：]$/u.test(text) && SPEAKER.test(text);
}

/** Where a person wrote down what was asked on both sides, the lines that say whose questions follow are titles. */
export function markSpeakers(lines: readonly Line[]): void {
  const speakers = lines.filter(isSpeaker);
  if (!speakers.some(({ text }) => asksBack(text))) return;
  for (const line of speakers) becomeSection(line);
}

/** "你还有什么想问我的吗？": the answer to it is a list of questions. */
const INVITES =
  /[你您]还?有(?:没有)?(?:什么|哪些|啥)?.{0,6}(?:想|要)?.{0,2}(?:问|了解).{0,8}(?:吗|么|的|我们?)[?？]?$|do you have any questions (?:for|to ask) (?:us|me|the)/iu;

const numberOf = ({ mark }: Candidate): number => mark.path.at(-1) ?? 0;

/** Candidates without those that a candidate may ask in return, which stand below the question that invites to it. */
export function withoutAskedBack(candidates: readonly Candidate[]): Candidate[] {
  let inviting: Candidate | null = null;
  return candidates.filter((candidate) => {
    const goesOn =
      inviting === null ||
      candidate.carrier === 'heading' ||
      (candidate.shape === inviting.shape && numberOf(candidate) > numberOf(inviting));
    if (!goesOn) return false;
    inviting = INVITES.test(candidate.mark.title) && numberOf(candidate) > 0 ? candidate : null;
    return true;
  });
}
