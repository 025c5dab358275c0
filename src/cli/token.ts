import { parseArgs } from "node:util";
import { loadConfig } from "../config.js";
import { type Role, ROLES } from "../domain/kernel/actor.js";
import { unitIdOf } from "../server/auth.js";
import { developmentKey } from "../server/developmentKey.js";
import { orOneLine } from "./terminal.js";

/** `npm run token -- --role CLERK --unit Unit:<UUID>`: prints an access token of the development key. */

const USAGE = "Usage: npm run token -- --role <ROLE> [--unit Unit:<UUID>] [--subject <name>] [--hours <1 to 720>]";
const MAX_HOURS = 720;

await orOneLine(USAGE, async () => {
  const config = loadConfig(process.env);
  if (config.mode === "production" || config.auth.jwksUrl) {
    throw new Error("Tokens come from the issuer at AUTH_ISSUER here; only the development key makes them so.");
  }
  const { role: roleName, unit, subject, hours: hoursText } = options();
  const role = ROLES.values.find((known) => known === roleName);
  if (!role) throw new Error(`--role must be one of ${ROLES.values.join(", ")}.\n${USAGE}`);
  const unitId = unit === undefined ? null : unitOf(unit);
  if (role === "CLERK" && unitId === null) throw new Error(`A CLERK acts for a unit: give --unit.\n${USAGE}`);
  const hours = Number(hoursText);
  if (!(hours > 0 && hours <= MAX_HOURS)) throw new Error(`--hours must be from 1 to ${MAX_HOURS}.\n${USAGE}`);

  const key = await developmentKey(config.dataDir, config.auth);
  process.stdout.write(`${await key.issue({ subject: subject ?? defaultSubject(role), role, unitId, hours })}\n`);
});

function options() {
  try {
    const { values } = parseArgs({
      options: {
        role: { type: "string" },
        unit: { type: "string" },
        subject: { type: "string" },
        hours: { type: "string", default: "8" },
      },
    });
    return values;
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

function unitOf(text: string): string {
  try {
    return unitIdOf(text);
  } catch {
    throw new Error(`--unit must be the id of a unit, such as Unit:00000000-0000-4000-8000-000000000000.\n${USAGE}`);
  }
}

function defaultSubject(role: Role): string {
  return `dev-${role.toLowerCase().replace("_", "-")}`;
}
