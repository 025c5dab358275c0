import { capital, type Form } from "../../catalog.ts";
import { useMemo } from "preact/hooks";
import { LateVisitors } from "../../../generated/documents.ts";
import { Chip, Chooser } from "../../forms/chooser.tsx";
import type { Found } from "../../forms/found.ts";
import { isToBeMade } from "../../forms/outbox.tsx";
import { useAnswer } from "../../ledger/useAnswer.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair } from "../../words/words.ts";
import { blankReporter, type Draft } from "./draft.ts";
import { know, knownOf } from "./known.ts";
import { WORDS } from "./words.ts";

export interface PartProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
  readonly faultAt: (path: string) => string | undefined;
}

/** Who was at the unit lately comes to mind first, and is found without a network, too. */
export function useLateVisitors(unitId: string | null): void {
  const { subject } = useViewer();
  const filter = unitId === null ? null : { hostId: unitId };
  const { data } = useAnswer(LateVisitors, { filter: filter as never }, { still: true, noted: false });
  useMemo(() => {
    const reporters = (data?.visits.nodes ?? []).flatMap((visit) =>
      visit.reporters.flatMap(({ reporter }) => reporter ?? []),
    );
    if (reporters.length === 0) return;
    know(
      subject,
      "Reporter",
      reporters.map(({ id, name, agency }) => ({ id, title: name, more: agency?.name ?? "" })),
      { last: true },
    );
    const agencies = reporters.flatMap(({ agency }) =>
      agency ? [{ id: agency.id, title: agency.name, more: "" }] : [],
    );
    know(subject, "PressAgency", agencies, { last: true });
  }, [data]);
}

/** Who came: those chosen, and the search that takes the next one. */
export function People({ draft, change, faultAt }: PartProps) {
  const own = usePair(WORDS);
  const { subject, role } = useViewer();
  const add = (option: Found): void => {
    know(subject, "Reporter", [option]);
    if (!draft.reporters.some(({ id }) => id === option.id)) change({ reporters: [...draft.reporters, option] });
  };
  const faultOf = (at: number): string | undefined => faultAt(`reporterIds.${at}`);
  return (
    <div class="people">
      <Chosen
        options={draft.reporters}
        faultOf={faultOf}
        onRemove={(id) => change({ reporters: draft.reporters.filter((one) => one.id !== id) })}
      />
      <Chooser
        id="people"
        label={own.people}
        note={role === "CLERK" ? own.byName : own.byNameOrCard}
        required={draft.reporters.length === 0}
        fault={faultAt("reporterIds")}
        kind="Reporter"
        known={knownOf(subject, "Reporter")}
        onPick={add}
        otherwise={{ words: own.registerNew, act: (text) => change({ newReporter: blankReporter(text) }) }}
      />
    </div>
  );
}

/** The units that receive them. A clerk's own is named already. */
export function Hosts({ draft, change, faultAt, form }: PartProps & { readonly form: Form }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { subject, role, unit } = useViewer();
  const isClerk = role === "CLERK" && unit !== null;
  const label = capital(form.fields.find(({ name }) => name === "hostIds")?.words[language] ?? own.hosts);
  // Named alone, the clerk's own unit need not be named; with others it is the first of them.
  const ownHost = isClerk ? [{ id: unit.id, title: unit.name, more: own.ownUnit }] : [];
  const others = draft.hosts.filter(({ id }) => !isClerk || id !== unit.id);
  const setOthers = (hosts: readonly Found[]): void =>
    change({ hosts: hosts.length === 0 ? [] : [...ownHost, ...hosts] });
  const picker = (
    <Chooser
      label={isClerk ? own.otherHost : label}
      required={!isClerk && draft.hosts.length === 0}
      fault={faultAt("hostIds")}
      kind="Unit"
      known={knownOf(subject, "Unit")}
      onPick={(option) => {
        know(subject, "Unit", [option]);
        if (!draft.hosts.some(({ id }) => id === option.id)) setOthers([...others, option]);
      }}
    />
  );
  return (
    <div class="hosts">
      {isClerk && (
        <p class="own-unit">
          <span class="quiet">{label}:</span> <strong>{unit.name}</strong> <span class="quiet">({own.ownUnit})</span>
        </p>
      )}
      <Chosen
        options={others}
        faultOf={(at) => faultAt(`hostIds.${isClerk ? at + 1 : at}`)}
        onRemove={(id) => setOthers(others.filter((one) => one.id !== id))}
      />
      {isClerk && others.length === 0 && !faultAt("hostIds") ? (
        <details class="other-host">
          <summary>{own.otherHost}</summary>
          {picker}
        </details>
      ) : (
        picker
      )}
    </div>
  );
}

function Chosen({
  options,
  faultOf,
  onRemove,
}: {
  readonly options: readonly Found[];
  readonly faultOf: (at: number) => string | undefined;
  readonly onRemove: (id: string) => void;
}) {
  const own = usePair(WORDS);
  if (options.length === 0) return null;
  return (
    <ul class="plain picked">
      {options.map(({ id, title, more }, at) => (
        <li key={id}>
          <Chip
            title={title}
            more={[more, isToBeMade(id) ? `(${own.waits})` : ""].filter((text) => text !== "").join(" ")}
            onRemove={() => onRemove(id)}
          />
          {faultOf(at) && (
            <p class="wrong" role="alert">
              {faultOf(at)}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
