import { parseArgs } from "node:util";
import { type Config, loadConfig } from "../config.js";
import { type Role, ROLES } from "../domain/kernel/actor.js";
import { principalIn, unitIdOf } from "../server/claims.js";
import { developmentKey, type TokenClaims } from "../server/developmentKey.js";
import { TokenRefused } from "../server/tokenRefused.js";
import { orOneLine } from "./terminal.js";

/**
 * `npm run token -- --role CLERK --unit Unit:<UUID>`: prints an access token of the development key.
 * `npm run token -- explain <token>`: says in one line what a token grants at the server of this environment, or why none.
 */

const USAGE =
  "Usage: npm run token -- --role <ROLE> [--unit Unit:<UUID>] [--subject <name>] [--hours <1 to 720>]\n" +
  "       npm run token -- --role SUBSCRIBER --subjects <VISIT,INSPECTION,…> --units <Unit:<UUID>,… or *>\n" +
  "       npm run token -- explain <token>";
const MAX_HOURS = 720;

await orOneLine(USAGE, async () => {
  const config = loadConfig(process.env);
  const { values, positionals } = given();
  const [what, token, ...more] = positionals;
  if (what === undefined) return print(await made(values, config));
  if (what !== "explain" || token === undefined || more.length > 0) throw new Error(USAGE);
  // It knows the read model, and so half of the program: who only makes a token does not wait for that.
  const { explained } = await import("./explainToken.js");
  print(await explained(token, config));
});

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function given() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        role: { type: "string" },
        unit: { type: "string" },
        subject: { type: "string" },
        subjects: { type: "string" },
        units: { type: "string" },
        hours: { type: "string", default: "8" },
      },
    });
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${USAGE}`);
  }
}

type Options = ReturnType<typeof given>["values"];

async function made(options: Options, config: Config): Promise<string> {
  if (config.mode === "production" || config.auth.jwksUrl) {
    throw new Error("Tokens come from the issuer at AUTH_ISSUER here; only the development key makes them so.");
  }
  const { role: roleName, unit, subject, hours: hoursText } = options;
  const role = ROLES.values.find((known) => known === roleName);
  if (!role) throw new Error(`--role must be one of ${ROLES.values.join(", ")}.\n${USAGE}`);
  const unitId = unit === undefined ? null : unitOf(unit);
  if (role === "CLERK" && unitId === null) throw new Error(`A CLERK acts for a unit: give --unit.\n${USAGE}`);
  const hours = Number(hoursText);
  if (!(hours > 0 && hours <= MAX_HOURS)) throw new Error(`--hours must be from 1 to ${MAX_HOURS}.\n${USAGE}`);
  const claims = { subject: subject ?? defaultSubject(role), role, unitId, ...scopesOf(role, options), hours };
  requireTaken(claims, config);
  return (await developmentKey(config.dataDir, config.auth)).issue(claims);
}

function scopesOf(role: Role, { subjects, units }: Options): Pick<TokenClaims, "scopes"> {
  if (role !== "SUBSCRIBER") return {};
  return { scopes: { subjects: subjects?.split(",") ?? [], unitIds: units?.split(",") ?? [] } };
}

/** What would be refused is not made. A unit of the scopes may be named by its code: only the server knows it. */
function requireTaken({ subject: sub, role, unitId, scopes }: TokenClaims, { auth }: Config): void {
  try {
    principalIn({ sub, role, ...(unitId === null ? {} : { unit: unitId }), scopes }, auth.claims, (code) => [code]);
  } catch (error) {
    if (error instanceof TokenRefused) throw new Error(`Such a token would be refused: ${error.reason}.\n${USAGE}`);
    throw error;
  }
}

function unitOf(text: string): string {
  const id = unitIdOf(text);
  if (id !== undefined) return id;
  throw new Error(`--unit must be the id of a unit, such as Unit:00000000-0000-4000-8000-000000000000.\n${USAGE}`);
}

function defaultSubject(role: Role): string {
  return `dev-${role.toLowerCase().replace("_", "-")}`;
}
