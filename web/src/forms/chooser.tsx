import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { capital, kindOfId } from "../catalog.ts";
import { pair, useLanguage, usePair, useWords } from "../words/words.ts";
import { amongKnown, findRecords, type Found, OFFERED } from "./found.ts";
import { Labelled, type LabelProps } from "./labelled.tsx";
import { fieldAfter } from "./nextField.ts";

const PAUSE_MS = 150;
/** Of what is all known here, more can be looked through. */
const OFFERED_OF_KNOWN = 20;
const NONE: readonly Found[] = [];

const WORDS = pair(
  { fromDevice: "Mất mạng: chỉ tìm trong những người, đơn vị máy này đã biết." },
  { fromDevice: "No network: only people and units that this device knows are found." },
);

interface Told extends LabelProps {
  /** What is offered before the ledger answers; all that there is where no kind is asked for. */
  readonly known?: readonly Found[];
  /** The kind of record that the ledger is asked for; null: any. */
  readonly kind?: string | null;
  /** Of an input of one: what is chosen. */
  readonly chosen?: Found | null;
  readonly onPick: (option: Found) => void;
  readonly onClear?: () => void;
  /** What one may do with what was typed and is not there. */
  readonly otherwise?: { readonly words: (text: string) => string; readonly act: (text: string) => void };
  readonly id?: string;
}

interface Looked {
  readonly text: string;
  readonly found: readonly Found[];
  readonly offline: boolean;
}

const OTHERWISE = "otherwise";

/** A record that was chosen, one of several or the only one, and how it is dropped again. */
export function Chip({
  title,
  more = "",
  onRemove,
}: {
  readonly title: string;
  readonly more?: ComponentChildren;
  readonly onRemove: () => void;
}) {
  const words = useWords();
  return (
    <span class="chosen">
      <span>
        {title}
        {more !== "" && <span class="quiet"> {more}</span>}
      </span>
      <button type="button" class="remove" aria-label={`${words.common.remove}: ${title}`} onClick={onRemove}>
        ×
      </button>
    </span>
  );
}

/** Where the focus goes when the input has become what was chosen, or is an input again. */
type Then = "HERE" | "NEXT_FIELD";

/**
 * Chooses a record by what one types. The one that is chosen stands in its place, and is dropped by its button; of terms,
 * where no kind is asked for, it stands in the input, as in any other choice.
 */
export function Chooser(props: Told) {
  const { chosen, kind, label, required, note, fault, onClear } = props;
  const box = useRef<HTMLDivElement>(null);
  const then = useRef<Then | null>(null);
  const picked = kind === undefined ? null : (chosen ?? null);
  const isPicked = picked !== null;
  useLayoutEffect(() => {
    const { current: where } = then;
    then.current = null;
    // What had the focus is gone; whoever has gone on meanwhile is left there.
    if (where === null || (document.activeElement ?? document.body) !== document.body) return;
    const own = box.current?.querySelector<HTMLElement>("input, button");
    ((where === "NEXT_FIELD" && own ? fieldAfter(own) : undefined) ?? own)?.focus();
  }, [isPicked]);
  return (
    <div class="chooser" ref={box}>
      {picked === null ? (
        <Combobox {...props} onTaken={(where) => void (then.current = where)} />
      ) : (
        <div class="field" role="group" aria-label={label}>
          <span class="label">
            {label}
            {required && <span class="must"> *</span>}
          </span>
          <Chip
            {...picked}
            onRemove={() => {
              then.current = "HERE";
              onClear?.();
            }}
          />
          {note && <p class="note">{note}</p>}
          {fault && (
            <p class="wrong" role="alert">
              {fault}
            </p>
          )}
        </div>
      )}
    </div>
  );
}

