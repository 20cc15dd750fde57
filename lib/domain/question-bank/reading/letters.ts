/** The letter of the option at a position: A for 0. */
export function letterOf(position: number): string {
  return String.fromCharCode(65 + position);
}
