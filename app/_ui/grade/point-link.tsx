'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';

interface PointLink {
  /** The mark that is lit up in both places: hovered or focused, else tapped. */
  active: string | null;
  hover(id: string | null): void;
  toggle(id: string): void;
}

const Context = createContext<PointLink>({ active: null, hover: () => {}, toggle: () => {} });

/** Ties the quotes in a person's words to the points that rest on them. */
export function PointLinkProvider({ children }: { children: ReactNode }) {
  const [hovered, setHovered] = useState<string | null>(null);
  const [tapped, setTapped] = useState<string | null>(null);
  const link = useMemo<PointLink>(
    () => ({
      active: hovered ?? tapped,
      hover: setHovered,
      toggle: (id) => setTapped((before) => (before === id ? null : id)),
    }),
    [hovered, tapped],
  );
  return <Context value={link}>{children}</Context>;
}

export function usePointLink(): PointLink {
  return useContext(Context);
}

/** Mouse and keyboard handlers that light up a mark. */
export function lightUp(link: PointLink, id: string) {
  return {
    onMouseEnter: () => link.hover(id),
    onMouseLeave: () => link.hover(null),
    onFocus: () => link.hover(id),
    onBlur: () => link.hover(null),
  };
}
