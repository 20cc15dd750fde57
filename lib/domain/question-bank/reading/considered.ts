import { stableId } from '../../ids';
import type { Candidate } from './candidates';
import type { Evidence } from './evidence';

/** A group of alike candidates, and whether it carries questions. */
export interface ConsideredGroup {
  id: string;
  members: readonly Candidate[];
  /** Index of its section's heading line; absent where the group is judged over the whole document. */
  section?: number;
  evidence: Evidence;
  isTaken: boolean;
}

/** What a person decided about groups, by id: true takes one, false leaves it. */
export type GroupChoices = ReadonlyMap<string, boolean>;

/** 'forced' and 'left' are a person's word where there is one. */
export type Verdict = 'forced' | 'taken' | 'left';

/** Collects the groups that the structure is decided on, and answers for the person where one has decided. */
export class Considered {
  readonly groups: ConsideredGroup[] = [];
  private readonly seen = new Map<string, number>();

  constructor(private readonly choices: GroupChoices) {}

  /** The id of a group: its shape and its section's title, counted where both repeat. Survives moved lines. */
  identify(shape: string, title: string): string {
    const key = `${shape}\u001f${title}`;
    const occurrence = (this.seen.get(key) ?? 0) + 1;
    this.seen.set(key, occurrence);
    return stableId('shape', shape, title, String(occurrence));
  }

  /** What holds for a group that the evidence accepts or not. */
  judge(id: string, isAccepted: boolean): Verdict {
    const choice = this.choices.get(id);
    if (choice === undefined) return isAccepted ? 'taken' : 'left';
    return choice ? 'forced' : 'left';
  }

  add(group: ConsideredGroup): void {
    this.groups.push(group);
  }
}

/** Whether a person's word can make a question of it: it says something, or is labelled as one. */
export function canAsk(candidate: Candidate): boolean {
  return /[\p{L}\p{N}]/u.test(candidate.mark.title) || candidate.mark.kind === 'question';
}
