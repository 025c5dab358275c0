import { useEffect } from "preact/hooks";
import { useWatched, Watched } from "../watching.ts";
import { NamesOf } from "../../generated/documents.ts";
import { capital, kindOfId } from "../catalog.ts";
import { ask } from "../ledger/ask.ts";
import { useViewer, viewerNow } from "../viewer.ts";
import { useLanguage } from "../words/words.ts";
import { Chip, Chooser } from "./chooser.tsx";
import type { LabelProps } from "./labelled.tsx";

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
  const nameOf = useNames(value === null ? [] : [value]);
  return (
    <Chooser
      {...told}
      kind={kind}
      chosen={value === null ? null : { id: value, title: nameOf(value), more: "" }}
      onPick={(found) => {
        rememberName(found.id, found.title);
        onValue(found.id);
      }}
      onClear={() => onValue(null)}
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
  const nameOf = useNames(values);
  return (
    <div class="refs">
      <Chooser
        {...told}
        required={told.required === true && values.length === 0}
        kind={kind}
        onPick={(found) => {
          rememberName(found.id, found.title);
          if (!values.includes(found.id)) onValues([...values, found.id]);
        }}
      />
      <ul class="plain">
        {values.map((id) => (
          <li key={id}>
            <Chip title={nameOf(id)} onRemove={() => onValues(values.filter((one) => one !== id))} />
          </li>
        ))}
      </ul>
    </div>
  );
}
