import { useMemo } from "preact/hooks";
import {
  DayOfAnswer,
  type DayOfAnswerQuery,
  DeadlineRuleBook,
  DutyRuleBook,
  FiningPowerBook,
  LawParameterBook,
  LegalInstrumentBook,
  ViolationRuleBook,
} from "../../../../generated/documents.ts";
import { useAsOf } from "../../../asOf.ts";
import { type Answer, useAnswer } from "../../../ledger/useAnswer.ts";
import { Answered } from "../../../parts/answered.tsx";
import { hrefWith, usePlace } from "../../../place.ts";
import { useLanguage, usePair } from "../../../words/words.ts";
import { DayFilter, TextFilter, useOn } from "../tools.tsx";
import { useWhole } from "../whole.ts";
import { WorkCalendar } from "./calendar.tsx";
import {
  dutyColumns,
  instrumentColumns,
  limitColumns,
  parameterColumns,
  powerColumns,
  ruleColumns,
} from "./columns.tsx";
import { LawTable, type Telling } from "./lawTable.tsx";
import { LAW_WORDS } from "./words.ts";

type Name = keyof (typeof LAW_WORDS)["vi"]["tables"];

const NAMES: readonly Name[] = ["acts", "powers", "deadlines", "duties", "parameters", "instruments", "calendar"];

/** The day that is today in the answers of this moment of the ledger. */
export function useToday(): Answer<DayOfAnswerQuery> & { readonly today: string | undefined } {
  const asOf = useAsOf();
  const answer = useAnswer(DayOfAnswer, { asOf }, { noted: false });
  return { ...answer, today: answer.data?.units.basis.today };
}

/** The law of a day, for everybody: what is an act, who may fine it how much, what is due when. */
export function Law() {
  const law = usePair(LAW_WORDS);
  const { today, ...asked } = useToday();
  const on = useOn() ?? today;
  const { query } = usePlace();
  const name = NAMES.find((one) => one === query.get("table")) ?? "acts";
  return (
    <>
      <nav class="tables" aria-label={law.choose}>
        <ul>
          {NAMES.map((one) => (
            <li key={one}>
              <a
                href={hrefWith({ table: one === "acts" ? null : one, more: null })}
                aria-current={one === name ? "page" : undefined}
              >
                {law.tables[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <h2>{law.tables[name]}</h2>
      <div class="narrow">
        {name !== "calendar" && <TextFilter />}
        <DayFilter today={today} />
      </div>
      {on === undefined ? <Answered answer={asked}>{() => null}</Answered> : <Table key={name} name={name} on={on} />}
      <p class="quiet">{law.note}</p>
    </>
  );
}

function Table({ name, on }: { readonly name: Name; readonly on: string }) {
  const law = usePair(LAW_WORDS);
  const language = useLanguage();
  // Of all days: a row may rest on an instrument that has been replaced since.
  const { data } = useWhole(LegalInstrumentBook, { on: null }, ({ legalInstruments }) => legalInstruments, {
    title: law.instrument,
    still: true,
  });
  const telling = useMemo((): Telling => {
    const names = new Map((data?.rows ?? []).map((row) => [row.key, row.name[language]]));
    return { law, language, nameOf: (key) => names.get(key) ?? "" };
  }, [data?.rows, law, language]);
  const told = { title: law.tables[name], on, telling };
  switch (name) {
    case "acts":
      return <LawTable {...told} document={ViolationRuleBook} rowsOf={(one) => one.violationRules} own={ruleColumns} />;
    case "powers":
      return <LawTable {...told} document={FiningPowerBook} rowsOf={(one) => one.finingPowers} own={powerColumns} />;
    case "deadlines":
      return <LawTable {...told} document={DeadlineRuleBook} rowsOf={(one) => one.deadlineRules} own={limitColumns} />;
    case "duties":
      return <LawTable {...told} document={DutyRuleBook} rowsOf={(one) => one.dutyRules} own={dutyColumns} />;
    case "parameters":
      return (
        <LawTable {...told} document={LawParameterBook} rowsOf={(one) => one.lawParameters} own={parameterColumns} />
      );
    case "instruments":
      return (
        <LawTable
          {...told}
          document={LegalInstrumentBook}
          rowsOf={(one) => one.legalInstruments}
          own={instrumentColumns}
        />
      );
    default:
      return <WorkCalendar on={on} />;
  }
}
