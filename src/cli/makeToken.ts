import { type Config, loadConfig } from "../config.js";
import type { Role } from "../domain/kernel/actor.js";
import { principalIn, unitIdOf } from "../server/claims.js";
import { developmentKey, type TokenClaims } from "../server/developmentKey.js";
import { TokenRefused } from "../server/tokenRefused.js";
import { Misused } from "./commandLine.js";

/** What is to be made; some of it is only wrong where the server would refuse it. */
export interface TokenWanted {
  readonly role: Role;
  readonly unit?: string | undefined;
  readonly subject?: string | undefined;
  readonly subjects?: string | undefined;
  readonly units?: string | undefined;
  readonly hours: number;
}

/** Prints a token of the development key, or in one line what one that is given grants. */
export async function printToken(asked: TokenWanted | { readonly token: string }): Promise<void> {
  const config = loadConfig(process.env);
  if (!("token" in asked)) return print(await made(asked, config));
  // It knows the read model, and so half of the program: who only makes a token does not wait for that.
  const { explained } = await import("./explainToken.js");
  print(await explained(asked.token, config));
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function made(wanted: TokenWanted, config: Config): Promise<string> {
  if (config.mode === "production" || config.auth.jwksUrl) {
    throw new Error("Tokens come from the issuer at AUTH_ISSUER here; only the development key makes them so.");
  }
  const { role, unit, subject = defaultSubject(role), hours } = wanted;
  const unitId = unit === undefined ? null : unitOf(unit);
  const claims = { subject, role, unitId, ...scopesOf(wanted), hours };
  requireTaken(claims, config);
  return (await developmentKey(config.dataDir, config.auth)).issue(claims);
}

function scopesOf({ role, subjects, units }: TokenWanted): Pick<TokenClaims, "scopes"> {
  if (role !== "SUBSCRIBER") return {};
  return { scopes: { subjects: subjects?.split(",") ?? [], unitIds: units?.split(",") ?? [] } };
}

/** What would be refused is not made. A unit of the scopes may be named by its code: only the server knows it. */
function requireTaken({ subject: sub, role, unitId, scopes }: TokenClaims, { auth }: Config): void {
  try {
    principalIn({ sub, role, ...(unitId === null ? {} : { unit: unitId }), scopes }, auth.claims, (code) => [code]);
  } catch (error) {
    if (error instanceof TokenRefused) throw new Misused(`Such a token would be refused: ${error.reason}.`);
    throw error;
  }
}

function unitOf(text: string): string {
  const id = unitIdOf(text);
  if (id !== undefined) return id;
  throw new Misused("--unit must be the id of a unit, such as Unit:00000000-0000-4000-8000-000000000000.");
}

function defaultSubject(role: Role): string {
  return `dev-${role.toLowerCase().replace("_", "-")}`;
}
