/** What is kept on this device for who is signed in: drafts, and what waits for the network. Never anything by which one could sign in. */

const PREFIX = "press-ledger";

const keyOf = (subject: string, what: string): string => `${PREFIX}:${subject}:${what}`;

/** Who was signed in last, by name, role and unit: without a network the server cannot be asked. */
const READER = `${PREFIX}:reader`;

export function keepReader(reader: unknown): void {
  try {
    if (reader === null) localStorage.removeItem(READER);
    else localStorage.setItem(READER, JSON.stringify(reader));
  } catch {
    // Without it the page is the public's where there is no network.
  }
}

export function keptReader(): unknown {
  try {
    return JSON.parse(localStorage.getItem(READER) ?? "null") as unknown;
  } catch {
    return null;
  }
}

/** @returns whether it is kept: a storage may be full, or forbidden */
export function keep(subject: string, what: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(keyOf(subject, what));
    else localStorage.setItem(keyOf(subject, what), JSON.stringify(value));
    return true;
  } catch {
    // The form still works.
    return false;
  }
}

/** What was typed and is in the ledger not yet. */
const DRAFTS = "draft:";
/** Whom and what the device knows by name. */
const NAMES = "known:";

const keysOf = (subject: string, ...beginnings: readonly string[]): readonly string[] => {
  try {
    return Object.keys(localStorage).filter((key) => beginnings.some((one) => key.startsWith(keyOf(subject, one))));
  } catch {
    return [];
  }
};

export const hasDrafts = (subject: string): boolean => keysOf(subject, DRAFTS).length > 0;

export function dropDrafts(subject: string): void {
  for (const key of keysOf(subject, DRAFTS)) localStorage.removeItem(key);
}

/** Who signs out may leave a computer to others: no names stay behind, save in what still waits to be sent. */
export function leaveDevice(subject: string): void {
  for (const key of keysOf(subject, DRAFTS, NAMES)) localStorage.removeItem(key);
  keepReader(null);
}

export function keptOf<T>(subject: string, what: string): T | null {
  try {
    const text = localStorage.getItem(keyOf(subject, what));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
