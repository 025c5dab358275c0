import { useEffect } from "preact/hooks";
import { useViewer, viewerNow } from "../viewer.ts";
import { useWatched, Watched } from "../watching.ts";
import { MadeByCommand } from "../../generated/documents.ts";
import { ask, Fault, OFFLINE } from "../ledger/ask.ts";
import { goTo, href } from "../place.ts";
import { pair, useLanguage, usePair } from "../words/words.ts";
import { command, type Input, type Outcome } from "./command.ts";
import { keep, keptOf } from "../kept.ts";

/** What was entered without a network. It goes out once when the network is back: each command has its own id. */
export interface Waiting {
  readonly mutation: string;
  /** Where it names what another command of the box makes (`madeBy`), it waits for that, and is given its id then. */
  readonly input: Input & { readonly commandId: string };
  /** What it is, for the list of what waits. */
  readonly title: string;
  /** What was typed, so that what the ledger does not take can be mended in its form. */
  readonly typed?: { readonly path: string; readonly what: string; readonly draft: unknown };
  /** The ledger's refusal, in both languages: it waits for somebody to look at it. */
  readonly refused?: Readonly<Record<"vi" | "en", string>>;
}

const BOX = "outbox";
/** What was made by commands of the box, by their ids. */
const MADE = "outbox-made";
const MOST_MADE = 50;
const EVERY_MS = 5_000;
const boxes = new Watched();
// Another tab may have sent it.
addEventListener("storage", boxes.tell);

/** What is none of ours, or an older page's, is let lie. */
function boxOf(subject: string): readonly Waiting[] {
  const kept = keptOf<unknown>(subject, BOX);
  return Array.isArray(kept) ? kept.filter(isWaiting) : [];
}

const isWaiting = (value: unknown): value is Waiting => {
  const { mutation, title, input } = (value ?? {}) as Partial<Waiting>;
  return /^\w+$/.test(String(mutation)) && typeof title === "string" && typeof input?.commandId === "string";
};

function setBox(subject: string, box: readonly Waiting[]): boolean {
  const isKept = keep(subject, BOX, box.length === 0 ? null : box);
  boxes.tell();
  return isKept;
}

/**
 * @param input with `enteredAt`, the moment of now, so that the ledger knows when it was taken down
 * @returns whether it is kept
 */
export function putInOutbox(waiting: Waiting): boolean {
  const subject = viewerNow()?.subject;
  return subject ? setBox(subject, [...boxOf(subject), waiting]) : false;
}

export function takeFromOutbox(commandId: string): void {
  const subject = viewerNow()?.subject;
  if (subject)
    setBox(
      subject,
      boxOf(subject).filter(({ input }) => input.commandId !== commandId),
    );
}

/** Stands for the record that a command of the box will make. */
export const madeBy = (commandId: string): string => `made:${commandId}`;
const MADE_BY = /^made:/;
export const isToBeMade = (id: string): boolean => MADE_BY.test(id);

const madeOf = (subject: string): Readonly<Record<string, string>> =>
  keptOf<Readonly<Record<string, string>>>(subject, MADE) ?? {};

/** The input with the ids of what was made meanwhile. */
function filledIn(value: unknown, made: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return isToBeMade(value) ? (made[value] ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => filledIn(one, made));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filledIn(one, made)]));
}

function awaited(value: unknown): readonly string[] {
  if (typeof value === "string") return isToBeMade(value) ? [value] : [];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(awaited);
}

/**
 * Gives a command, or keeps it for when the ledger can be reached. What is kept goes out with the moment of now, also if
 * the answer alone was lost: then the ledger has the command by its id, and says so.
 */
export async function commandOrKeep(waiting: Waiting): Promise<Outcome | { readonly is: "KEPT" }> {
  const enteredAt = new Date().toISOString();
  const subject = viewerNow()?.subject ?? "";
  const input = filledIn(waiting.input, madeOf(subject)) as Waiting["input"];
  const keepIt = (): { readonly is: "KEPT" } => {
    const isKept = putInOutbox({ ...waiting, input: { ...waiting.input, enteredAt } });
    // Nothing may be said to be kept that is not: it stays in its form.
    if (!isKept) throw new Fault(OFFLINE, "This device has no room for what waits.");
    return { is: "KEPT" };
  };
  if (!navigator.onLine || awaited(input).length > 0) return keepIt();
  try {
    return await command(waiting.mutation, input);
  } catch (error) {
    if (error instanceof Fault && (error.code === OFFLINE || error.code === "LEDGER_UNAVAILABLE")) return keepIt();
    throw error;
  }
}

/**
 * Does it unless another tab is doing it. Over plain http browsers have no locks: there two tabs may do it at once, and the
 * ledger takes each command once all the same.
 */
async function inOneTab(name: string, work: () => Promise<void>): Promise<void> {
  if (!("locks" in navigator)) return work();
  await navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}

