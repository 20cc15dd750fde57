'use client';
import { createContext, useContext } from 'react';
import type { AnswerView, InterviewView, Regrade } from '@/lib/domain/interview';

/** What a person can do about a grade that is shown, and how the page around it does it. */
export interface Recourse {
  interviewId: string;
  answer: AnswerView;
  /** What would grade now; absent while unknown. */
  grader?: InterviewView['grader'];
  /** Something of the interview is being answered; nothing else can be asked for. */
  isBusy: boolean;
  isRegrading: boolean;
  /** Has the answer graded anew. */
  regrade(how: Regrade): void;
  /** Shows what is stored now. */
  refresh(): Promise<unknown>;
}

const Context = createContext<Recourse | null>(null);

export const RecourseProvider = Context.Provider;

/** Null where a grade is only shown: an estimate, a printed page. */
export function useRecourse(): Recourse | null {
  return useContext(Context);
}
