import { useMemo } from "preact/hooks";
import { AgencyBook, type AgencyBookQuery, OfficeBook, ReporterBook } from "../../../generated/documents.ts";
import { capital, termWords } from "../../catalog.ts";
import { dayText, numberText } from "../../format.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { href, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { type Language, useLanguage, usePair } from "../../words/words.ts";
import { Count, DayFilter, TermChoice, TextFilter, Total, useOn, useShown, useText } from "./tools.tsx";
import { matches } from "./unitBook.ts";
import { useWhole } from "./whole.ts";
import { WORDS } from "./words.ts";

type Agency = AgencyBookQuery["pressAgencies"]["nodes"][number];
type Own = (typeof WORDS)["vi"];

interface People {
  readonly reporters: ReadonlyMap<string, number>;
  readonly offices: ReadonlyMap<string, number>;
}

/** The press agencies: what they are, how they stand, into which they went, and who works here for them. */
export function Agencies() {
  const own = usePair(WORDS);
  const language = useLanguage();
  const { mayRead } = useViewer();
  const { query } = usePlace();
  const on = useOn();
  const text = useText();
  const [kind, status] = [query.get("kind") ?? "", query.get("status") ?? ""];
  const answer = useWhole(AgencyBook, { on }, ({ pressAgencies }) => pressAgencies, { title: own.registers.agencies });
  const people = usePeople(on, mayRead);
  const columns = useMemo(() => agencyColumns(own, language, people), [own, language, people]);
  const rows = useMemo(
    () =>
      (answer.data?.rows ?? [])
        .filter((agency) => kind === "" || agency.kinds.some((one) => one === kind))
        .filter((agency) => status === "" || agency.status === status)
        .filter(
          ({ names, governingBody, licenceNumber }) =>
            text === "" || matches(text, ...names.map(({ name }) => name), governingBody, licenceNumber),
        ),
    [answer.data?.rows, kind, status, text],
  );
  const { shown, more } = useShown(rows);
  return (
    <>
      <div class="narrow">
        <TextFilter />
        <TermChoice label={own.kind} name="kind" list="PressAgencyKind" />
        <TermChoice label={own.status} name="status" list="PressAgencyStatus" />
        <DayFilter today={answer.data?.today} />
      </div>
      <Answered answer={answer}>
        {() => (
          <>
            <Total number={rows.length} />
            <DataTable
              title={own.registers.agencies}
              titleHidden
              columns={columns}
              rows={shown}
              keyOf={({ id }) => id}
              all={() => Promise.resolve(rows)}
              rowClass={(agency) => (["MERGED", "CLOSED"].includes(agency.status) ? "gone" : undefined)}
            />
            <Count shown={shown.length} all={rows.length} more={more} />
          </>
        )}
      </Answered>
    </>
  );
}

/** How many reporters and offices each agency has on the day; for those who may know. */
function usePeople(on: string | null, mayRead: boolean): People | null {
  const own = usePair(WORDS);
  const reporters = useWhole(mayRead ? ReporterBook : null, { on }, (answer) => answer.reporters, {
    title: own.registers.reporters,
  }).data;
  const offices = useWhole(mayRead ? OfficeBook : null, { on }, (answer) => answer.representativeOffices, {
    title: own.registers.offices,
  }).data;
  return useMemo(() => {
    if (!mayRead) return null;
    const open = (offices?.rows ?? []).filter(({ status }) => status === "ACCEPTED" || status === "HEAD_VACANT");
    return { reporters: countOf(reporters?.rows ?? []), offices: countOf(open) };
  }, [reporters?.rows, offices?.rows, mayRead]);
}

function countOf(rows: readonly { readonly agency: { readonly id: string } | null }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { agency } of rows) if (agency) counts.set(agency.id, (counts.get(agency.id) ?? 0) + 1);
  return counts;
}

function mergersText({ endsOn, mergedInto, mergedIntoName, predecessors }: Agency, own: Own): string {
  const went =
    mergedInto && endsOn != null ? [own.mergedInto(mergedInto.name || (mergedIntoName ?? ""), dayText(endsOn))] : [];
  const came = predecessors.map((one) => own.tookIn(one.name, dayText(one.endsOn ?? "")));
  return [...went, ...came].join("; ");
}

