import type { Policy } from "../kernel/decider.js";
import { sameName } from "../kernel/names.js";
import type { PartyGiven } from "./fields.js";
import { violationCaseRefusals } from "./refusals.js";
import type { RecordedParty } from "./violationCase.js";

/** What the register says for an offender whom nobody knows. */
const NOBODY_KNOWN = "Không xác định được";
const KEPT_DIGITS = 3;

/** The rules for the parties of one command, each told with its place in the list `parties`. */
export const partyPolicies: readonly Policy<readonly PartyGiven[]>[] = [
  function unknownIsNotDescribed(parties) {
    const at = parties.findIndex(
      ({ kind, name, idNumber, taxCode, minor }) =>
        kind === "UNKNOWN" && [name, idNumber, taxCode, minor].some(Boolean),
    );
    return at < 0 ? undefined : violationCaseRefusals.UNKNOWN_PARTY_IS_DESCRIBED(["parties", at]);
  },
  function othersAreNamed(parties) {
    const at = parties.findIndex(({ kind, name }) => kind !== "UNKNOWN" && name === null);
    return at < 0 ? undefined : violationCaseRefusals.PARTY_NEEDS_NAME(["parties", at, "name"]);
  },
  function minorsArePersons(parties) {
    const at = parties.findIndex(({ kind, minor }) => minor !== null && kind !== "INDIVIDUAL");
    return at < 0 ? undefined : violationCaseRefusals.PARTY_NOT_A_PERSON(["parties", at, "minor"]);
  },
];

/** An unknown offender is alone, and nobody is there twice: the rules for all the parties of a case together. */
export const partiesTogetherPolicies: readonly Policy<readonly RecordedParty[]>[] = [
  function unknownIsAlone(parties) {
    const at = parties.findIndex(({ kind }) => kind === "UNKNOWN");
    return at < 0 || parties.length === 1 ? undefined : violationCaseRefusals.UNKNOWN_PARTY_NOT_ALONE(["parties", at]);
  },
  function eachPartyOnce(parties) {
    const at = parties.findIndex((one, index) => parties.slice(0, index).some((other) => sameParty(one, other)));
    return at < 0 ? undefined : violationCaseRefusals.PARTY_NAMED_TWICE(["parties", at]);
  },
];

/** People share names: two entries are one party only if nothing else tells them apart. */
const sameParty = (one: RecordedParty, other: RecordedParty): boolean =>
  one.kind === other.kind &&
  sameName(one.name, other.name) &&
  one.idNumberEnd === other.idNumberEnd &&
  one.taxCode === other.taxCode &&
  sameName(one.address ?? "", other.address ?? "");

/** As it is kept: of an identity number only the end. */
export const recordedParty = ({ idNumber, name, ...party }: PartyGiven): RecordedParty => ({
  ...party,
  name: name ?? NOBODY_KNOWN,
  // Of a very short number the end would be the whole.
  idNumberEnd: idNumber === null || idNumber.length <= KEPT_DIGITS ? null : idNumber.slice(-KEPT_DIGITS),
});
