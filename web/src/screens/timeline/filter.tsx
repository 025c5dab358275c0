import type { ComponentChildren } from "preact";
import { OneOfType } from "../../../generated/documents.ts";
import { termWords } from "../../catalog.ts";
import { dayText } from "../../format.ts";
import { DayInput } from "../../forms/dayInput.tsx";
import { ChoiceInput, ChoicesInput } from "../../forms/inputs.tsx";
import { RefInput, useNames } from "../../forms/refInput.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { sentence } from "../../parts/event.ts";
import { goTo, hrefWith, type Params, usePlace } from "../../place.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { dayIn, FILTER_NAMES, type FilterName } from "./asked.ts";
import { WORDS } from "./words.ts";

const DAYS = ["firstDay", "lastDay", "recordedFrom", "recordedTo"] as const;

/**
 * What a timeline, or what comes live, is narrowed by; each change is a new address.
 * @param without what another screen has no use for
 * @param anew what else is forgotten with each change: a place in a list that is no more
 */
export function TimelineFilters({
  without = [],
  anew,
  children,
}: {
  readonly without?: readonly FilterName[];
  readonly anew: Params;
  readonly children?: ComponentChildren;
}) {
  const own = usePair(WORDS);
  const words = useWords();
  const { query } = usePlace();
  const isSet = FILTER_NAMES.some((name) => query.has(name));
  const set = (name: FilterName, value: string | readonly string[] | null): void =>
    goTo(hrefWith({ ...anew, [name]: value }));
  const has = (name: FilterName): boolean => !without.includes(name);
  const labels = {
    firstDay: own.happenedFrom,
    lastDay: own.happenedTo,
    recordedFrom: own.recordedFrom,
    recordedTo: own.recordedTo,
  };
  return (
    <>
      <OnPaper labels={labels} without={without} />
      <details class="filters" open={isSet}>
        <summary>{words.common.filter}</summary>
        <div class="filter-fields">
          {DAYS.filter(has).map((name) => (
            <DayInput key={name} label={labels[name]} value={dayIn(query, name)} onDay={(day) => set(name, day)} />
          ))}
          {(["unitId", "actorUnitId"] as const).filter(has).map((name) => (
            <RefInput
              key={name}
              label={name === "unitId" ? own.unit : own.actorUnit}
              kind="Unit"
              value={query.get(name)}
              onValue={(id) => set(name, id)}
            />
          ))}
          {has("actorRoles") && (
            <ChoiceInput
              label={own.roles}
              list="Role"
              value={query.get("actorRoles")}
              onChoice={(role) => set("actorRoles", role)}
            />
          )}
        </div>
        <ChoicesInput
          label={own.kinds}
          list="TimelineKind"
          values={query.getAll("kinds")}
          onChoices={(kinds) => set("kinds", kinds)}
        />
        {children}
        {isSet && (
          <a href={hrefWith({ ...Object.fromEntries(FILTER_NAMES.map((name) => [name, null])), ...anew })}>
            {words.common.clear}
          </a>
        )}
      </details>
    </>
  );
}

/** A sheet of paper has no form of the filter, and still must say what it shows. */
function OnPaper({
  labels,
  without,
}: {
  readonly labels: Readonly<Record<(typeof DAYS)[number], string>>;
  readonly without: readonly FilterName[];
}) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { query } = usePlace();
  const units = (["unitId", "actorUnitId"] as const).flatMap((name) => query.get(name) ?? []);
  const nameOf = useNames(units);
  const of = (label: string, text: string | null | undefined): string => (text ? `${label}: ${text}` : "");
  const said = [
    ...DAYS.filter((name) => !without.includes(name)).map((name) =>
      of(labels[name], dayText(dayIn(query, name) ?? "")),
    ),
    of(
      own.kinds,
      query
        .getAll("kinds")
        .map((kind) => termWords("TimelineKind", kind, language))
        .join(", "),
    ),
    of(
      own.roles,
      query
        .getAll("actorRoles")
        .map((role) => termWords("Role", role, language))
        .join(", "),
    ),
    of(own.unit, query.get("unitId") && nameOf(query.get("unitId") ?? "")),
    of(own.actorUnit, query.get("actorUnitId") && nameOf(query.get("actorUnitId") ?? "")),
  ].filter((text) => text !== "");
  return said.length === 0 ? null : <p class="on-paper">{said.join(" · ")}</p>;
}

/** What no field of the filter tells: chosen by a link beside an event. */
export function ChosenEvents({ anew }: { readonly anew: Params }) {
  const own = usePair(WORDS);
  const { query } = usePlace();
  const types = query.getAll("types");
  return (
    <>
      {types.map((type) => (
        <ChosenType
          key={type}
          type={type}
          onRemove={() => goTo(hrefWith({ ...anew, types: types.filter((one) => one !== type) }))}
        />
      ))}
      {query.has("commandId") && (
        <Chip label={own.command} text={own.onlyOne} onRemove={() => goTo(hrefWith({ ...anew, commandId: null }))} />
      )}
    </>
  );
}

/** A type of event has no name of its own for people: one of its events tells what it is. */
function ChosenType({ type, onRemove }: { readonly type: string; readonly onRemove: () => void }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { data } = useAnswer(OneOfType, { types: [type] }, { still: true, noted: false });
  const [example] = data?.ledgerTimeline.nodes ?? [];
  return <Chip label={own.type} text={example ? own.like(sentence(example, language)) : "…"} onRemove={onRemove} />;
}

export function Chip({
  label,
  text,
  onRemove,
}: {
  readonly label: string;
  readonly text: string;
  readonly onRemove: () => void;
}) {
  const words = useWords();
  return (
    <p>
      {label}:{" "}
      <span class="chosen">
        <span>{text}</span>
        <button type="button" class="remove" aria-label={`${words.common.remove}: ${text}`} onClick={onRemove}>
          ×
        </button>
      </span>
    </p>
  );
}
