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
