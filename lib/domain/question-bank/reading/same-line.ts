/** A line that holds a question and the beginning of its answer. */
export interface SameLine {
  title: string;
  /** What follows the question, a label for it taken off. */
  rest: string;
}

/** "**What is X?** A thing." */
const BOLD_LEAD = /^(\*\*|__)((?:(?!\1).){2,200}?[?？])\s*\1\s*[:：—–-]*\s*(?=\S)/su;
/** "What is X? A: a thing", "什么是 X？**答案：** 一种 …" */
const INLINE_LABEL =
  /(?<=[?？.。！!）)])\s*(?:\*\*|__)?(?:A|Ans(?:wer)?|答案?|参考答案|回答)\s*[:：]\s*(?:\*\*|__)?\s*(?=\S)/u;
/** Letters or a verdict are the key of a choice, whose options follow. */
const KEY_ONLY = /^[A-H]{1,8}[。.]?$/u;
/** Longer lines are not searched. */
const LONGEST = 4_000;

/** Splits a title at the end of the question it begins with; null where it holds no answer. */
export function splitSameLine(title: string): SameLine | null {
  if (title.length > LONGEST) return null;
  const lead = BOLD_LEAD.exec(title);
  if (lead !== null) {
    const rest = title.slice(lead[0].length);
    return { title: lead[2] ?? '', rest: rest.replace(/^(?:A|答)\s*[:：]\s*/u, '') };
  }
  const label = INLINE_LABEL.exec(title);
  if (label === null || label.index < 2) return null;
  const rest = title.slice(label.index + label[0].length);
  return KEY_ONLY.test(rest) ? null : { title: title.slice(0, label.index), rest };
}
