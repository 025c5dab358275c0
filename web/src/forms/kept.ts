/** What is kept on this device for who is signed in: drafts, and what waits for the network. Never anything of a login. */

const PREFIX = "press-ledger";

const keyOf = (subject: string, what: string): string => `${PREFIX}:${subject}:${what}`;

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

export function keptOf<T>(subject: string, what: string): T | null {
  try {
    const text = localStorage.getItem(keyOf(subject, what));
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
