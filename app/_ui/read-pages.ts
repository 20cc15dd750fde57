/** As far as a list goes on one page; whoever wants more has to narrow it. */
const MOST_PAGES = 40;

/** How many pages of a list are shown below each other: `pages` of the address, 1 where that makes no sense. */
export function readPages(given: string | string[] | undefined): number {
  const pages = Number(given);
  return Number.isInteger(pages) && pages > 0 ? Math.min(pages, MOST_PAGES) : 1;
}
