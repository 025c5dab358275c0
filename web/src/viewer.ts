import { WhoAmI, type WhoAmIQuery } from "../generated/documents.ts";
import { keepReader, keptReader } from "./kept.ts";
import { ask, Fault, forgetAnswers, OFFLINE, OURS, readAs } from "./ledger/ask.ts";
import { useWatched, Watched } from "./watching.ts";

/** Who reads the page, and what is there for them. The server decides what each may; here it is only not offered. */
export interface Viewer {
  readonly subject: string | null;
  readonly role: Role;
  readonly unit: { readonly id: string; readonly name: string } | null;
  /** Records, their history, what is due. */
  readonly mayRead: boolean;
  readonly mayFollow: boolean;
  readonly mayWrite: boolean;
  /** Of the public: it was somebody until now, whose login has ended. */
  readonly ended?: true;
}

export type Role = NonNullable<WhoAmIQuery["viewer"]>["role"];

const READERS: readonly Role[] = ["CLERK", "PRESS_OFFICER", "INSPECTOR", "OVERSIGHT", "ANALYST", "ADMIN"];
const WRITERS: readonly Role[] = ["CLERK", "PRESS_OFFICER", "INSPECTOR", "OVERSIGHT", "ADMIN"];

const PUBLIC: Viewer = { subject: null, role: "PUBLIC", unit: null, mayRead: false, mayFollow: false, mayWrite: false };

let viewer: Viewer | undefined;
const viewers = new Watched();

export const viewerNow = (): Viewer | undefined => viewer;

type Reader = NonNullable<WhoAmIQuery["viewer"]>;

const viewerOf = ({ subject, role, unit }: Reader): Viewer => ({
  ...{ subject, role, unit },
  mayRead: READERS.includes(role),
  mayFollow: READERS.includes(role),
  mayWrite: WRITERS.includes(role),
});

/** The page was opened without a network: it is drawn for whom it was last, until the server can be asked. */
let isAssumed = false;

function assumed(): Viewer | undefined {
  const { subject, role, unit } = (keptReader() ?? {}) as Partial<Reader>;
  return typeof subject === "string" && READERS.some((one) => one === role)
    ? viewerOf({ subject, unit: unit ?? null, role: role as Role })
    : undefined;
}

async function askWhoOneIs(): Promise<void> {
  try {
    // As whoever the browser is now, not as whom the page was drawn for.
    const { viewer: found } = await ask(WhoAmI, {}, undefined, OURS);
    viewer = found ? viewerOf(found) : PUBLIC;
    keepReader(found);
    isAssumed = false;
  } catch (error) {
    const code = error instanceof Fault ? error.code : "";
    const last = code === OFFLINE && viewer === undefined ? assumed() : undefined;
    if (last) return void ([viewer, isAssumed] = [last, true]);
    if (code !== "UNAUTHENTICATED") throw error;
    viewer = { ...PUBLIC, ended: true };
    keepReader(null);
    await fetch("/logout", { method: "POST", headers: OURS }).catch(() => undefined);
  }
}

/** Asks who one is. Whose login has ended is the public, and told so. */
export async function loadViewer(): Promise<void> {
  try {
    if (viewer === undefined && !navigator.onLine) [viewer, isAssumed] = [assumed() ?? PUBLIC, true];
    else await askWhoOneIs();
  } finally {
    forgetAnswers();
    readAs(viewer?.subject ?? null, () => void becomeWhoOneIs());
    viewers.tell();
  }
}

/** Under way, however many requests were refused at once. */
let becoming: Promise<void> | undefined;

/** The page is drawn for whoever the browser is by now; what was typed stays with whoever typed it. */
function becomeWhoOneIs(): Promise<void> {
  const before = viewer;
  becoming ??= loadViewer()
    .then(() => {
      if (before && before.subject !== null && viewer === PUBLIC) viewer = { ...PUBLIC, ended: true };
      viewers.tell();
    })
    .catch(() => undefined)
    .finally(() => (becoming = undefined));
  return becoming;
}

addEventListener("online", () => isAssumed && void becomeWhoOneIs());

/** @param watcher is told when who one is has been asked */
export const watchViewer = (watcher: () => void): void => void viewers.watch(watcher);
export const useViewer = (): Viewer => useWatched(viewers, () => viewer ?? PUBLIC);

/** How one can say who one is here. */
export interface LoginState {
  readonly login: "NONE" | "OPENID" | "ROLES";
  readonly signedIn: boolean;
}

export async function loginState(): Promise<LoginState> {
  const response = await fetch("/login/state", { headers: OURS }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as LoginState) : { login: "NONE", signedIn: false };
}
