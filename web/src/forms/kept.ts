/** What is kept on this device for who is signed in: drafts, and what waits for the network. Never anything of a login. */

const PREFIX = "press-ledger";

const keyOf = (subject: string, what: string): string => `${PREFIX}:${subject}:${what}`;

export function keep(subject: string, what: string, value: unknown): void {
  try {
    if (value === null) localStorage.removeItem(keyOf(subject, what));
    else localStorage.setItem(keyOf(subject, what), JSON.stringify(value));
  } catch {
    // A full or forbidden storage: the form still works, it is only not kept.
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
