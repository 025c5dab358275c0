import { useRef, useState } from "preact/hooks";
import { CalendarsOf } from "../../../generated/documents.ts";
import { command, type Input, newCommandId } from "../../forms/command.ts";
import { TextInput } from "../../forms/inputs.tsx";
import { faultWords } from "../../ledger/ask.ts";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { Answered } from "../../parts/answered.tsx";
import { CopyButton } from "../../parts/copyButton.tsx";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { WORDS } from "./words.ts";

const SECRET_BYTES = 32;

/** In base64url: what stands in the address, and is in no ledger. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

async function hashOf(secret: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The calendars of a unit: one is issued by an address that is shown once, and ends when it is withdrawn. */
export function Calendars({ unitId }: { readonly unitId: string }) {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const answer = useAnswer(CalendarsOf, { unitId }, { title: own.calendars });
  const [purpose, setPurpose] = useState<string | null>(null);
  const [address, setAddress] = useState<string>();
  const [told, setTold] = useState<string>();
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  // Until it is known to be done, it is the same command with the same secret.
  const issuing = useRef({ commandId: newCommandId(), secret: newSecret() });

  const give = async (mutation: string, input: Input): Promise<boolean> => {
    setBusy(true);
    setFault(undefined);
    setTold(undefined);
    try {
      const outcome = await command(mutation, input);
      if (outcome.is === "REFUSED") setFault(outcome.says[language]);
      return outcome.is === "DONE";
    } catch (error) {
      setFault(faultWords(error, words));
      return false;
    } finally {
      setBusy(false);
    }
  };
  const issue = async (): Promise<void> => {
    const { commandId, secret } = issuing.current;
    const secretHash = await hashOf(secret);
    if (!(await give("issueUnitCalendar", { commandId, unitId, secretHash, purpose }))) return;
    setAddress(`${location.origin}/calendar/${secret}.ics${language === "en" ? "?lang=en" : ""}`);
    setPurpose(null);
    issuing.current = { commandId: newCommandId(), secret: newSecret() };
  };
  const withdraw = async (calendarId: string): Promise<void> => {
    if (!(await give("withdrawUnitCalendar", { commandId: newCommandId(), unitId, calendarId }))) return;
    setAddress(undefined);
    setTold(own.withdrawn);
  };

  return (
    <>
      {address && <Address address={address} />}
      <p role="status" class={told ? "notice done" : undefined}>
        {told}
      </p>
      {fault && (
        <p class="notice fault" role="alert">
          {fault}
        </p>
      )}
      <Answered answer={answer}>
        {({ unit }) =>
          unit && unit.calendars.length > 0 ? (
            <>
              <h3>{own.calendars}</h3>
              <ul class="plain">
                {unit.calendars.map(({ calendarId, purpose: used }) => (
                  <li key={calendarId}>
                    {used}{" "}
                    <button
                      type="button"
                      class="quiet-button"
                      aria-label={`${own.withdraw}: ${used}`}
                      disabled={busy}
                      onClick={() => void withdraw(calendarId)}
                    >
                      {own.withdraw}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          ) : null
        }
      </Answered>
      {"subtle" in crypto ? (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (event.currentTarget.checkValidity()) void issue();
          }}
        >
          <TextInput label={own.purpose} required max={200} value={purpose} onText={setPurpose} />
          <button type="submit" disabled={busy}>
            {busy ? words.form.sending : own.issue}
          </button>
        </form>
      ) : (
        <p class="notice">{own.overHttps}</p>
      )}
    </>
  );
}

function Address({ address }: { readonly address: string }) {
  const own = usePair(WORDS);
  return (
    <div class="notice done">
      <label for="calendar-address">{own.address}</label>
      <input id="calendar-address" readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
      <CopyButton text={address} />
    </div>
  );
}
