import { useMemo } from "preact/hooks";
import { type Form, kindOfId, type KindSheet, selectionOf, type ShownShape, useSheet } from "../catalog.ts";
import type { MadeDocument } from "../ledger/document.ts";
import { useAnswer } from "../ledger/useAnswer.ts";
import { valueText } from "../parts/shown.tsx";
import { useLanguage } from "../words/words.ts";

/** What stands in the record, by the field of the form that would change it. */
export type Standing = Readonly<Record<string, string>>;

const NOTHING: Standing = {};
const MOST_CHARS = 240;
/** What may not be read is shown by these. */
const MASK = "•";

/** Of a correction: what the record says now in each field that it may correct. */
export function useStanding(form: Form, recordId: string | null): Standing {
  const language = useLanguage();
  const kind = form.kind === "CORRECTS" && recordId !== null ? kindOfId(recordId) : undefined;
  const shapes = useSheet<KindSheet>(kind?.sheet)?.shapes;
  const named = useMemo(() => (shapes ? form.fields.flatMap(({ name }) => fieldOf(name, shapes)) : []), [form, shapes]);
  const document = useMemo(() => {
    if (!kind || named.length === 0) return null;
    const fields = [...new Set(named.map(({ shape }) => selectionOf(shape)))].join(" ");
    return `query ($id: ID!) { node(id: $id) { ... on ${kind.kind} { id ${fields} } } }` as MadeDocument;
  }, [kind, named]);
  const { data } = useAnswer(document, document && { id: recordId }, { noted: false });
  return useMemo(() => {
    const record = data?.["node"] as Readonly<Record<string, unknown>> | null | undefined;
    if (!record) return NOTHING;
    return Object.fromEntries(
      named.flatMap(({ name, shape }) => {
        const text = valueText(shape, record[shape.name], language);
        if (text === "" || text.includes(MASK)) return [];
        return [[name, text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text] as const];
      }),
    );
  }, [data, named, language]);
}

/** `agencyId` is the record's `agency`, `hostIds` its `hosts`. */
function fieldOf(
  name: string,
  shapes: readonly ShownShape[],
): readonly { readonly name: string; readonly shape: ShownShape }[] {
  const called = [name, name.replace(/Id$/, ""), name.replace(/Ids$/, "s")];
  const shape = shapes.find((one) => called.includes(one.name) && one.as !== "ID");
  return shape ? [{ name, shape }] : [];
}
