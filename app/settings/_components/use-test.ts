'use client';
import { useState } from 'react';
import { RequestError } from '@/app/_client/http';

export interface EndpointTest<T> {
  result: T | null;
  failure: string | null;
  isRunning: boolean;
  run(): Promise<void>;
}

/** Runs a test of an endpoint on a press, and keeps what came of it. */
export function useTest<T>(test: () => Promise<T>): EndpointTest<T> {
  const [result, setResult] = useState<T | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const run = async () => {
    setIsRunning(true);
    setResult(null);
    setFailure(null);
    try {
      setResult(await test());
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFailure(error.message);
    } finally {
      setIsRunning(false);
    }
  };
  return { result, failure, isRunning, run };
}