function Mergers({ agency }: { readonly agency: Agency }) {
  const own = usePair(WORDS);
  const { endsOn, mergedInto, predecessors } = agency;
  return (
    <>
      {mergedInto && endsOn != null && (
        <p>
          <strong>
            <span aria-hidden="true">→ </span>
            <RecordLink of={mergedInto}>{mergedInto.name}</RecordLink>
          </strong>{" "}
          <span class="quiet">{dayText(endsOn)}</span>
        </p>
      )}
      {predecessors.map((one) => (
        <p key={one.id}>{own.tookIn(one.name, dayText(one.endsOn ?? ""))}</p>
      ))}
    </>
  );
}

/** Its status, and until when where it has an end. */
function statusText({ status, suspensions }: Agency, own: Own, language: Language): string {
  const called = capital(termWords("PressAgencyStatus", status, language));
  const running = status === "SUSPENDED" ? suspensions.at(-1) : undefined;
  if (!running) return called;
  return `${called}, ${own.days(dayText(running.from), dayText(running.lastDay ?? ""))}`;
}

function agencyColumns(own: Own, language: Language, people: People | null): readonly Column<Agency>[] {
  const term = (list: string, value: string): string => capital(termWords(list, value, language));
  const kindsText = ({ kinds }: Agency): string => kinds.map((kind) => term("PressAgencyKind", kind)).join("; ");
  const counted = (head: string, path: string, of: ReadonlyMap<string, number>): Column<Agency> => ({
    head,
    align: "end",
    text: ({ id }) => String(of.get(id) ?? 0),
    cell: ({ id, name }) =>
      of.has(id) ? (
        <a href={href(path, { agency: id })} aria-label={`${head}, ${name}: ${of.get(id) ?? 0}`}>
          {numberText(of.get(id) ?? 0, language)}
        </a>
      ) : (
        "0"
      ),
  });
  return [
    {
      head: own.agency,
      text: ({ name }) => name,
      cell: (agency) => (
        <>
          <RecordLink of={agency}>{agency.name}</RecordLink>
          {agency.names.length > 1 && <p class="quiet">{`${own.otherNames}: ${otherNames(agency, own)}`}</p>}
        </>
      ),
    },
    {
      head: own.status,
      text: (agency) => statusText(agency, own, language),
      cell: (agency) => (
        <>
          <p>{statusText(agency, own, language)}</p>
          <Mergers agency={agency} />
        </>
      ),
    },
    { head: own.merger, text: (agency) => mergersText(agency, own), only: "FILE" },
    {
      head: own.kind,
      text: kindsText,
      cell: (agency) => (
        <div class="roomy">
          {kindsText(agency)}
          <p class="quiet">{term("PressAgencyLevel", agency.level)}</p>
        </div>
      ),
    },
    { head: own.level, text: ({ level }) => term("PressAgencyLevel", level), only: "FILE" },
    {
      head: own.governingBody,
      text: ({ governingBody }) => governingBody,
      cell: ({ governingBody, licenceNumber }) => (
        <>
          {governingBody}
          {licenceNumber && <p class="quiet">{`${own.licence} ${licenceNumber}`}</p>}
        </>
      ),
    },
    { head: own.licence, text: ({ licenceNumber }) => licenceNumber ?? "", only: "FILE" },
    { head: own.otherNames, text: (agency) => otherNames(agency, own), only: "FILE" },
    ...(people
      ? [
          counted(own.reporters, "/registers/reporters", people.reporters),
          counted(own.offices, "/registers/offices", people.offices),
        ]
      : []),
    {
      head: own.links,
      text: () => "",
      only: "PAGE",
      cell: ({ id, name }) => (
        <span class="links">
          <a href={href("/figures/visit", { agencyIds: [id] })} aria-label={own.figuresOf(name)}>
            {own.figures}
          </a>
        </span>
      ),
    },
  ];
}

const otherNames = ({ name: now, names }: Agency, own: Own): string =>
  names
    .filter(({ name }) => name !== now)
    .map(({ name, from }) => own.nameFrom(name, dayText(from)))
    .join("; ");
