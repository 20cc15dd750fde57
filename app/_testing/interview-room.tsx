import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { InterviewView } from '@/lib/domain/interview';
import { InterviewRoom } from '../interview/[interviewId]/_components/interview-room';
import { render } from './render';

/** Before each test of a file a browser that remembers nothing, with what happy-dom lacks; behind it nothing is left. */
export function freshBrowserForEachTest(): void {
  beforeEach(() => {
    localStorage.clear();
    vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
    vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    window.location.hash = '';
  });
}

/** Opens the page of an interview as it was stored. */
export function openRoom(view: InterviewView, language: 'zh' | 'en' = 'zh') {
  return render(<InterviewRoom initial={view} status={null} />, language);
}

/** The field in which one writes. */
export function composerField(): HTMLTextAreaElement {
  return screen.getByTestId<HTMLTextAreaElement>('composer');
}
