import { useEffect, useState } from "preact/hooks";
import { useViewer, viewerNow } from "../viewer.ts";
import { Fault, OFFLINE } from "../ledger/ask.ts";
import { pair, useLanguage, usePair } from "../words/words.ts";
import { command, type Input } from "./command.ts";
import { keep, keptOf } from "./kept.ts";

/** What was entered without a network. It goes out once when the network is back: each command has its own id. */
export interface Waiting {
  readonly mutation: string;
  readonly input: Input & { readonly commandId: string };
  /** What it is, for the list of what waits. */
  readonly title: string;
  /** The ledger's refusal, in both languages: it waits for somebody to look at it. */
  readonly refused?: Readonly<Record<"vi" | "en", string>>;
}

const BOX = "outbox";
const EVERY_MS = 5_000;
const watchers = new Set<() => void>();

const boxOf = (subject: string): readonly Waiting[] => keptOf<readonly Waiting[]>(subject, BOX) ?? [];

function setBox(subject: string, box: readonly Waiting[]): void {
  keep(subject, BOX, box.length === 0 ? null : box);
  for (const watcher of watchers) watcher();
}

/** @param input with `enteredAt`, the moment of now, so that the ledger knows when it was taken down */
export function putInOutbox(waiting: Waiting): void {
  const subject = viewerNow()?.subject;
  if (!subject) return;
  setBox(subject, [...boxOf(subject), waiting]);
}

export function takeFromOutbox(commandId: string): void {
  const subject = viewerNow()?.subject;
  if (subject)
    setBox(
      subject,
      boxOf(subject).filter(({ input }) => input.commandId !== commandId),
    );
}

/** Sends what waits, in its order, from one tab at a time. */
async function sendAll(): Promise<void> {
  const subject = viewerNow()?.subject;
  if (!subject || boxOf(subject).every(({ refused }) => refused)) return;
  await navigator.locks.request(`press-ledger-outbox-${subject}`, { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    for (const waiting of boxOf(subject).filter(({ refused }) => !refused)) {
      try {
        const outcome = await command(waiting.mutation, waiting.input);
        if (outcome.is === "DONE") takeFromOutbox(waiting.input.commandId);
        else replace(subject, { ...waiting, refused: outcome.says });
      } catch (error) {
        if (error instanceof Fault && error.code === "BAD_USER_INPUT") {
          replace(subject, {
            ...waiting,
            refused: { vi: "Sổ không nhận nội dung này.", en: "The ledger does not take this." },
          });
          continue;
        }
        if (!(error instanceof Fault) || error.code !== OFFLINE) console.warn("The outbox waits.");
        return;
      }
    }
  });
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
  },
  {
    waiting: (number) => `${number} entries are kept on this device; they go out when the network is back.`,
    refused: "The ledger does not take:",
    drop: "Drop this entry",
  },
);

/** Says what waits, and sends it. */
export function Outbox() {
  const words = usePair(WORDS);
  const language = useLanguage();
  const { subject } = useViewer();
  const [, draw] = useState({});
  useEffect(() => {
    const watcher = (): void => draw({});
    const go = (): void => void sendAll();
    watchers.add(watcher);
    addEventListener("online", go);
    const timer = setInterval(go, EVERY_MS);
    go();
    return () => {
      watchers.delete(watcher);
      removeEventListener("online", go);
      clearInterval(timer);
    };
  }, [subject]);
  const box = subject === null ? [] : boxOf(subject);
  if (box.length === 0) return null;
  const waiting = box.filter(({ refused }) => !refused);
  return (
    <div class="notice" role="status">
      {waiting.length > 0 && <p>{words.waiting(String(waiting.length))}</p>}
      {box.map(
        ({ refused, title, input }) =>
          refused && (
            <p key={input.commandId} class="fault">
              {words.refused} {title}. {refused[language]}{" "}
              <button type="button" onClick={() => takeFromOutbox(input.commandId)}>
                {words.drop}
              </button>
            </p>
          ),
      )}
    </div>
  );
}
