import { useState } from "preact/hooks";
import { LedgerFeed, NoticeFeed } from "../../../generated/documents.ts";
import { useAsOf } from "../../asOf.ts";
import { dayText, momentIn, momentText, todayInVietnam } from "../../format.ts";
import { sentence } from "../../parts/event.ts";
import { RecordLink } from "../../parts/shown.tsx";
import { href, hrefWith, type Params, usePlace } from "../../place.ts";
import { useViewer } from "../../viewer.ts";
import { useLanguage, usePair, useWords } from "../../words/words.ts";
import { dayIn, filterIn, type FilterName } from "../timeline/asked.ts";
import { type Entry, EntryText } from "../timeline/entry.tsx";
import { ChosenEvents, TimelineFilters } from "../timeline/filter.tsx";
import { Following } from "./following.tsx";
import type { Arrived } from "./useFeed.ts";
import { WORDS } from "./words.ts";

/** Another question has other cursors. */
const ANEW = { after: null } as const;
const NO_DAYS: readonly FilterName[] = ["firstDay", "lastDay", "recordedFrom", "recordedTo"];

/** All that is entered, as it comes; for whoever has not signed in, what is public by law. */
export function Live() {
  const own = usePair(WORDS);
  const words = useWords();
  const asOf = useAsOf();
  const { mayFollow } = useViewer();
  if (asOf !== null) {
    return (
      <>
        <h1>{mayFollow ? own.title : own.publicTitle}</h1>
        <p class="notice">
          {own.onlyNow} <a href={hrefWith({ asof: null })}>{words.asOf.back}</a>
        </p>
      </>
    );
  }
  return mayFollow ? <OfLedger /> : <OfPublic />;
}

interface LedgerItem extends Arrived {
  readonly item?: Entry;
}

function OfLedger() {
  const own = usePair(WORDS);
  const { query } = usePlace();
  const since = dayIn(query, "since");
  const filter = {
    ...filterIn(new URLSearchParams([...query].filter(([name]) => !NO_DAYS.includes(name as FilterName)))),
    ...(since ? { recordedFrom: momentIn(since, "00:00") } : {}),
  };
  const ways: readonly (readonly [string, Params])[] = [
    [own.fromNow, { since: null }],
    [own.fromToday, { since: todayInVietnam() }],
  ];
  return (
    <>
      <h1>{own.title}</h1>
      <TimelineFilters without={NO_DAYS} anew={ANEW} />
      <ChosenEvents anew={ANEW} />
      {since && <p>{own.since(dayText(since))}</p>}
      <Following<LedgerItem>
        document={LedgerFeed as never}
        variables={{ from: since ? "BEGINNING" : "NOW", filter }}
        ways={ways}
        tells={({ item }) => item !== undefined}
        keyOf={({ item }) => item?.position ?? ""}
        recordedAt={({ item }) => item?.recordedAt ?? ""}
        earlier={href("/timeline")}
        rowOf={({ item }) => item && <LedgerRow entry={item} />}
      />
    </>
  );
}

function LedgerRow({ entry }: { readonly entry: Entry }) {
  const own = usePair(WORDS);
  return (
    <>
      <EntryText entry={entry} />
      <ul class="ways">
        <li>
          <a href={href("/timeline", { commandId: entry.event.commandId })}>{own.event}</a>
        </li>
        <li>
          <a href={hrefWith({ types: [entry.type], ...ANEW })}>{own.sameType}</a>
        </li>
      </ul>
    </>
  );
}

interface Notice {
  readonly position: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly summary: string;
  readonly summaryVi: string;
  readonly decisionNumber: string | null;
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

function OfPublic() {
  const own = usePair(WORDS);
  const { query } = usePlace();
  const fromNow = query.get("from") === "NOW";
  const { kinds } = filterIn(query);
  const [withoutOthers] = useState<readonly FilterName[]>([...NO_DAYS, "unitId", "actorUnitId", "actorRoles"]);
  return (
    <>
      <h1>{own.publicTitle}</h1>
      <p>{own.publicNote}</p>
      <TimelineFilters without={withoutOthers} anew={ANEW} />
      <Following<Arrived & Partial<Notice>>
        document={NoticeFeed as never}
        variables={{ from: fromNow ? "NOW" : "BEGINNING", filter: kinds ? { kinds } : null }}
        ways={[
          [own.fromNow, { from: "NOW" }],
          [own.fromBeginning, { from: null }],
        ]}
        tells={({ __typename }) => __typename === "Notice"}
        keyOf={({ position }) => position ?? ""}
        recordedAt={({ recordedAt }) => recordedAt ?? ""}
        earlier={null}
        rowOf={(item) => <NoticeRow notice={item as Arrived & Notice} />}
      />
    </>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  return (
    <>
      <p class="what">{sentence(notice, language)}</p>
      <p class="times">{momentText(notice.occurredAt)}</p>
      {notice.decisionNumber && (
        <p>
          {own.decision}: {notice.decisionNumber}
        </p>
      )}
      {notice.units.length > 0 && (
        <ul class="subjects">
          {notice.units.map(({ id, name }) => (
            <li key={id}>
              <RecordLink of={{ id, title: name }} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
