'use client';
import { createContext } from 'react';

/** Opens the editor of the question on the page; null where there is none. */
export const EditQuestion = createContext<(() => void) | null>(null);
