/** What look-up is served from. The database is the truth; this follows it. */
export interface BankIndex {
  /** Resolves once everything that is in the bank now can be searched. */
  refresh(): Promise<void>;
}
