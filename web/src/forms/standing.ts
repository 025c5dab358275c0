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
/** Every record has one, so it is not among what is shown of it. */
const TITLE: ShownShape = { name: "title", words: { vi: "", en: "" }, as: "TEXT" };

/** Of a correction: what the record says now in each field that it may correct. */
export function useStanding(form: Form, recordId: string | null): Standing {
  const language = useLanguage();
  const kind = form.stands && recordId !== null ? kindOfId(recordId) : undefined;
  const shapes = useSheet<KindSheet>(kind?.sheet)?.shapes;
  const named = useMemo(() => {
    if (!shapes) return [];
    const all = [TITLE, ...shapes];
    return Object.entries(form.stands ?? {}).flatMap(([name, shown]) => {
      const shape = all.find((one) => one.name === shown);
      return shape ? [{ name, shape }] : [];
    });
  }, [form, shapes]);
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
