/** Where an answer is graded anew: the same id in the interview and in its report, for links from elsewhere. */
export function regradeAnchor(answerId: string): string {
  return `regrade-${answerId}`;
}
