import { type AppealTally, tallyAppeals as tally } from '../domain/interview';
import type { InterviewStore } from '../ports';

/** What the person objected to in all interviews there are, by grader. */
export async function tallyAppeals({
  interviews,
}: {
  interviews: Pick<InterviewStore, 'listIds' | 'load'>;
}): Promise<AppealTally[]> {
  const ids = await interviews.listIds(Number.MAX_SAFE_INTEGER);
  const logs = [];
  for (const id of ids) logs.push(await interviews.load(id));
  return tally(logs.flatMap((log) => log?.map(({ event }) => event) ?? []));
}
