import { useEffect, useState } from "preact/hooks";
import { kindOfId, loadSheet, type KindSheet, selectionOf, type ShownShape } from "../catalog.ts";
import { ask } from "../ledger/ask.ts";
import type { MadeDocument } from "../ledger/document.ts";
import { type Language, useLanguage } from "../words/words.ts";
import type { LabelProps } from "./labelled.tsx";
import { SelectInput } from "./selectInput.tsx";
import { usePlace } from "../place.ts";
import { valueText } from "../parts/shown.tsx";

/** A part of the record that has an id of its own: a promise, a line of a decision, an entry of its history. */
interface Part {
  readonly id: string;
  readonly text: string;
}

const ENTRIES = `recordEvents(id: $id, first: 100, direction: DESC) { nodes { id recordedAt summary summaryVi } }`;

/**
 * Chooses among the parts of a record: those of the list that the field is named after, or else all that have ids. An id
 * of an event (of an entry that is taken back) is one of the record's history. Where the address names several of them, as
 * those that owe something, it is among these.
 */
export function PartOfRecordInput({
  name,
  recordId,
  values,
  onValues,
  several = false,
  ...told
}: LabelProps & {
  /** The field's: `promiseId` is chosen among the `promises`. */
  readonly name: string;
  readonly recordId: string | null;
  readonly values: readonly string[];
  readonly onValues: (ids: readonly string[]) => void;
  readonly several?: boolean;
}) {
  const language = useLanguage();
  const asked = usePlace().query.getAll("part");
  const [all, setAll] = useState<readonly Part[]>([]);
  const named = asked.length > 1 ? all.filter(({ id }) => asked.includes(id)) : [];
  const parts = named.length > 0 ? named : all;
  useEffect(() => {
    if (recordId === null) return;
    let here = true;
    void partsOf(recordId, name, language).then(
      (found) => here && setAll(found),
      () => undefined,
    );
    return () => void (here = false);
  }, [recordId, name, language]);
  if (several) {
    return (
      <fieldset class="choices">
        <legend>{told.label}</legend>
        {parts.map(({ id, text }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={values.includes(id)}
              onChange={(event) =>
                onValues(event.currentTarget.checked ? [...values, id] : values.filter((one) => one !== id))
              }
            />
            {text}
          </label>
        ))}
        {told.fault && (
          <p class="wrong" role="alert">
            {told.fault}
          </p>
        )}
      </fieldset>
    );
  }
  return (
    <SelectInput
      {...told}
      options={parts.map(({ id, text }) => ({ value: id, text }))}
      value={values[0] ?? null}
      onValue={(id) => onValues(id === null ? [] : [id])}
    />
  );
}

async function partsOf(recordId: string, name: string, language: Language): Promise<readonly Part[]> {
  const kind = kindOfId(recordId);
  if (!kind) return [];
  const { shapes } = await loadSheet<KindSheet>(kind.sheet);
  // `partyId` is one of the `parties`.
  const called = name.replace(/Ids?$/, "").replace(/y$/, "ie");
  const withIds = shapes.filter(({ as, list, fields = [] }) => as === "PART" && list && ownIdOf({ fields }));
  const named = withIds.filter((shape) => shape.name.startsWith(called));
  const lists = called === "event" || called === "entry" ? [] : named.length > 0 ? named : withIds;
  const asked = `node(id: $id) { ... on ${kind.kind} { ${lists.map(selectionOf).join(" ")} id } }`;
  const document = `query ($id: ID!) { ${asked} ${lists.length === 0 ? ENTRIES : ""} }`;
  const { node, recordEvents } = (await ask(document as MadeDocument, { id: recordId })) as unknown as {
    node: Record<string, unknown> | null;
    recordEvents?: { nodes: readonly { id: string; recordedAt: string; summary: string; summaryVi: string }[] };
  };
  const own = lists.flatMap((shape) => {
    const value = node?.[shape.name];
    const entries = (shape.paged ? (value as { nodes: unknown[] } | null)?.nodes : (value as unknown[] | null)) ?? [];
    const { list: _list, paged: _paged, ...one } = shape;
    return entries.map((entry) => ({
      id: String((entry as Record<string, unknown>)[ownIdOf(one)?.name ?? ""]),
      text: valueText(one, entry, language),
    }));
  });
  const events = (recordEvents?.nodes ?? []).map(({ id, summary, summaryVi }) => ({
    id,
    text: language === "vi" ? summaryVi : summary,
  }));
  return [...own, ...events];
}

/** The id of a part itself, as `id` or first of its ids (`recommendationId`); others are of what it rests on. */
function ownIdOf({ fields = [] }: Pick<ShownShape, "fields">): ShownShape | undefined {
  const ids = fields.filter(({ as, list }) => as === "ID" && !list);
  return ids.find(({ name }) => name === "id") ?? ids[0];
}
