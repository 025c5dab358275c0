/**
 * Whether two names would be read as one: the same but for capitals, width and blanks. Marks count: Thanh Hóa is not
 * Thanh Hòa.
 */
export const sameName = (one: string, other: string): boolean => comparable(one) === comparable(other);

/** A name by its initials: `N••• V••• A•••`. A word of one letter has none that would not be the whole. */
export const initialsOf = (name: string): string => name.split(/\s+/u).map(initialOf).join(" ");

function initialOf(word: string): string {
  const [first = "", ...others] = word;
  return others.length === 0 ? "•••" : `${first}•••`;
}

const comparable = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
