import { useMemo } from "preact/hooks";
import { OfficeBook, type OfficeBookQuery } from "../../../generated/documents.ts";
import { capital, termWords } from "../../catalog.ts";
import { dayText } from "../../format.ts";
import { Answered } from "../../parts/answered.tsx";
import { type Column, DataTable } from "../../parts/dataTable.tsx";
import { RecordLink } from "../../parts/shown.tsx";
import { hrefWith, usePlace } from "../../place.ts";
import { type Language, useLanguage, usePair, useWords } from "../../words/words.ts";
import { Count, DayFilter, TermChoice, TextFilter, Total, useOn, useShown, useText } from "./tools.tsx";
import { matches } from "./unitBook.ts";
import { useWhole } from "./whole.ts";
import { WORDS } from "./words.ts";

type Office = OfficeBookQuery["representativeOffices"]["nodes"][number];
type Own = (typeof WORDS)["vi"];

/** The representative offices of press agencies: where they are, who heads them, how they stand. */
export function Offices() {
  const own = usePair(WORDS);
  const words = useWords();
  const language = useLanguage();
  const { query } = usePlace();
  const on = useOn();
  const text = useText();
  const [status, agency] = [query.get("status") ?? "", query.get("agency") ?? ""];
  const answer = useWhole(OfficeBook, { on }, (told) => told.representativeOffices, { title: own.registers.offices });
  const columns = useMemo(() => officeColumns(own, language), [own, language]);
  const rows = useMemo(
    () =>
      (answer.data?.rows ?? [])
        .filter((office) => status === "" || office.status === status)
        .filter((office) => agency === "" || office.agency?.id === agency)
        .filter(
          (office) =>
            text === "" || matches(text, office.agency?.name, office.agencyName, office.address, office.head?.name),
        ),
    [answer.data?.rows, status, agency, text],
  );
  const { shown, more } = useShown(rows);
  return (
    <>
      <div class="narrow">
        <TextFilter />
        <TermChoice label={own.status} name="status" list="RepresentativeOfficeStatus" />
        <DayFilter today={answer.data?.today} />
      </div>
      {agency !== "" && (
        <p class="notice">
          {own.agency}: {answer.data?.rows.find((one) => one.agency?.id === agency)?.agency?.name ?? "…"}{" "}
          <a href={hrefWith({ agency: null })}>{words.common.clear}</a>
        </p>
      )}
      <Answered answer={answer}>
        {() => (
          <>
            <Total number={rows.length} />
            <DataTable
              title={own.registers.offices}
              titleHidden
              columns={columns}
              rows={shown}
              keyOf={({ id }) => id}
              all={() => Promise.resolve(rows)}
              rowClass={(office) => (["CLOSED", "REJECTED"].includes(office.status) ? "gone" : undefined)}
            />
            <Count shown={shown.length} all={rows.length} more={more} />
          </>
        )}
      </Answered>
    </>
  );
}

function officeColumns(own: Own, language: Language): readonly Column<Office>[] {
  return [
    { head: own.office, text: ({ title }) => title, cell: (office) => <RecordLink of={office} /> },
    {
      head: own.agency,
      text: ({ agency, agencyName }) => agency?.name ?? agencyName,
      cell: ({ agency, agencyName }) => (agency ? <RecordLink of={agency}>{agency.name}</RecordLink> : agencyName),
    },
    {
      head: own.status,
      text: ({ status }) => capital(termWords("RepresentativeOfficeStatus", status, language)),
    },
    {
      head: own.head,
      text: ({ head }) => head?.name ?? "",
      cell: ({ head }) =>
        head ? <RecordLink of={head}>{head.name}</RecordLink> : <span class="quiet">{own.vacant}</span>,
    },
    { head: own.address, text: ({ address }) => address },
    { head: own.startsOn, text: ({ startsOn }) => dayText(startsOn) },
    { head: own.closedOn, text: ({ closedOn }) => dayText(closedOn ?? "") },
  ];
}
