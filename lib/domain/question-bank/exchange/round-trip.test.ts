import { holdsRoundTrips } from './round-trip.contract';

holdsRoundTrips(80);
