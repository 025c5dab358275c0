import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Labelled, type LabelProps } from "../../forms/labelled.tsx";
import { findRecords } from "../../forms/refInput.tsx";
import { useWords } from "../../words/words.ts";
import { amongKnown, type Option } from "./known.ts";
import { usePair } from "../../words/words.ts";
import { WORDS } from "./words.ts";

const PAUSE_MS = 150;
const SHOWN = 8;

interface Told extends LabelProps {
  /** What is offered before the ledger answers; all that there is where no kind is asked for. */
  readonly known: readonly Option[];
  /** The kind of record that the ledger is asked for. */
  readonly kind?: string;
  /** Of an input of one: what is chosen. */
  readonly chosen?: Option | null;
  readonly onPick: (option: Option) => void;
  readonly onClear?: () => void;
  /** What one may do with what was typed and is not there. */
  readonly otherwise?: { readonly words: (text: string) => string; readonly act: (text: string) => void };
  readonly id?: string;
}

interface Looked {
  readonly text: string;
  readonly found: readonly Option[];
  readonly offline: boolean;
}

const OTHERWISE = "otherwise";

/**
 * A combobox for fast hands: what this device knows is there with the first letter, Enter or Tab takes what is marked,
 * also if it was pressed before the ledger had answered and only one fits.
 */
export function Picker({ known, kind, chosen, onPick, onClear, otherwise, id: name, ...told }: Told) {
  const words = useWords();
  const own = usePair(WORDS);
  const [text, setText] = useState<string | null>(null);
  const [looked, setLooked] = useState<Looked>();
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const wantsOnly = useRef(false);
  const input = useRef<HTMLInputElement>(null);
  const typed = text?.trim() ?? "";
  const isAnswered = kind === undefined || looked?.text === typed;

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

  const here = typed === "" ? known : amongKnown(known, typed);
  const more = isAnswered ? (looked?.found ?? []).filter(({ id }) => !here.some((one) => one.id === id)) : [];
  const found = [...here, ...(typed === "" || kind === undefined ? [] : more)].slice(
    0,
    kind === undefined ? 20 : SHOWN,
  );
  const mayAct = otherwise !== undefined && typed !== "" && isAnswered;
  const last = found.length - 1 + (mayAct ? 1 : 0);
  const shown = open && (typed !== "" || found.length > 0);

  const take = (index: number): void => {
    const option = found[index];
    if (!option && !(mayAct && index === found.length)) return;
    wantsOnly.current = false;
    setText(null);
    setAt(0);
    setOpen(false);
    if (option) onPick(option);
    else otherwise?.act(typed);
  };
  useEffect(() => {
    if (!wantsOnly.current || !isAnswered) return;
    wantsOnly.current = false;
    if (found.length === 1) take(0);
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
      if (found.length > 0 || (mayAct && event.key === "Enter")) take(at);
      else if (!isAnswered) wantsOnly.current = true;
      // Tab goes on; Enter does where one is chosen, and else stays for the next one.
      if (event.key === "Tab") return;
      if (chosen !== undefined && found.length > 0) return;
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
            {isAnswered && found.length === 0 && !mayAct && (
              <li role="option" aria-selected={false} aria-disabled="true" class="quiet">
                {words.form.noneFound}
              </li>
            )}
            {looked?.offline && typed !== "" && kind !== undefined && (
              <li role="option" aria-selected={false} aria-disabled="true" class="quiet">
                {own.fromDevice}
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
  readonly children: preact.ComponentChildren;
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
