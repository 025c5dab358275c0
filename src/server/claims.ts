import type { JWTPayload } from "jose";
import type { Principal } from "../commands/bus.js";
import type { ClaimSettings } from "../config.js";
import { type Role, ROLES } from "../domain/kernel/actor.js";
import { TIMELINE_KINDS } from "../domain/kernel/history.js";
import { MAX_SCOPE_UNITS, type Scopes } from "../domain/kernel/scopes.js";
import { parseGlobalId } from "../graphql/shared/scalars.js";
import { TokenRefused } from "./tokenRefused.js";

/** What a token's claims mean here: who somebody is, by the settings of its issuer. */

/** The ids of the units that bear an official code now; where none does, of those that bore it. */
export type UnitsOfCode = (code: string) => readonly string[];

/** Of several roles in one token the first here counts, where no map says which: who may most comes first. */
export const ROLES_IN_ORDER: readonly Role[] = [
  "ADMIN",
  "INSPECTOR",
  "PRESS_OFFICER",
  "OVERSIGHT",
  "CLERK",
  "ANALYST",
  "SUBSCRIBER",
  "PUBLIC",
];

const MAX_SUBJECT_CHARS = 200;
const EVERY_UNIT = "*";

/** @throws TokenRefused for claims by which nobody can act here. */
export function principalIn(payload: JWTPayload, claims: ClaimSettings, unitsOf: UnitsOfCode): Principal {
  const role = roleIn(payload, claims);
  const { sub: subject } = payload;
  if (typeof subject !== "string" || subject.length > MAX_SUBJECT_CHARS || !/^[^\p{C}]+$/u.test(subject)) {
    const told = "The access token's subject is empty, too long or no plain text.";
    throw new TokenRefused("its claim `sub` is empty, too long or no plain text", told);
  }
  const unitId = unitIn(payload, claims, role, unitsOf);
  if (role !== "SUBSCRIBER") return { subject, role, unitId };
  return { subject, role, unitId, scopes: scopesIn(claimAt(payload, claims.scopes), claims.scopes, unitsOf) };
}

/** The claim of this name; or, step by step, what stands there: `realm_access.roles`. A name may have dots itself. */
export function claimAt(from: unknown, path: string): unknown {
  if (!isObject(from)) return undefined;
  if (Object.hasOwn(from, path)) return from[path];
  for (let dot = path.lastIndexOf("."); dot > 0; dot = path.lastIndexOf(".", dot - 1)) {
    const name = path.slice(0, dot);
    if (Object.hasOwn(from, name)) return claimAt(from[name], path.slice(dot + 1));
  }
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** One text names one, or, with blanks, several, as `scope` does. */
const namesIn = (claim: unknown): readonly unknown[] =>
  Array.isArray(claim) ? claim : typeof claim === "string" ? [claim, ...claim.split(/\s+/)] : [];

function roleIn(payload: JWTPayload, { role: path, roles: map }: ClaimSettings): Role {
  const claim = claimAt(payload, path);
  if (claim === undefined) throw new TokenRefused(`it has no claim \`${path}\`, where AUTH_ROLE_CLAIM has the role`);
  const named = namesIn(claim);
  const role = map
    ? map.find(([name]) => named.includes(name))?.[1]
    : ROLES_IN_ORDER.find((one) => named.includes(one));
  if (role) return role;
  const reason = `its claim \`${path}\` names no role ${map ? "that AUTH_ROLE_MAP has" : "of this ledger"}`;
  const known = map ? "none that counts here" : `none of ${ROLES.values.join(", ")}`;
  throw new TokenRefused(reason, `The access token's role is ${known}.`);
}

/** Some issuers make a list of whatever is an attribute of somebody. */
const single = (claim: unknown): unknown =>
  Array.isArray(claim) && claim.length === 1 ? (claim[0] as unknown) : claim;

/**
 * A clerk without a unit is nobody; of others it is only recorded from which unit they act, so that officers whose units
 * are not entered yet can enter them.
 */
function unitIn(payload: JWTPayload, { unit: path }: ClaimSettings, role: Role, unitsOf: UnitsOfCode): string | null {
  const claim = single(claimAt(payload, path));
  const named = claim === undefined || claim === null || claim === "" ? undefined : claim;
  const ids = named === undefined ? [] : unitsNamed(named, path, unitsOf);
  const [id, ...others] = ids;
  if (id !== undefined && others.length === 0) return id;
  if (role !== "CLERK") return null;
  if (named === undefined) {
    const told = `The access token of a CLERK must name the clerk's unit in the claim \`${path}\`.`;
    throw new TokenRefused(`it has no claim \`${path}\`, and a CLERK acts for a unit`, told);
  }
  if (id === undefined) throw noSuchUnit(path);
  const told = "The unit in the access token is one of several with its official code.";
  throw new TokenRefused(
    `the official code in its claim \`${path}\` is borne by several units: name the unit by its id`,
    told,
  );
}

const noSuchUnit = (path: string): TokenRefused =>
  new TokenRefused(
    `its claim \`${path}\` names a unit by an official code that the register of units does not have`,
    "The unit in the access token is not in this ledger's register.",
  );

/** A unit's global id, its UUID alone, or its official code. */
function unitsNamed(claim: unknown, path: string, unitsOf: UnitsOfCode): readonly string[] {
  const text = typeof claim === "string" ? claim.trim() : "";
  const id = unitIdOf(text);
  if (id !== undefined) return [id];
  if (text === "" || text.includes(":")) {
    const told = `The access token's \`${path}\` is not the id of a unit.`;
    throw new TokenRefused(`its claim \`${path}\` is neither the id of a unit nor an official code`, told);
  }
  return unitsOf(text);
}

/** Of a unit's global id, or of its UUID alone. */
export const unitIdOf = (text: string): string | undefined =>
  parseGlobalId(`Unit:${text.toLowerCase().replace(/^unit:/, "")}`)?.id;

/** `{ "subjects": ["VISIT", …], "unitIds": ["Unit:…", …] }`, and `["*"]` for whatever unit: both must be said. */
function scopesIn(claim: unknown, path: string, unitsOf: UnitsOfCode): Scopes {
  const { subjects, unitIds } = isObject(claim) ? claim : {};
  const wrong = (what: string): TokenRefused =>
    new TokenRefused(
      `its claim \`${path}\` ${what}: a SUBSCRIBER's is {"subjects": ["VISIT", …], "unitIds": ["Unit:…", …]}, or ["*"] for every unit`,
      `The access token's \`${path}\` are not the scopes of a subscriber.`,
    );
  if (claim === undefined) throw wrong("is missing");
  const kinds = TIMELINE_KINDS.values.filter((kind) => Array.isArray(subjects) && subjects.includes(kind));
  if (!Array.isArray(subjects) || kinds.length === 0 || kinds.length !== new Set(subjects).size) {
    throw wrong(`has no \`subjects\` that are among ${TIMELINE_KINDS.values.join(", ")}`);
  }
  if (!Array.isArray(unitIds) || unitIds.length === 0 || unitIds.length > MAX_SCOPE_UNITS) {
    throw wrong(`has no \`unitIds\`, from 1 to ${MAX_SCOPE_UNITS}`);
  }
  if (unitIds.length === 1 && unitIds[0] === EVERY_UNIT) return { subjects: kinds, unitIds: null };
  const ids = unitIds.flatMap((one: unknown) => {
    const [id, ...others] = unitsNamed(one, path, unitsOf);
    if (id === undefined || others.length > 0) throw noSuchUnit(path);
    return id;
  });
  return { subjects: kinds, unitIds: [...new Set(ids)] };
}
