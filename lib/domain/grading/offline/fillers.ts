/** Spoken fillers; they carry nothing and stand anywhere. */
const FILLER =
  /(?:嗯+|呃+|额+(?=[，,、…])|啊+(?=[，,、…])|哎+|那个(?=[，,、…])|这个(?=[，,、…])|就是说|怎么说呢|怎么说|对吧|是吧|你知道|我想想|让我想想|然后呢|\b(?:um+|uh+|er+m?|hmm+|you know|i mean|let me think|let me see|sort of|kind of)\b)[，,、…\s]*/giu;

/** Control and zero-width characters, which can hide text from a reader but not from a program. */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

/** Blanks fillers and invisible characters with spaces, so that every offset stays what it was. */
export function blankFillers(text: string): string {
  const blank = (part: string) => ' '.repeat(part.length);
  return text.replace(INVISIBLE, blank).replace(FILLER, blank);
}

/** Words and particles of speech, beside the fillers, and the reader or speaker addressed. */
const SPEECH =
  /[啊呢吧嘛哦]|就是|其实|比如说|我|你|咱|这个|那个|然后|\b(?:I|you|we|so|like|well|okay|just)\b|\b\w+(?:'s|n't|'re|'ll|'ve)\b/giu;
/** One in so many characters: 19 of 20 references of our bank have at most one in 200, talk mostly one in 50. */
const SPEECH_EVERY = 125;

/** Whether a text is said rather than written. */
export function isSpoken(text: string): boolean {
  const marks = (text.match(FILLER)?.length ?? 0) + (text.match(SPEECH)?.length ?? 0);
  return marks * SPEECH_EVERY >= text.length;
}

/**
 * Somebody speaks of himself, of a time, or of the question instead of its subject ("我们项目里当时…", "this one comes up
 * in exams"): metadiscourse and narrative, which references hardly hold.
 */
const TALK =
  /我|咱|抱歉|感谢|包涵|见谅|大家|当时|后来|去年|前年|昨天|那天|那时|上次|有一次|第二天|前段时间|面试|考试|教材|课本|初学|谢谢|不好意思|指正|这道题|这个知识点|\b(?:I(?![).])|I'm|I've|I'll|[Ww]e|[Oo]ur|[Mm]y|[Ll]ast (?:year|month|week|time)|yesterday|ago|back then|at the time|exams?|interviews?|textbooks?|beginners?|[Tt]hank(?:s| you)|[Ss]orry|this (?:question|topic))\b/u;

/** Whether a sentence tells how somebody came to something, not what it is. */
export function isTalk(sentence: string): boolean {
  return TALK.test(sentence);
}
