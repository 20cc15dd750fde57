'use client';
import { useState } from 'react';
import { useRequest } from '@/app/_client/use-request';

export interface EndpointTest<T> {
  result: T | null;
  failure: string | null;
  isRunning: boolean;
  run(): Promise<void>;
}

/** Runs a test of an endpoint on a press, and keeps what came of it. */
export function useTest<T>(test: () => Promise<T>): EndpointTest<T> {
  const { isRunning, failure, run: request } = useRequest();
  const [result, setResult] = useState<T | null>(null);
  const run = async () => {
    setResult(null);
    await request(async () => setResult(await test()));
  };
  return { result, failure, isRunning, run };
}
