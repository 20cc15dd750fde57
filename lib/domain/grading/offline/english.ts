import { stemmer } from 'stemmer';

/** Forms that no stemmer brings together, as "base form form". */
const IRREGULAR = [
  'see saw seen',
  'hear heard',
  'go went gone',
  'throw threw thrown',
  'find found',
  'keep kept',
  'break broke broken',
  'come came',
  'take took taken',
  'give gave given',
  'know knew known',
  'grow grew grown',
  'fall fell fallen',
  'rise rose risen',
  'feel felt',
  'leave left',
  'hold held',
  'lose lost',
  'send sent',
  'spend spent',
  'build built',
  'learn learnt',
  'burn burnt',
  'begin began begun',
  'run ran',
  'sink sank sunk',
  'freeze froze frozen',
  'choose chose chosen',
  'write wrote written',
  'think thought',
  'bring brought',
  'buy bought',
  'catch caught',
  'teach taught',
  'say said',
  'tell told',
  'sell sold',
  'shrink shrank shrunk',
  'speak spoke spoken',
  'drive drove driven',
  'eat ate eaten',
  'fly flew flown',
  'draw drew drawn',
  'stick stuck',
  'stand stood',
  'understand understood',
  'mean meant',
  'meet met',
  'feed fed',
  'lead led',
  'heat hot',
  'matrix matrices',
  'index indices',
  'vertex vertices',
  'datum data',
  'foot feet',
  'child children',
  'person people',
  'mouse mice',
  'good better best',
  'bad worse worst',
  'far farther further farthest furthest',
  'different differently difference differ',
  'long length',
  'wide width',
  'deep depth',
  'high height',
  'strong strength',
  'weigh weight',
  'hide hidden',
  'bind bound',
];

/** Adjectives whose comparative and superlative occur in explanations; regular spelling. */
const ADJECTIVES = (
  'high low big small long short fast slow tight loose hot cold warm cool dark light heavy hard soft thick thin wide wet dry large ' +
  'strong weak dense close near quick bright dim old young steep flat deep shallow few great loud quiet clean clear sharp smooth ' +
  'rough rich poor safe cheap fine coarse simple late early easy noisy dirty tiny heavy'
).split(' ');

const BASE = new Map<string, string>();
for (const family of IRREGULAR) {
  const [base, ...forms] = family.split(' ');
  for (const form of forms) if (base) BASE.set(form, base);
}
for (const adjective of ADJECTIVES) {
  for (const ending of ['er', 'est']) BASE.set(compared(adjective, ending), adjective);
}

function compared(adjective: string, ending: string): string {
  if (adjective.endsWith('e')) return adjective + ending.slice(1);
  if (adjective.endsWith('y')) return `${adjective.slice(0, -1)}i${ending}`;
  return /[^aeiou][aiou][gdtmn]$/.test(adjective)
    ? adjective + adjective.slice(-1) + ending
    : adjective + ending;
}

const stems = new Map<string, string>();
/** Bound of the cache: a vocabulary, not a leak. */
const CACHE = 20_000;

/** The stem of a lower-case English word, irregular and compared forms brought to their base first. */
export function stemOf(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  if (stems.size >= CACHE) stems.clear();
  const stem = stemmer(BASE.get(word) ?? word);
  stems.set(word, stem);
  return stem;
}
