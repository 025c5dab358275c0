import type {
  DeadlineRuleBookQuery,
  DutyRuleBookQuery,
  FiningPowerBookQuery,
  LawParameterBookQuery,
  LegalInstrumentBookQuery,
  ViolationRuleBookQuery,
} from "../../../../generated/documents.ts";
import { capital, termWords } from "../../../catalog.ts";
import { moneyText, numberText } from "../../../format.ts";
import type { Column } from "../../../parts/dataTable.tsx";
import type { Language } from "../../../words/words.ts";
import type { Telling } from "./lawTable.tsx";

/** What each table of law tells beside where its rows come from. */

type Rule = ViolationRuleBookQuery["violationRules"]["nodes"][number];
type Power = FiningPowerBookQuery["finingPowers"]["nodes"][number];
type Duty = DutyRuleBookQuery["dutyRules"]["nodes"][number];
type Limit = DeadlineRuleBookQuery["deadlineRules"]["nodes"][number];
type Parameter = LawParameterBookQuery["lawParameters"]["nodes"][number];
type Instrument = LegalInstrumentBookQuery["legalInstruments"]["nodes"][number];

const joined = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter((part) => typeof part === "string" && part !== "").join("; ");

export const ruleColumns = ({ law, language }: Telling): readonly Column<Rule>[] => [
  {
    head: law.act,
    text: ({ act, copies }) =>
      copies
        ? `${act[language]} (${law.copies(numberText(copies.from, language), copies.to == null ? "" : numberText(copies.to, language))})`
        : act[language],
  },
  {
    head: law.fine,
    text: ({ fine, basis }) =>
      fine
        ? `${numberText(fine.min, language)} – ${moneyText(fine.max, language)} ${law.forWhom(termWords("SubjectBasis", basis, language).toLowerCase())}`
        : law.noFine,
  },
  {
    head: law.more,
    text: ({ warningAllowed, confiscation, suspensionMonths, remedies }) =>
      joined(
        warningAllowed && law.warningText,
        suspensionMonths && law.suspension(String(suspensionMonths.min), String(suspensionMonths.max)),
        confiscation && law.confiscation,
        ...remedies.map((remedy) => termWords("RemedyKind", remedy, language).toLowerCase()),
      ),
  },
  { head: law.field, text: ({ field }) => capital(termWords("LawField", field, language)) },
];

export const powerColumns = ({ law, language }: Telling): readonly Column<Power>[] => {
  const sum = (money: string | null, extent: string): string =>
    money == null ? capital(termWords("PowerExtent", extent, language)) : moneyText(money, language);
  return [
    { head: law.post, text: ({ post }) => capital(termWords("SignerPost", post, language)) },
    { head: law.field, text: ({ field }) => capital(termWords("LawField", field, language)) },
    { head: law.individual, text: ({ maxIndividual, extent }) => sum(maxIndividual, extent) },
    { head: law.organisation, text: ({ maxOrganisation, extent }) => sum(maxOrganisation, extent) },
    {
      head: law.more,
      text: ({ maySuspend, mayConfiscate, confiscationUpTo }) =>
        joined(
          maySuspend === true && law.maySuspend,
          mayConfiscate === true &&
            (confiscationUpTo == null ? law.confiscation : law.confiscationUpTo(moneyText(confiscationUpTo, language))),
        ),
    },
  ];
};

function termText({ amount, unit, limitation }: Limit["term"], { law, language }: Telling): string {
  const time = `${numberText(amount, language)} ${termWords("TermUnit", unit, language).toLowerCase()}`;
  return limitation === true ? `${time} (${law.limitation})` : time;
}

export const limitColumns = (telling: Telling): readonly Column<Limit>[] => [
  { head: telling.law.what, text: ({ what }) => what[telling.language] },
  { head: telling.law.term, text: ({ term }) => termText(term, telling) },
];

export const dutyColumns = (telling: Telling): readonly Column<Duty>[] => [
  { head: telling.law.what, text: ({ what }) => what[telling.language] },
  { head: telling.law.term, text: ({ term }) => termText(term, telling) },
  { head: telling.law.unitKinds, text: ({ unitKinds }) => kindsText(unitKinds, telling.language) },
];

const kindsText = (kinds: readonly string[], language: Language): string =>
  kinds.map((kind) => capital(termWords("UnitKind", kind, language))).join("; ");

export const parameterColumns = ({ law, language }: Telling): readonly Column<Parameter>[] => [
  { head: law.what, text: ({ what }) => what[language] },
  { head: law.value, align: "end", text: ({ value }) => numberText(value, language) },
];

export const instrumentColumns = ({ law, language }: Telling): readonly Column<Instrument>[] => [
  { head: law.instrument, text: ({ name }) => name[language] },
];
