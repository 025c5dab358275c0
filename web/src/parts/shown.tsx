import type { ComponentChildren } from "preact";
import { capital, kindOfId, type ShownShape, termWords } from "../catalog.ts";
import { dayText, momentText, moneyText, numberText } from "../format.ts";
import { href } from "../place.ts";
import { useLanguage, useWords, type Language, wordsIn } from "../words/words.ts";

/** Another record, as an answer names it. */
export interface Linked {
  readonly __typename?: string;
  readonly id: string;
  readonly title?: string | null;
}

/** A link to a record's page. */
export function RecordLink({ of, children }: { readonly of: Linked; readonly children?: ComponentChildren }) {
  return <a href={href(`/record/${of.id}`)}>{children ?? titleOf(of)}</a>;
}

export const titleOf = ({ id, title }: Linked): string => title ?? id.replace(/:.*/, "");

/** The kind of a record by its id, in words. */
export function KindName({ id }: { readonly id: string }) {
  const language = useLanguage();
  return <>{capital(kindOfId(id)?.words[language] ?? "")}</>;
}

type Value = unknown;
type Parts = Readonly<Record<string, Value>>;

const isNothing = (value: Value): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** The entries of a list, whether it comes whole or in pages. */
export const entriesOf = (shape: ShownShape, value: Value): readonly Value[] =>
  shape.paged
    ? (value as { readonly nodes: readonly Value[] }).nodes
    : shape.list
      ? (value as readonly Value[])
      : [value];

/** A single value as text, for a cell, a file or a title. */
export function valueText(shape: ShownShape, value: Value, language: Language): string {
  if (isNothing(value)) return "";
  if (shape.list)
    return entriesOf(shape, value)
      .map((one) => oneText(shape, one, language))
      .join("; ");
  return oneText(shape, value, language);
}

function oneText(shape: ShownShape, value: Value, language: Language): string {
  if (isNothing(value)) return "";
  const words = wordsIn(language);
  switch (shape.as) {
    case "DAY":
      return dayText(value as string);
    case "MOMENT":
      return momentText(value as string);
    case "VND":
      return moneyText(value as string, language);
    case "COUNT":
      return numberText(value as number, language);
    case "YES":
      return value ? words.common.yes : words.common.no;
    case "TERM":
      return termWords(shape.terms, value as string, language);
    case "LINK":
      return titleOf(value as Linked);
    case "BOTH":
      return (value as Record<Language, string>)[language];
    case "PART": {
      const told = toldIn(shape).map((field) => ({
        isLink: field.as === "LINK",
        text: valueText(field, (value as Parts)[field.name], language),
      }));
      // What is named, and is a link besides, is said once.
      const names = told.filter(({ isLink }) => !isLink).map(({ text }) => text);
      return told
        .filter(({ isLink, text }) => text !== "" && !(isLink && names.includes(text)))
        .map(({ text }) => text)
        .join(", ");
    }
    default:
      return String(value);
  }
}

/** A value of any shape, as people read it. */
export function Shown({ shape, value }: { readonly shape: ShownShape; readonly value: Value }) {
  const words = useWords();
  if (isNothing(value)) return <span class="quiet">{words.common.none}</span>;
  if (!shape.list) return <One shape={shape} value={value} />;
  const entries = entriesOf(shape, value);
  if (entries.length === 0) return <span class="quiet">{words.common.none}</span>;
  const hasMore = shape.paged && (value as { pageInfo?: { hasNextPage: boolean } }).pageInfo?.hasNextPage;
  return (
    <>
      <ul class={shape.as === "PART" && toldIn(shape).length > 1 ? "parts" : "plain"}>
        {entries.map((entry, at) => (
          <li key={at}>
            <One shape={shape} value={entry} />
          </li>
        ))}
      </ul>
      {hasMore && <p class="quiet">…</p>}
    </>
  );
}

const toldIn = ({ fields = [] }: ShownShape): readonly ShownShape[] => fields.filter(({ as }) => as !== "ID");

/** What must not be broken over two lines: days, numbers, sums. */
const BY_LOOK: Readonly<Partial<Record<ShownShape["as"], string>>> = {
  DAY: "value",
  MOMENT: "value",
  VND: "value",
  COUNT: "value",
};

function One({ shape, value }: { readonly shape: ShownShape; readonly value: Value }) {
  const language = useLanguage();
  if (isNothing(value)) return <span class="quiet">—</span>;
  if (shape.as === "LINK") return <RecordLink of={value as Linked} />;
  if (shape.as === "PART") {
    const fields = toldIn(shape);
    const [only] = fields;
    // What has one thing to say says it without a label of its own.
    if (only && fields.length === 1) return <Shown shape={only} value={(value as Parts)[only.name]} />;
    return <Details shapes={fields} values={value as Parts} />;
  }
  const text = oneText(shape, value, language);
  if (shape.as === "TEXT" && /^https?:\/\//.test(text)) {
    return (
      <a href={text} target="_blank" rel="noopener noreferrer nofollow">
        {text}
      </a>
    );
  }
  return <span class={BY_LOOK[shape.as] ?? "text"}>{text}</span>;
}

/** Fields with their values; what says nothing is left out. */
export function Details({ shapes, values }: { readonly shapes: readonly ShownShape[]; readonly values: Parts }) {
  const language = useLanguage();
  const links = shapes.filter(({ as, list, name }) => as === "LINK" && !list && !isNothing(values[name]));
  const linked = links.map(({ name }) => titleOf(values[name] as Linked));
  // A name that was kept beside the record which bears it still is said once.
  const isSaid = ({ name, as }: ShownShape): boolean =>
    as === "TEXT" && /^name$|Name$/.test(name) && linked.includes(values[name] as string);
  const told = shapes.filter((shape) => shape.as !== "ID" && !isNothing(values[shape.name]) && !isSaid(shape));
  return (
    <dl class="details">
      {told.map((shape) => (
        <div key={shape.name} class={shape.as === "PART" ? "whole" : undefined}>
          <dt>{capital(shape.words[language])}</dt>
          <dd>
            <Shown shape={shape} value={values[shape.name]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