/** Sends what waits, in its order, from one tab at a time. */
async function sendAll(): Promise<void> {
  const subject = viewerNow()?.subject;
  if (!subject || boxOf(subject).every(({ refused }) => refused)) return;
  await inOneTab(`press-ledger-outbox-${subject}`, async () => {
    for (const waiting of boxOf(subject).filter(({ refused }) => !refused)) {
      // What is one's own does not go out as somebody else's.
      if (viewerNow()?.subject !== subject) return;
      try {
        const input = filledIn(waiting.input, madeOf(subject)) as Waiting["input"];
        const [first] = awaited(input);
        if (first !== undefined) {
          const isThere = boxOf(subject).some((one) => madeBy(one.input.commandId) === first);
          // What it is about was dropped: it must not go out without it.
          if (!isThere) replace(subject, { ...waiting, refused: FIRST_DROPPED });
          continue;
        }
        const outcome = await command(waiting.mutation, input);
        if (outcome.is === "DONE") done(subject, waiting, outcome.id);
        // An earlier sending of it, without the moment, had reached the ledger: only the answer was lost.
        else if (outcome.code === "COMMAND_ID_REUSED") done(subject, waiting, await idMadeBy(waiting.input.commandId));
        else replace(subject, { ...waiting, refused: outcome.says });
      } catch (error) {
        if (error instanceof Fault && NEVER_TAKEN.includes(error.code)) {
          replace(subject, { ...waiting, refused: NOT_TAKEN });
          continue;
        }
        const code = error instanceof Fault ? error.code : "INTERNAL_SERVER_ERROR";
        if (OF_ALL.includes(code)) return;
        // It may be by this one alone: those after it do not wait for it.
        console.warn("An entry of the outbox waits.");
      }
    }
  });
}

/** By faults of what is sent, and by those that would meet everything that waits. */
const NEVER_TAKEN: readonly string[] = ["BAD_USER_INPUT", "FORBIDDEN"];
const OF_ALL: readonly string[] = [OFFLINE, "LEDGER_UNAVAILABLE", "UNAUTHENTICATED", "CLOCK_WRONG"];
const NOT_TAKEN = { vi: "Sổ không nhận nội dung này.", en: "The ledger does not take this." };
const FIRST_DROPPED = {
  vi: "Mục phải ghi trước nó (như đăng ký phóng viên) đã bị bỏ.",
  en: "What was to be entered before it, such as the reporter, was dropped.",
};

/** Its id first, then off the box: whoever is stopped between the two sends it again, and nothing is done twice. */
function done(subject: string, { input: { commandId } }: Waiting, id: string | null): void {
  if (id !== null) {
    const entries = [...Object.entries(madeOf(subject)), [madeBy(commandId), id] as const];
    keep(subject, MADE, Object.fromEntries(entries.slice(-MOST_MADE)));
  }
  setBox(
    subject,
    boxOf(subject).filter(({ input }) => input.commandId !== commandId),
  );
}

async function idMadeBy(commandId: string): Promise<string | null> {
  const { ledgerTimeline } = await ask(MadeByCommand, { commandId });
  return ledgerTimeline.nodes[0]?.subjects[0]?.id ?? null;
}

function replace(subject: string, waiting: Waiting): void {
  const { commandId } = waiting.input;
  setBox(
    subject,
    boxOf(subject).map((one) => (one.input.commandId === commandId ? waiting : one)),
  );
}

const WORDS = pair(
  {
    waiting: (number: string): string => `${number} mục đã ghi trên máy này, sẽ gửi khi có mạng.`,
    refused: "Sổ không nhận:",
    drop: "Bỏ mục này",
    mend: "Sửa lại",
    replaces: "Phiếu đang nhập dở sẽ được thay bằng mục này. Tiếp tục?",
  },
  {
    waiting: (number) => `${number} entries are kept on this device; they go out when the network is back.`,
    refused: "The ledger does not take:",
    drop: "Drop this entry",
    mend: "Mend it",
    replaces: "What is being typed is replaced by this entry. Go on?",
  },
);

/** Says what waits, and sends it. */
export function Outbox() {
  const words = usePair(WORDS);
  const language = useLanguage();
  const { subject } = useViewer();
  // As text, for it is read anew each time.
  const kept = useWatched(boxes, () => JSON.stringify(subject === null ? [] : boxOf(subject)));
  useEffect(() => {
    const go = (): void => void sendAll();
    addEventListener("online", go);
    const timer = setInterval(go, EVERY_MS);
    go();
    return () => {
      removeEventListener("online", go);
      clearInterval(timer);
    };
  }, [subject]);
  const box = JSON.parse(kept) as readonly Waiting[];
  if (subject === null || box.length === 0) return null;
  const waiting = box.filter(({ refused }) => !refused);
  const mend = ({ path, what, draft }: NonNullable<Waiting["typed"]>, commandId: string): void => {
    if (keptOf(subject, what) !== null && !confirm(words.replaces)) return;
    keep(subject, what, draft);
    takeFromOutbox(commandId);
    goTo(href(path, { mend: commandId }));
  };
  return (
    <div class="notice" role="status">
      {waiting.length > 0 && (
        <>
          <p>{words.waiting(String(waiting.length))}</p>
          <ul>
            {waiting.map(({ title, input }) => (
              <li key={input.commandId}>{title}</li>
            ))}
          </ul>
        </>
      )}
      {box.map(
        ({ refused, title, input, typed }) =>
          refused && (
            <p key={input.commandId} class="fault">
              {words.refused} {title}. {refused[language]}{" "}
              {typed && (
                <button type="button" onClick={() => mend(typed, input.commandId)}>
                  {words.mend}
                </button>
              )}{" "}
              <button type="button" onClick={() => takeFromOutbox(input.commandId)}>
                {words.drop}
              </button>
            </p>
          ),
      )}
    </div>
  );
}
