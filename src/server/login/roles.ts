import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Role, ROLES } from "../../domain/kernel/actor.js";
import type { Ledger } from "../../ledger.js";
import { NOW } from "../../projections/table/temporal.js";
import { unitIdOf } from "../claims.js";
import type { DevelopmentKey } from "../developmentKey.js";
import { fromThisMachine } from "../thisMachine.js";
import { refusedAsJson } from "./answers.js";
import { isPageRequest } from "./pageRequest.js";
import { LoginRefused } from "./refusals.js";
import type { PageSession } from "./session.js";

const HOURS = 12;
/** Those of people: a subscriber is a program, with scopes, and the public shows no token. */
const TAKEN: readonly Role[] = ["CLERK", "PRESS_OFFICER", "INSPECTOR", "OVERSIGHT", "ANALYST", "ADMIN"];

export interface RolesParts {
  /** Undefined in production: there no role is taken, it is given. */
  readonly key: DevelopmentKey | undefined;
  readonly session: PageSession;
  readonly ledger: Ledger;
}

/** In development, on this machine, one takes a role instead of logging in. */
export function addRoles(app: FastifyInstance, parts: RolesParts): void {
  app.get("/login/roles", (request) => Promise.resolve(mayTakeRoles(parts.key, request) ? CHOICE : []));
  app.post("/login/as", { errorHandler: refusedAsJson }, async (request, reply) => {
    const { key, session, ledger } = parts;
    if (!key || !fromThisMachine(request)) throw new LoginRefused("NO_ROLES");
    if (!isPageRequest(request.headers)) throw new LoginRefused("NOT_THIS_PAGE");
    const { role, unitId } = wanted(request.body, ledger);
    const subject = `demo.${role.toLowerCase().replaceAll("_", "-")}`;
    session.keep(reply, { access: await key.issue({ subject, role, unitId, hours: HOURS }), refresh: undefined });
    return { signedIn: true };
  });
}

export const mayTakeRoles = (key: DevelopmentKey | undefined, request: FastifyRequest): boolean =>
  key !== undefined && fromThisMachine(request);

const CHOICE = TAKEN.map((role) => ({ role, ...ROLES.words[role], needsUnit: role === "CLERK" }));

function wanted(body: unknown, ledger: Ledger): { role: Role; unitId: string | null } {
  const { role: named, unitId: unit = null } = (body ?? {}) as { readonly role?: unknown; readonly unitId?: unknown };
  if (typeof named !== "string" || (unit !== null && typeof unit !== "string")) throw new LoginRefused("MALFORMED");
  const role = TAKEN.find((one) => one === named);
  if (!role) throw new LoginRefused("ROLE_UNKNOWN");
  if (unit === null && role === "CLERK") throw new LoginRefused("UNIT_NEEDED");
  const unitId = unit === null ? null : unitIdOf(unit);
  if (unitId === undefined || (unitId !== null && !ledger.reads.units.get(unitId, NOW))) {
    throw new LoginRefused("UNIT_UNKNOWN");
  }
  return { role, unitId };
}
