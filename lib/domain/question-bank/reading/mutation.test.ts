import fc from 'fast-check';
import { describe, it } from 'vitest';
import { mutatedDocument } from './damaged-documents.contract';
import { expectSoundReading } from './sound-reading.contract';

describe('readDocument on damaged documents', () => {
  it('neither crashes nor invents text', () => {
    fc.assert(
      fc.property(mutatedDocument(), (text) => expectSoundReading(text)),
      { numRuns: 300 },
    );
  }, 60_000);
});
