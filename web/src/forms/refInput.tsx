import { useEffect, useRef, useState } from "preact/hooks";
import { useWatched, Watched } from "../watching.ts";
import { FindRecords, NamesOf } from "../../generated/documents.ts";
import { capital, kindOfId } from "../catalog.ts";
import { ask } from "../ledger/ask.ts";
import { useViewer, viewerNow } from "../viewer.ts";
import { useLanguage, useWords } from "../words/words.ts";
import { Labelled, type LabelProps } from "./labelled.tsx";

const PAUSE_MS = 200;
const OFFERED = 8;

export interface Found {
  readonly id: string;
  readonly title: string;
  /** What tells it from others of the name. */
  readonly more: string;
}

/** `PressAgency` → `PRESS_AGENCY`. */
export const searchKindOf = (kind: string): string => kind.replace(/(?!^)([A-Z])/g, "_$1").toUpperCase();

export async function findRecords(text: string, kind: string | null, signal?: AbortSignal): Promise<readonly Found[]> {
  const kinds = kind === null ? null : [searchKindOf(kind) as never];
  const { search } = await ask(FindRecords, { text, kinds, first: OFFERED }, signal);
  return search.nodes.flatMap(({ title, node, why }) => {
    if (!node) return [];
    const agency = "agency" in node ? (node.agency?.name ?? "") : "";
    // It was found by something else than its name: a card's number, another name.
    const by = why.map((reason) => reason.text).find((text) => text !== node.title && text !== title) ?? "";
    return [{ id: node.id, title: node.title, more: [agency, by].filter((one) => one !== "").join(" · ") }];
  });
}

/** Names of what was chosen, by its id; null where there is none to be seen. Another reader may not see the same. */
let names = new Map<string, string | null>();
let seenBy: unknown;
const named = new Watched();

function namesNow(): Map<string, string | null> {
  if (seenBy !== viewerNow()) [names, seenBy] = [new Map(), viewerNow()];
  return names;
}

export function rememberName(id: string, title: string | null): void {
  namesNow().set(id, title);
  named.tell();
}

/** What is not to be seen, or not there, is called by its kind. */
export function useNames(ids: readonly string[]): (id: string) => string {
  const language = useLanguage();
  useViewer();
  const unknown = useWatched(named, () => ids.filter((id) => !namesNow().has(id)).join());
  useEffect(() => {
    if (unknown === "") return;
    const asked = unknown.split(",");
    ask(NamesOf, { ids: asked }).then(
      ({ nodes }) => asked.forEach((id, at) => rememberName(id, nodes[at]?.title ?? null)),
      () => undefined,
    );
  }, [unknown]);
  return (id) => {
    const name = namesNow().get(id);
    return name === undefined ? "…" : (name ?? capital(kindOfId(id)?.words[language] ?? ""));
  };
}

interface RefProps extends LabelProps {
  /** The kind of record; null: any. */
  readonly kind: string | null;
}

/** One record, found by typing part of its name, with or without marks, or a number that it bears. */
export function RefInput({
  kind,
  value,
  onValue,
  ...told
}: RefProps & { readonly value: string | null; readonly onValue: (id: string | null) => void }) {
  const words = useWords();
  const nameOf = useNames(value === null ? [] : [value]);
  if (value !== null) {
    return (
      <div class="field">
        <span class="label">{told.label}</span>
        <span class="chosen">
          <span>{nameOf(value)}</span>
          <button
            type="button"
            class="remove"
            aria-label={`${words.common.remove}: ${nameOf(value)}`}
            onClick={() => onValue(null)}
          >
            ×
          </button>
        </span>
        {told.fault && (
          <p class="wrong" role="alert">
            {told.fault}
          </p>
        )}
      </div>
    );
  }
  return (
    <RefSearch
      {...told}
      kind={kind}
      onFound={(found) => {
        rememberName(found.id, found.title);
        onValue(found.id);
      }}
    />
  );
}

/** Several records. */
export function RefsInput({
  kind,
  values,
  onValues,
  ...told
}: RefProps & { readonly values: readonly string[]; readonly onValues: (ids: readonly string[]) => void }) {
  const words = useWords();
  const nameOf = useNames(values);
  return (
    <div class="refs">
      <RefSearch
        {...told}
        required={told.required === true && values.length === 0}
        kind={kind}
        onFound={(found) => {
          rememberName(found.id, found.title);
          if (!values.includes(found.id)) onValues([...values, found.id]);
        }}
      />
      <ul class="plain">
        {values.map((id) => (
          <li key={id} class="chosen">
            <span>{nameOf(id)}</span>
            <button
              type="button"
              class="remove"
              aria-label={`${words.common.remove}: ${nameOf(id)}`}
              onClick={() => onValues(values.filter((one) => one !== id))}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A combobox after the pattern of the WAI-ARIA practices: what is typed is looked for, arrows and Enter choose. */
export function RefSearch({ kind, onFound, ...told }: RefProps & { readonly onFound: (found: Found) => void }) {
  const words = useWords();
  const language = useLanguage();
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly Found[]>();
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    setFound(undefined);
    if (text.trim() === "") return;
    const gone = new AbortController();
    const timer = setTimeout(() => {
      findRecords(text.trim(), kind, gone.signal).then(
        (all) => {
          if (gone.signal.aborted) return;
          setFound(all);
          setAt(0);
        },
        () => !gone.signal.aborted && setFound([]),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [text, kind]);
  useEffect(() => {
    // Typed, but nothing chosen: that is not what was meant.
    input.current?.setCustomValidity(text.trim() === "" ? "" : words.form.pick);
  }, [text, words]);
  const choose = (one: Found | undefined): void => {
    if (!one) return;
    setText("");
    onFound(one);
  };
  const onKey = (event: KeyboardEvent): void => {
    const last = (found?.length ?? 0) - 1;
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, last));
    else if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    else if (event.key === "Enter" && text.trim() !== "") choose(found?.[at]);
    else if (event.key === "Escape") setText("");
    else return;
    event.preventDefault();
  };
  return (
    <Labelled {...told}>
      {({ onInput, id, ...props }) => (
        <div class="combobox">
          <input
            {...props}
            id={id}
            ref={input}
            type="text"
            role="combobox"
            aria-expanded={found !== undefined}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={found && found.length > 0 ? `${id}-${at}` : undefined}
            autocomplete="off"
            placeholder={words.form.pick}
            value={text}
            onInput={(event) => {
              onInput();
              setText(event.currentTarget.value);
            }}
            onKeyDown={onKey}
          />
          <ul id={`${id}-list`} role="listbox" aria-label={told.label} hidden={found === undefined}>
            {found?.map((one, index) => (
              <li
                key={one.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                onMouseDown={(event) => {
                  event.preventDefault();
                  choose(one);
                }}
              >
                {one.title}
                {one.more !== "" && <span class="quiet"> {one.more}</span>}
                {kind === null && <span class="quiet"> {capital(kindOfId(one.id)?.words[language] ?? "")}</span>}
              </li>
            ))}
            {found?.length === 0 && (
              <li role="option" aria-selected={false} aria-disabled="true" class="quiet">
                {words.form.noneFound}
              </li>
            )}
          </ul>
        </div>
      )}
    </Labelled>
  );
}
