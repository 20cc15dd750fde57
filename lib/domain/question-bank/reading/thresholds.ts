/*
 * Thresholds of the evidence. Chosen on the eighteen development documents, the five seeds and some two hundred documents
 * typed over from public repositories, so that most are read within their ranges (question groups .45..1, notes 0...3).
 */
/** Mean likeness of a numbered group that is questions. */
export const NUMBERED = 0.4;
/** The same without numbers. */
export const UNNUMBERED = 0.55;
/** Hardly one is an exception. */
export const SURE = 0.8;
/** So many alike with text below need ask less often: the others of a bank only name what is to be explained. */
export const MANY = 8;
export const UNIFORM = 0.45;
/** Share of spans with an answer label or options that makes questions of them. */
export const ANSWERED = 0.5;
/** A few answers are enough when the titles ask as well. */
export const SOME_ANSWERED = 0.1;
/** Share of asking bullets that makes questions of the others as well: "Generate unique random numbers". */
export const MOSTLY = 0.7;
