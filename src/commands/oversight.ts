import { localDateOf, type LocalDate } from "../domain/kernel/time.js";
import type { LawBook } from "../domain/law/lawBook.js";
import { oversightRefusals } from "../domain/oversight/refusals.js";
import { oversight } from "../domain/oversight/record.js";
import { refuseWith } from "./finder.js";
import { type LookupsOf, specsOf } from "./stepSpec.js";

/** The laws on supervision by the National Assembly and the people's councils. */
const LAWS = ["SUP-2015", "SUP-2025"];

const lawOn = (law: LawBook, day: LocalDate): string =>
  law.instruments(day).find(({ key }) => LAWS.includes(key))?.key ?? "";

/** What is looked up for the steps of a supervision. */
const lookups: LookupsOf<typeof oversight> = {
  ProgrammeOversight({ supervisedIds }, { the, law, meta }) {
    supervisedIds.forEach((id, at) => the.unit(id, "supervisedIds", at));
    return { law: lawOn(law, localDateOf(meta.occurredAt)) };
  },
  DecideOversight: ({ supervisedIds, decidedOn }, { the, law }) => ({
    supervised: supervisedIds.map((id, at) => the.unit(id, "supervisedIds", at)),
    law: lawOn(law, decidedOn),
  }),
  RequestOversightReport: ({ unitId }, { the }) => ({ unit: the.unit(unitId, "unitId") }),
  MakeOversightRecommendation: ({ unitId }, { the }) => ({ unit: the.unit(unitId, "unitId") }),
  LayOversightFigure({ measure, from, to, filters, bySuccessor, asOf }, { facts, meta }) {
    const asked = { measure, from, to, filters: filters ?? [], bySuccessor };
    const found = facts.figure(asked, localDateOf(meta.occurredAt), asOf);
    if (found === "UNKNOWN") return refuseWith(oversightRefusals.OVERSIGHT_FIGURE_UNKNOWN(["measure"], measure));
    return found === "NOT_SO" ? refuseWith(oversightRefusals.OVERSIGHT_FIGURE_NOT_SO(["filters"])) : found;
  },
  ReportOversightRecommendationDone: ({ evidenceIds }, { the }) => ({
    evidenceIds: the.records(evidenceIds, "evidenceIds", oversightRefusals.OVERSIGHT_EVIDENCE_NOT_FOUND),
  }),
};

export const oversightSpecs = specsOf(oversight, lookups);