/** What the ledger finds of what is typed, a moment after the last key. */
function useLooked(typed: string, kind: string | null | undefined): Looked | undefined {
  const [looked, setLooked] = useState<Looked>();
  useEffect(() => {
    if (kind === undefined || typed === "") return;
    if (!navigator.onLine) return setLooked({ text: typed, found: [], offline: true });
    const gone = new AbortController();
    const looking = setTimeout(() => {
      findRecords(typed, kind, gone.signal).then(
        (found) => !gone.signal.aborted && setLooked({ text: typed, found, offline: false }),
        () => !gone.signal.aborted && setLooked({ text: typed, found: [], offline: true }),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(looking);
      gone.abort();
    };
  }, [typed, kind]);
  return looked;
}

/**
 * A combobox after the pattern of the WAI-ARIA practices, for fast hands: what this device knows is there with the first letter, Enter or Tab takes what is marked,
 * also if it was pressed before the ledger had answered and only one fits.
 */
function Combobox({
  known = NONE,
  kind,
  chosen,
  onPick,
  onClear,
  otherwise,
  id: name,
  onTaken,
  ...told
}: Told & { readonly onTaken: (then: Then) => void }) {
  const words = useWords();
  const own = usePair(WORDS);
  const language = useLanguage();
  const [text, setText] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const wantsOnly = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const typed = text?.trim() ?? "";
  const looked = useLooked(typed, kind);
  const isAnswered = kind === undefined || looked?.text === typed;

  const here = typed === "" ? known : amongKnown(known, typed);
  const more = isAnswered ? (looked?.found ?? []).filter(({ id }) => !here.some((one) => one.id === id)) : [];
  const found = [...here, ...(typed === "" || kind === undefined ? [] : more)].slice(
    0,
    kind === undefined ? OFFERED_OF_KNOWN : OFFERED,
  );
  const mayAct = otherwise !== undefined && typed !== "" && isAnswered;
  const last = found.length - 1 + (mayAct ? 1 : 0);

  const isOffline = looked?.offline === true && typed !== "" && kind !== undefined;
  const none = isAnswered && found.length === 0 && !mayAct ? words.form.noneFound : "";
  const nothing = isOffline ? (known === NONE ? words.faults.OFFLINE : own.fromDevice) : none;
  const shown = open && (last >= 0 || (typed !== "" && nothing !== ""));

  const take = (index: number, then: Then = "HERE"): void => {
    const option = found[index];
    if (!option && !(mayAct && index === found.length)) return;
    wantsOnly.current = false;
    setText(null);
    setAt(0);
    setOpen(false);
    onTaken(then);
    if (option) onPick(option);
    else otherwise?.act(typed);
  };
  useEffect(() => {
    if (!wantsOnly.current || !isAnswered) return;
    wantsOnly.current = false;
    if (found.length === 1) take(0, "NEXT_FIELD");
  }, [isAnswered, typed]);
  // Before the next key, which may be the one that saves.
  useLayoutEffect(() => {
    // Typed, but nothing chosen: that is not what was meant.
    const missing = told.required && !chosen ? words.form.missing : "";
    input.current?.setCustomValidity(typed !== "" ? words.form.pick : missing);
  }, [typed, chosen, told.required, words]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown") {
      if (open) setAt(Math.min(at + 1, last));
      setOpen(true);
    } else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Escape" && open) {
      setText(null);
      setOpen(false);
    } else if ((event.key === "Enter" || event.key === "Tab") && (typed !== "" || (open && event.key === "Enter"))) {
      if (found.length > 0 || (mayAct && event.key === "Enter"))
        take(at, event.key === "Enter" ? "NEXT_FIELD" : "HERE");
      else if (!isAnswered) wantsOnly.current = true;
      // Tab goes on; Enter does where one is chosen, of terms by the form, and else stays for the next one.
      if (event.key === "Tab") return;
      if (kind === undefined && chosen !== undefined && found.length > 0) return;
    } else return;
    event.preventDefault();
  };
  return (
    <Labelled {...told}>
      {({ onInput, id, required: _required, ...props }) => (
        <div class="combobox">
          <input
            {...props}
            id={id}
            ref={input}
            type="text"
            role="combobox"
            data-name={name}
            aria-required={told.required}
            aria-expanded={shown}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={shown && last >= 0 ? `${id}-${at}` : undefined}
            autocomplete="off"
            placeholder={words.form.pick}
            value={text ?? chosen?.title ?? ""}
            onFocus={(event) => event.currentTarget.select()}
            onBlur={() => setOpen(false)}
            onInput={(event) => {
              onInput();
              setText(event.currentTarget.value);
              setAt(0);
              setOpen(true);
              wantsOnly.current = false;
              if (event.currentTarget.value === "" && chosen) onClear?.();
            }}
            onKeyDown={onKey}
          />
          <ul id={`${id}-list`} role="listbox" aria-label={told.label} hidden={!shown}>
            {shown &&
              found.map((one, index) => (
                <Choice key={one.id} id={`${id}-${index}`} marked={index === at} onTake={() => take(index)}>
                  {one.title}
                  {one.more !== "" && <span class="quiet"> {one.more}</span>}
                  {kind === null && <span class="quiet"> {capital(kindOfId(one.id)?.words[language] ?? "")}</span>}
                </Choice>
              ))}
            {shown && mayAct && (
              <Choice
                key={OTHERWISE}
                id={`${id}-${found.length}`}
                marked={at === found.length}
                onTake={() => take(found.length)}
              >
                {otherwise.words(typed)}
              </Choice>
            )}
            {nothing !== "" && (
              <li role="option" aria-selected={false} aria-disabled="true" class="quiet">
                {nothing}
              </li>
            )}
          </ul>
        </div>
      )}
    </Labelled>
  );
}

function Choice({
  id,
  marked,
  onTake,
  children,
}: {
  readonly id: string;
  readonly marked: boolean;
  readonly onTake: () => void;
  readonly children: ComponentChildren;
}) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={marked}
      onMouseDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      {children}
    </li>
  );
}
