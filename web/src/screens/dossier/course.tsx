import { dayOf, dayText, numberText } from "../../format.ts";
import { type Language, useLanguage, usePair } from "../../words/words.ts";
import type { Oversight } from "./moved.ts";
import { WORDS } from "./words.ts";

/** A stage of the supervision: the day on which it came, and what is known of it besides. */
export interface Stage {
  readonly name: keyof (typeof WORDS)["vi"]["stages"];
  readonly day: string | null;
  readonly more: string;
}

type Own = (typeof WORDS)["vi"];

const lastOf = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** Its stages in their order; those that need not be are there only when they were. */
export function stagesOf(oversight: Oversight, own: Own, language: Language): readonly Stage[] {
  const { reports, fieldWork, comments, sessionAt, programmedFor } = oversight;
  const count = (number: number): string => numberText(number, language);
  const received = reports.filter(({ receivedOn }) => receivedOn !== null);
  const all = received.length === reports.length;
  const optional = (stage: Stage): readonly Stage[] => (stage.day === null ? [] : [stage]);
  return [
    ...(programmedFor === null
      ? []
      : [{ name: "programmed" as const, day: null, more: own.planned(dayText(programmedFor)) }]),
    { name: "decided", day: oversight.decidedOn, more: oversight.decision ?? "" },
    { name: "notified", day: oversight.notifiedOn, more: "" },
    {
      name: "reports",
      day: all ? lastOf(received.map(({ receivedOn }) => receivedOn)) : null,
      more: reports.length === 0 ? "" : own.received(count(received.length), count(reports.length)),
    },
    ...optional({ name: "fieldWork", day: lastOf(fieldWork.map(({ on }) => on)), more: "" }),
    { name: "session", day: sessionAt === null ? null : dayOf(sessionAt), more: oversight.minutes ?? "" },
    ...optional({ name: "drafted", day: oversight.draftedOn, more: "" }),
    ...optional({ name: "comments", day: lastOf(comments.map(({ on }) => on)), more: "" }),
    { name: "concluded", day: oversight.concludedOn, more: oversight.conclusion ?? "" },
    { name: "sent", day: oversight.sentOn, more: "" },
    { name: "published", day: oversight.publishedOn, more: "" },
    ...optional({ name: "ended", day: oversight.endedOn, more: oversight.endReason ?? "" }),
  ];
}

const cameAlready = (stages: readonly Stage[], at: number): boolean =>
  stages[at]?.day !== null || stages.slice(at + 1).some(({ day }) => day !== null);

/** How far the supervision has come, a stage beside the other. */
export function Course({ oversight }: { readonly oversight: Oversight }) {
  const own = usePair(WORDS);
  const language = useLanguage();
  const stages = stagesOf(oversight, own, language);
  return (
    <section aria-labelledby="course" class="dossier-course">
      <h2 id="course" class="only-read">
        {own.course}
      </h2>
      <ol>
        {stages.map(({ name, day, more }, at) => (
          <li key={name} class={cameAlready(stages, at) ? "came" : undefined}>
            <span class="stage">{own.stages[name]}</span>
            <span class="stage-day">{day === null ? (more === "" ? "—" : "") : dayText(day)}</span>
            {more !== "" && <span class="more">{more}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
