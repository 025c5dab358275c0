/**
 * Whether two names would be read as one: the same but for capitals, width and blanks. Marks count: Thanh Hóa is not
 * Thanh Hòa.
 */
export const sameName = (one: string, other: string): boolean => comparable(one) === comparable(other);

const comparable = (name: string): string => name.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim();
