/** The documents that hold one term, in ascending order, with how often: growable typed arrays. */
export class Postings {
  /** Document numbers, ascending; only the first `length` count. */
  documents = new Int32Array(4);
  /** Term frequencies beside `documents`, capped at 255 (BM25 is flat far below that). */
  frequencies = new Uint8Array(4);
  length = 0;

  push(document: number, frequency: number): void {
    if (this.length === this.documents.length) this.grow();
    this.documents[this.length] = document;
    this.frequencies[this.length] = Math.min(frequency, 255);
    this.length += 1;
  }

  private grow(): void {
    const documents = new Int32Array(this.documents.length * 2);
    documents.set(this.documents);
    this.documents = documents;
    const frequencies = new Uint8Array(this.frequencies.length * 2);
    frequencies.set(this.frequencies);
    this.frequencies = frequencies;
  }
}
