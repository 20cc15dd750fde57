import { holdsRoundTrips } from './round-trip.contract';

holdsRoundTrips(5_000);
