import { useMemo } from "preact/hooks";
import {
  type Form,
  kindOfId,
  type KindSheet,
  type PartStanding,
  selectionOf,
  type ShownShape,
  useSheet,
} from "../catalog.ts";
import type { MadeDocument } from "../ledger/document.ts";
import { useAnswer } from "../ledger/useAnswer.ts";
import { entriesOf, valueText } from "../parts/shown.tsx";
import { type Language, useLanguage } from "../words/words.ts";

/** What stands in the record, by the path of the form's field that would change it: `address`, `lines.0.title`. */
export type Standing = Readonly<Record<string, string>>;

/** Of a record, of a part of it, or of a form: by its fields. */
type Values = Readonly<Record<string, unknown>>;

const NOTHING: Standing = {};
const MOST_CHARS = 240;
/** What may not be read is shown by these. */
const MASK = "•";
/** Every record has one, so it is not among what is shown of it. */
const TITLE: ShownShape = { name: "title", words: { vi: "", en: "" }, as: "TEXT" };

/** Of a correction: what the record says now in each field that it may correct, of its parts in those that are named. */
export function useStanding(form: Form, recordId: string | null, values: Values): Standing {
  const language = useLanguage();
  const kind = form.stands && recordId !== null ? kindOfId(recordId) : undefined;
  const shapes = useSheet<KindSheet>(kind?.sheet)?.shapes;
  const shown = useMemo(() => [TITLE, ...(shapes ?? [])], [shapes]);
  const document = useMemo(() => {
    const lists = Object.values(form.partsStand ?? {}).map(({ list }) => list);
    const names = new Set([...Object.values(form.stands ?? {}), ...lists]);
    const fields = shown.filter(({ name }) => names.has(name)).map(selectionOf);
    if (!kind || !shapes || fields.length === 0) return null;
    return `query ($id: ID!) { node(id: $id) { ... on ${kind.kind} { id ${fields.join(" ")} } } }` as MadeDocument;
  }, [form, kind, shapes, shown]);
  const { data } = useAnswer(document, document && { id: recordId }, { noted: false });
  return useMemo(() => {
    const record = data?.["node"] as Values | null | undefined;
    if (!record) return NOTHING;
    const whole = Object.entries(form.stands ?? {}).flatMap(([name, field]) => {
      const shape = shown.find((one) => one.name === field);
      return shape ? standsAt(name, shape, record, language) : [];
    });
    const parts = Object.entries(form.partsStand ?? {}).flatMap(([name, standing]) => {
      const list = shown.find((one) => one.name === standing.list);
      return list
        ? partsAt(name, standing, entriesOf(list, record[list.name]) as readonly Values[], values).flatMap(
            ([path, part]) =>
              (list.fields ?? []).flatMap((shape) => standsAt(`${path}.${shape.name}`, shape, part, language)),
          )
        : [];
    });
    return Object.fromEntries([...whole, ...parts]);
  }, [data, form, shown, values, language]);
}

type Stands = readonly (readonly [path: string, text: string])[];

function standsAt(path: string, shape: ShownShape, of: Values, language: Language): Stands {
  const text = valueText(shape, of[shape.name], language);
  if (text === "" || text.includes(MASK)) return [];
  return [[path, text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text]];
}

/** The parts that the form names so far, each by its path in the form. */
function partsAt(
  name: string,
  { by, named }: PartStanding,
  parts: readonly Values[],
  values: Values,
): readonly (readonly [path: string, part: Values])[] {
  const said = values[name];
  const whose: readonly (readonly [string, unknown])[] = Array.isArray(said)
    ? (said as readonly (Values | null)[]).map((entry, at) => [`${name}.${at}`, entry?.[named]] as const)
    : [[name, values[named]]];
  return whose.flatMap(([path, which]) => {
    const part = parts.find((one) => isAlike(one[by], which));
    return part ? [[path, part] as const] : [];
  });
}

/** Blanks, hyphens and capitals do not matter. */
const isAlike = (one: unknown, other: unknown): boolean => plainly(one) === plainly(other);
const plainly = (value: unknown): string =>
  typeof value === "string" ? value.replace(/[\s.-]+/gu, "").toUpperCase() : "";
