import {
  asIn,
  type DataOf,
  many,
  meantEmpty,
  needed,
  noted,
  optional,
  paperNumber,
  PAPERS,
  part,
  refs,
} from "../kernel/fields.js";
import { say } from "../kernel/words.js";
import { DOCUMENT, DOCUMENTS, HOSTS, OUTCOME, VISIT, VISITORS } from "./visit.js";

/** What is filled in otherwise than the record keeps it. */

export const DOCUMENT_GIVEN = part(
  "DocumentInput",
  {
    ...asIn(DOCUMENT.fields, "reporterId", "kind"),
    number: optional(paperNumber(say("số", "number"), 100, PAPERS, "Only its last three characters are kept.")),
    validTo: noted(DOCUMENT.fields.validTo, "Compulsory for a permit, and for a letter that is not in the registry."),
  },
  "A document that a reporter showed.",
);
/** A document as the clerk enters it. */
export type DocumentGiven = DataOf<typeof DOCUMENT_GIVEN.fields>;

export const OUTCOME_GIVEN = part("OutcomeInput", OUTCOME.fields);

export const hostIds = refs("Unit", VISIT.hosts.words, HOSTS);
export const reporterIds = refs("Reporter", VISIT.reporters.words, VISITORS);
/** Documents of which there may be none. */
export const documents = meantEmpty(many(DOCUMENT_GIVEN, VISIT.documents.words, { ...DOCUMENTS, least: 0 }));

/** What may be corrected. */
export const CORRECTED = {
  ...{ hostIds, reporterIds },
  ...needed(VISIT, "topic", "subject", "arrivedAt", "appointmentAt"),
  documents: noted(
    documents,
    "What was shown, told again: needed when the reporters or the day change after the documents were checked.",
  ),
};
