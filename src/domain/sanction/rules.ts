import type { CommandMeta } from "../kernel/decider.js";
import type { Path, Refusal } from "../kernel/refusal.js";
import { type LocalDate, localDateOf } from "../kernel/time.js";
import type { SignerPost } from "../law/terms.js";
import type { UnitKind } from "../unit/terms.js";
import type { UnitFact } from "../unit/unit.js";
import type { Signer } from "./decision.js";
import { sanctionRefusals } from "./refusals.js";
import type { Sanction } from "./sanction.js";
import type { SanctionStatus } from "./terms.js";

/** Rules that several steps of a decision have in common. */

/** Once annulled, nothing is done any more but money taken and given back. */
export const STANDING: readonly SanctionStatus[] = ["SIGNED", "SERVED", "EXECUTED"];

// Days ----------------------------------------------------------------------------------------------------------------

export const beforeSigning = ({ signedOn }: Sanction, day: LocalDate, path: Path): Refusal | undefined =>
  day < signedOn ? sanctionRefusals.SANCTION_DAY_BEFORE_SIGNING(path, signedOn) : undefined;

/** A day on which something is said to have happened to the decision: after it was signed, and not ahead. */
export function happened(
  { state, meta }: { readonly state: Sanction; readonly meta: CommandMeta },
  day: LocalDate,
  path: Path,
): Refusal | undefined {
  if (day > localDateOf(meta.now)) return sanctionRefusals.SANCTION_DAY_IN_FUTURE(path, day);
  return beforeSigning(state, day, path);
}

// The signer ----------------------------------------------------------------------------------------------------------

/** Posts whose power may be delegated to a deputy (giao quyền; Art. 54 of the Law). */
const DELEGATING: readonly SignerPost[] = [
  "DEPARTMENT_CHIEF_INSPECTOR",
  "DEPARTMENT_DIRECTOR",
  "COMMUNE_CHAIR",
  "DISTRICT_CHAIR",
  "PROVINCE_CHAIR",
];

/** The delegation that a signer names can have been one. */
export function delegationFits({ post, delegation }: Signer, signedOn: LocalDate): Refusal | undefined {
  if (!delegation) return undefined;
  if (!DELEGATING.includes(post)) return sanctionRefusals.SANCTION_POST_NOT_DELEGATED(["signer", "delegation"]);
  return delegation.decidedOn > signedOn
    ? sanctionRefusals.SANCTION_DELEGATED_AFTER_SIGNING(["signer", "delegation", "decidedOn"])
    : undefined;
}

/** Which kinds of unit have the post. The inspectorates of the province and of departments are both old and new. */
const UNITS_WITH: Readonly<Record<SignerPost, readonly UnitKind[]>> = {
  INSPECTOR: ["PROVINCE", "DEPARTMENT", "SECTOR"],
  INSPECTION_TEAM_HEAD: ["PROVINCE", "DEPARTMENT", "SECTOR"],
  DEPARTMENT_CHIEF_INSPECTOR: ["DEPARTMENT", "SECTOR"],
  DEPARTMENT_DIRECTOR: ["DEPARTMENT", "SECTOR"],
  COMMUNE_CHAIR: ["COMMUNE"],
  DISTRICT_CHAIR: ["DISTRICT"],
  PROVINCE_CHAIR: ["PROVINCE"],
};

/** A post signs for the body that has it: a department's decision cannot borrow the province chair's power. */
export const postIsOfIssuer = ({ post }: Signer, { kind }: Pick<UnitFact, "kind">): Refusal | undefined =>
  UNITS_WITH[post].includes(kind)
    ? undefined
    : sanctionRefusals.SANCTION_SIGNER_OF_OTHER_UNIT(["signer", "post"], post);
