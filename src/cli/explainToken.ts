import { existsSync } from "node:fs";
import type { JWTVerifyGetKey } from "jose";
import type { Principal } from "../commands/bus.js";
import type { Config } from "../config.js";
import { localDateOf, nameOn } from "../domain/kernel/time.js";
import { hasEndedBy } from "../domain/unit/succession.js";
import { openForReading } from "../projections/readModel/openFile.js";
import { readModelPath } from "../projections/readModel/readModelFile.js";
import { NOW } from "../projections/table/temporal.js";
import { UnitQueries } from "../projections/unit/queries.js";
import { messageOf, type Verified, verifiedBy } from "../server/auth.js";
import { developmentKey } from "../server/developmentKey.js";
import { refusalExplained } from "../server/refusalExplained.js";
import { remoteKeys } from "../server/remoteKeys.js";
import { TokenRefused } from "../server/tokenRefused.js";

const UNIT_NEEDED =
  "The token names a unit by its official code; the register stands in the read model of DATA_DIR, and this version has none there. Set DATA_DIR to the server's.";

class RegisterNeeded extends Error {}

/**
 * What the server of this configuration makes of a token, in one line.
 * @throws with that line when it takes it not.
 */
export async function explained(token: string, config: Config): Promise<string> {
  const { auth, dataDir } = config;
  const keys: JWTVerifyGetKey = auth.jwksUrl ? remoteKeys(auth.jwksUrl) : (await developmentKey(dataDir, auth)).keys;
  const units = unitsIn(dataDir);
  const today = localDateOf(new Date().toISOString());
  const unitsOf = (code: string): readonly string[] => {
    if (!units) throw new RegisterNeeded(UNIT_NEEDED);
    return units.withCode(code, NOW, today);
  };
  try {
    return grantedBy(await verifiedBy({ config: auth, keys, unitsOf, now: Date.now }, token), units, today);
  } catch (error) {
    if (error instanceof TokenRefused) throw new Error(refusalExplained(token, error, auth));
    if (error instanceof RegisterNeeded || !auth.jwksUrl) throw error;
    throw new Error(`The keys at AUTH_JWKS_URL cannot be had: ${messageOf(error)}.`);
  }
}

function unitsIn(folder: string): UnitQueries | undefined {
  const path = readModelPath(folder);
  return existsSync(path) ? new UnitQueries(openForReading(path)) : undefined;
}

function grantedBy({ principal, expiresAt }: Verified, units: UnitQueries | undefined, today: string): string {
  const until = new Date(expiresAt).toISOString();
  return `It is taken until ${until}: ${principal.role}${scopesSaid(principal)}${unitSaid(principal, units, today)}, as "${principal.subject}".`;
}

function scopesSaid({ scopes }: Principal): string {
  if (!scopes) return "";
  const { subjects, unitIds } = scopes;
  const where = unitIds ? unitIds.map((id) => `Unit:${id}`).join(", ") : "every unit";
  return ` of ${subjects.join(", ")}, of ${where}`;
}

function unitSaid({ role, unitId }: Principal, units: UnitQueries | undefined, today: string): string {
  if (unitId === null) return role === "SUBSCRIBER" || role === "PUBLIC" ? "" : ", acting from no unit";
  const unit = units?.get(unitId, NOW)?.state;
  if (!unit) return `, acting from Unit:${unitId}${units ? ", which the register does not have" : ""}`;
  const named = `, acting from Unit:${unitId} (${nameOn(unit.names, today)})`;
  const ended = role === "CLERK" && hasEndedBy(unit, today);
  return ended
    ? `${named}, which ended on ${unit.endsOn}: its successor's tokens keep its records, this one none`
    : named;
}
