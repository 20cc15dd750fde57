/** The only source of time. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

/** The only source of chance: fresh ids and seeds. */
export interface IdSource {
  /** A new unique id behind the prefix: `i_…`. */
  next(prefix: string): string;
  /** A 31-bit non-negative integer. */
  seed(): number;
}
