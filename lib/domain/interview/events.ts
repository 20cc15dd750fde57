/** What happened in an interview, as stored. Every other fact about it is computed from these. */
export type InterviewEvent = { type: 'started'; at: string };
