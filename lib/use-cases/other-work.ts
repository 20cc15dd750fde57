/** Lets requests that wait be answered: long work on a big bank must not stop the server. */
export function otherWork(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
