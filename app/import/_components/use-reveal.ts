'use client';
import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Scrolls a pane, and nothing around it, to its element with `data-current`, once for each new `target` as soon as the
 * element is there. What can be seen already stays where it is.
 */
export function useReveal(pane: RefObject<HTMLElement | null>, target: unknown): void {
  const done = useRef<unknown>(null);
  useLayoutEffect(() => {
    const element = pane.current?.querySelector('[data-current]');
    if (done.current === target || !pane.current || !element) return;
    done.current = target;
    const outer = pane.current.getBoundingClientRect();
    const inner = element.getBoundingClientRect();
    if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
    pane.current.scrollTop += inner.top - outer.top - outer.height / 4;
  });
}
